package org.zhice.store;

import java.util.Locale;
import org.apache.jena.query.QueryCancelledException;

/**
 * A query that costs more than it may.
 *
 * <p>To ARQ it is the end of the query: any other exception within a filter it would log, and leave the row out in silence.
 */
public final class QueryCostException extends QueryCancelledException {
    private static final long serialVersionUID = 1L;

    private final Cost cost;
    private final long allowed;

    /** What there is too much of. */
    public enum Cost {
        /** Characters of its text. */
        CHARACTERS("characters of a query"),
        /** Patterns and expressions. */
        ELEMENTS("patterns and expressions"),
        /** Names given with AS. */
        BINDINGS("names given with AS"),
        /** Brackets or expressions in each other. */
        NESTING("brackets or expressions in each other"),
        /** EXISTS in EXISTS. */
        EXISTS("EXISTS in each other"),
        /** Steps of a property path. */
        PATH("steps of a path"),
        /** Members of a list. */
        LIST("members of a list"),
        /** Terms in VALUES. */
        VALUES("terms in VALUES"),
        /** Branches of UNION. */
        BRANCHES("branches of UNION"),
        /** Rows to skip. */
        OFFSET("rows to skip"),
        /** Rows of a sorted answer. */
        SORTED("rows of a sorted answer"),
        /** Digits of a number that the query writes. */
        DIGITS("digits of a number"),
        /** Bytes of a value that a function makes. */
        VALUE("bytes of a text that a function makes"),
        /** Digits of a number that it makes. */
        NUMBER("digits of a number that is calculated"),
        /** Characters of a regular expression. */
        PATTERN("characters of a regular expression"),
        /** Repetitions that it counts, all multiplied. */
        REPETITIONS("repetitions in a regular expression"),
        /** Steps of a regular expression at one place, without reading a character. */
        IDLE("steps of a regular expression without reading a character"),
        /** Days of a duration. */
        DURATION("days of a duration"),
        /** Bytes that the query holds. */
        HELD("bytes of rows that a query holds"),
        /** Things on a path that lead one to the next, deeper than the program can follow. */
        DEPTH("things that lead one to the next"),
        /** Rows of the answer. */
        ROWS("rows of an answer"),
        /** Characters of the answer. */
        ANSWER("characters of an answer"),
        /** Characters of the answer as a table, in which each cell is as wide as its column. */
        TABLE("characters of an answer as a table"),
        /** Bytes that all running queries hold. */
        SHARED("bytes of rows that all running queries hold");

        private final String says;

        Cost(String says) {
            this.says = says;
        }

        /** Whether the text of the query alone tells that it is too much. */
        public boolean isOfText() {
            return compareTo(DIGITS) <= 0;
        }

        /** A word for it, such as {@code exists}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** More of something than is allowed. */
    public QueryCostException(Cost cost, long allowed) {
        this.cost = cost;
        this.allowed = allowed;
    }

    /** What there is too much of. */
    public Cost cost() {
        return cost;
    }

    /** The most that is allowed. */
    public long allowed() {
        return allowed;
    }

    @Override
    public String getMessage() {
        return "the query costs too much; allowed are " + allowed + " " + cost.says;
    }
}
