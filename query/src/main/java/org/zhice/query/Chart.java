package org.zhice.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an answer is best drawn. */
public enum Chart {
    BAR,
    LINE,
    STACKED,
    TIMELINE,
    NETWORK,
    SANKEY,
    TABLE;

    /** What a column can be in a chart. */
    public static final List<String> ROLES =
            List.of("x", "y", "series", "from", "to", "value", "start", "end", "label", "low", "high");

    /** The name in the header of a query file, such as {@code bar}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What some column must be, or there is nothing to draw. */
    public List<String> needed() {
        return switch (this) {
            case BAR, LINE, STACKED -> List.of("x", "y");
            case TIMELINE -> List.of("label", "start");
            case NETWORK -> List.of("from", "to");
            case SANKEY -> List.of("from", "to", "value");
            case TABLE -> List.of();
        };
    }

    /** The chart of a name. */
    public static Optional<Chart> of(String id) {
        return Stream.of(values()).filter(chart -> chart.id().equals(id)).findFirst();
    }
}
