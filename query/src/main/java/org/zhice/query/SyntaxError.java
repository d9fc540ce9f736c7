package org.zhice.query;

import org.apache.jena.query.QueryException;

/**
 * Where and why a text is not SPARQL.
 *
 * @param line the line, from 1
 * @param column the column, from 1, in characters
 * @param fault what is wrong
 * @param found what stands there, as far as the fault speaks of it
 * @param expected what could stand there, likewise
 * @param reason in one line of English, by the parser
 */
public record SyntaxError(int line, int column, Fault fault, String found, String expected, String reason) {
    /** What can be wrong with a query. */
    public enum Fault {
        /** A word or sign that cannot stand there. */
        TOKEN,
        /** The query ends too early. */
        END,
        /** A character that looks like one of SPARQL, such as “ or a full-width bracket. */
        LOOKALIKE,
        /** A character that has no place in a query. */
        CHARACTER,
        /** A word that is none of SPARQL. */
        WORD,
        /** A text that is not closed. */
        OPEN,
        /** A backslash before a character that it cannot stand before. */
        ESCAPE,
        /** A prefix that is not declared. */
        PREFIX,
        /** A variable gets a value and has one already. */
        ASSIGNED,
        /** A variable of SELECT is neither grouped by nor in an aggregate. */
        UNGROUPED,
        /** A variable that has no value there. */
        UNKNOWN,
        /** SELECT * with GROUP BY. */
        STAR,
        /** Rows of VALUES of another length than its variables. */
        VALUES,
        /** A label of a blank node in two groups. */
        BLANK,
        /** An aggregate where none can stand. */
        AGGREGATE,
        /** A regular expression that is none. */
        PATTERN,
        /** Flags of a regular expression that are none. */
        FLAGS,
        /** A language tag that is none. */
        TAG,
        /** All else, in the words of the parser. */
        OTHER
    }

    /**
     * What the parser complains of, at its place in the text: the parser itself does not always know the place.
     *
     * @param text the query
     */
    public static SyntaxError of(QueryException e, String text) {
        return new ParserMessage(String.valueOf(e.getMessage()), new QueryTokens(text)).read(e);
    }
}
