package org.zhice.server.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a parameter of a saved query is: a number, a text, or an entity of the graph. */
public enum ParameterType {
    YEAR("a year of the graph"),
    INTEGER("a whole number"),
    TEXT("a text"),
    AGENCY("an agency: its id, IRI or name"),
    INSTRUMENT("a law or policy document: its id, IRI or name"),
    CAMPAIGN("a campaign: its id, IRI or name"),
    METRIC("a metric: its id, IRI or name"),
    SECTION("a chapter or section: its id, IRI or title");

    private final String expected;

    ParameterType(String expected) {
        this.expected = expected;
    }

    /** The name in the header of a query file, such as {@code year}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to give, in English words. */
    public String expected() {
        return expected;
    }

    /** Whether its values are whole numbers. */
    public boolean isNumber() {
        return this == YEAR || this == INTEGER;
    }

    /** The query that lists the values of this type; none for numbers and texts without bounds. */
    Optional<ValueList> valueList() {
        return this == INTEGER || this == TEXT ? Optional.empty() : Optional.of(ValueList.named(id()));
    }

    static Optional<ParameterType> of(String id) {
        return Stream.of(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}
