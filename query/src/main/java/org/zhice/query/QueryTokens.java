package org.zhice.query;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.sparql.lang.sparql_11.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11TokenManager;
import org.apache.jena.sparql.lang.sparql_11.Token;
import org.apache.jena.sparql.lang.sparql_11.TokenMgrError;

/** The words and signs of a query, without its comments, each with its place. */
final class QueryTokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    /** Those of a text, up to the first that is none. */
    QueryTokens(String text) {
        this.text = text;
        SPARQLParser11TokenManager source = new SPARQLParser11TokenManager(new JavaCharStream(new StringReader(text)));
        try {
            for (Token token = source.getNextToken();
                    token.kind != SPARQLParser11Constants.EOF;
                    token = source.getNextToken()) {
                tokens.add(token);
            }
        } catch (TokenMgrError e) {
            // What comes after it is not asked for.
        }
    }

    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}

    /** The token at a place. */
    Optional<String> at(int line, int column) {
        return tokens.stream()
                .filter(token -> token.beginLine == line && token.beginColumn == column)
                .map(token -> token.image)
                .findFirst();
    }

    /** Where a word or sign stands for the first time. */
    Optional<Place> first(String image) {
        return tokens.stream()
                .filter(token -> isSame(token, image))
                .map(QueryTokens::place)
                .findFirst();
    }

    /** Where a text stands that is an argument of a function, but for its blanks; a flag can be one of several. */
    Optional<Place> text(String content) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).kind == SPARQLParser11Constants.COMMA && isText(tokens.get(i), content)) {
                return Optional.of(place(tokens.get(i)));
            }
        }
        return Optional.empty();
    }

    private static boolean isText(Token token, String content) {
        String quotes = token.image.replaceFirst("(?s)^(\"\"\"|'''|\"|'|).*", "$1");
        if (quotes.isEmpty()) {
            return false;
        }
        String text =
                EscapeStr.unescapeStr(token.image.substring(quotes.length(), token.image.length() - quotes.length()));
        return text.replaceAll("\\s+", " ").equals(content.replaceAll("\\s+", " "))
                || (content.length() == 1 && text.contains(content) && text.matches("[a-z]*+"));
    }

    /** Where a variable is given a value by AS and occurred before; else where it stands first. */
    Optional<Place> assigned(String variable) {
        boolean before = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean same = isSame(tokens.get(i), variable);
            if (same && before && tokens.get(i - 1).image.equalsIgnoreCase("AS")) {
                return Optional.of(place(tokens.get(i)));
            }
            before |= same;
        }
        return first("AS").isPresent() ? firstAfterAs(variable).or(() -> first(variable)) : first(variable);
    }

    private Optional<Place> firstAfterAs(String variable) {
        for (int i = 1; i < tokens.size(); i++) {
            if (isSame(tokens.get(i), variable) && tokens.get(i - 1).image.equalsIgnoreCase("AS")) {
                return Optional.of(place(tokens.get(i)));
            }
        }
        return Optional.empty();
    }

    /** The variables ?x and $x are one. */
    private static boolean isSame(Token token, String image) {
        return token.image.equalsIgnoreCase(image)
                || (image.startsWith("?") && token.image.equals("$" + image.substring(1)));
    }

    private static Place place(Token token) {
        return new Place(token.beginLine, token.beginColumn);
    }

    /** Where the text ends, but for blanks: nobody looks below the last line. */
    Place end() {
        String[] lines = lines();
        int last = lines.length - 1;
        while (last > 0 && lines[last].isBlank()) {
            last--;
        }
        return new Place(last + 1, lines[last].stripTrailing().length() + 1);
    }

    /** The rest of a line from a place of the parser, which counts characters beyond U+FFFF twice. */
    String rest(int line, int column) {
        String[] lines = lines();
        return line < 1 || line > lines.length || column < 1 || column > lines[line - 1].length()
                ? ""
                : lines[line - 1].substring(column - 1);
    }

    /** Where the character before a place of the parser begins; the same place if there is none. */
    Place before(int line, int column) {
        String[] lines = lines();
        if (line < 1 || line > lines.length || column < 2 || column > lines[line - 1].length() + 1) {
            return new Place(line, column);
        }
        return new Place(line, lines[line - 1].offsetByCodePoints(column - 1, -1) + 1);
    }

    /** A place of the parser as a person counts. */
    Place counted(int line, int column) {
        String[] lines = lines();
        if (line < 1 || line > lines.length) {
            return new Place(Math.max(1, line), Math.max(1, column));
        }
        String before = lines[line - 1].substring(0, Math.max(0, Math.min(column - 1, lines[line - 1].length())));
        return new Place(line, before.codePointCount(0, before.length()) + 1);
    }

    private String[] lines() {
        return text.split("\r\n|\n|\r", -1);
    }
}
