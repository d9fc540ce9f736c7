package org.zhice.query;

import java.util.List;

/** A parameter of a saved query that is missing, unknown, or has a value it cannot take. */
public final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    /** What is wrong. */
    public enum Reason {
        /** The query has no parameter of this name. */
        UNKNOWN,
        /** A required parameter has no value. */
        MISSING,
        /** The value is not of the type, or not among the values of the graph. */
        NO_MATCH,
        /** The value is a name that several entities bear. */
        AMBIGUOUS
    }

    private final Reason reason;
    private final String parameter;
    private final String found;
    private final String expected;
    private final transient List<Choice> choices;

    BadParameterException(Reason reason, String parameter, String found, String expected, List<Choice> choices) {
        super("%s: found %s, expected %s"
                .formatted(
                        parameter,
                        found.isEmpty() ? "nothing" : quoted(found),
                        expected.isEmpty() ? "no parameter" : expected));
        this.reason = reason;
        this.parameter = parameter;
        this.found = shortened(found);
        this.expected = expected;
        this.choices = List.copyOf(choices);
    }

    private static String quoted(String found) {
        return "\"" + shortened(found).replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    /** A message must stay readable, whatever was sent; no character is cut in two. */
    private static String shortened(String found) {
        return found.codePointCount(0, found.length()) <= SHOWN
                ? found
                : found.substring(0, found.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }

    /** The value given, at most 200 characters of it; empty if none. */
    public String found() {
        return found;
    }

    /** What to give instead, in English words; for an unknown parameter the names there are, which may be none. */
    public String expected() {
        return expected;
    }

    /** The values to choose from: all of the list, or those that share the name; empty if there is no list. */
    public List<Choice> choices() {
        return choices;
    }
}
