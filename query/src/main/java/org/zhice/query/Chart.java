package org.zhice.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an answer is best drawn. */
public enum Chart {
    BAR,
    LINE,
    TABLE,
    NETWORK;

    /** The name in the header of a query file, such as {@code bar}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The chart of a name. */
    public static Optional<Chart> of(String id) {
        return Stream.of(values()).filter(chart -> chart.id().equals(id)).findFirst();
    }
}
