package org.zhice.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far the graph can answer a question. */
public enum Status {
    ANSWERABLE,
    /** Some of what is asked is not in the graph. */
    PARTLY,
    /** What is asked is not in the graph yet. */
    NOT_YET,
    /** Some of what is asked is fetched from endpoints elsewhere. */
    NEEDS_NET;

    /** The name in the header of a query file, such as {@code not-yet}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of a name. */
    public static Optional<Status> of(String id) {
        return Stream.of(values()).filter(status -> status.id().equals(id)).findFirst();
    }
}
