package org.zhice.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/**
 * Where and why a text is not SPARQL.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param reason in one line
 */
public record SyntaxError(int line, int column, String reason) {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");

    /**
     * Jena's exception knows the place of the token before the wrong one; its message knows the wrong one, and goes on
     * with all tokens that could have stood there.
     */
    public static SyntaxError of(QueryParseException e) {
        String message = String.valueOf(e.getMessage());
        String reason = message.replaceAll("(?s)\\s*Was expecting.*", "").replaceAll("\\s+", " ");
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? new SyntaxError(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), reason)
                : new SyntaxError(e.getLine(), e.getColumn(), reason);
    }
}
