package org.zhice.query;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a parameter of a saved query takes: a number, a text, or a thing of one kind.
 *
 * @param id the name in the header of a query file: {@code year}, {@code integer}, {@code text}, or a kind of thing as in
 *     the addresses of the graph, such as {@code agency}
 */
public record ParameterType(String id) {
    public static final ParameterType YEAR = new ParameterType("year");
    public static final ParameterType INTEGER = new ParameterType("integer");
    public static final ParameterType TEXT = new ParameterType("text");

    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** The type of a name; empty if the name is none. Whether there are things of a kind is seen only in a release. */
    public static Optional<ParameterType> of(String id) {
        return KIND.matcher(id).matches() ? Optional.of(new ParameterType(id)) : Optional.empty();
    }

    /** Whether its values are whole numbers. */
    public boolean isNumber() {
        return equals(YEAR) || equals(INTEGER);
    }

    /** Whether its values are things of the graph. */
    public boolean isKind() {
        return !isNumber() && !equals(TEXT);
    }

    /** What to give, in English words. */
    public String expected() {
        return switch (id) {
            case "year" -> "a year of the graph";
            case "integer" -> "a whole number";
            case "text" -> "a text";
            default -> (id.matches("[aeiou].*") ? "an " : "a ") + id.replace('-', ' ') + ": its id, IRI or name";
        };
    }

    /** The list of its values; none for numbers and texts without bounds. */
    public Optional<ValueList> valueList() {
        return equals(INTEGER) || equals(TEXT) ? Optional.empty() : Optional.of(ValueList.named(id));
    }
}
