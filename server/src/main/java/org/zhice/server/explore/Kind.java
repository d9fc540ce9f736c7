package org.zhice.server.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of things that are browsed, by the ids that their addresses have too. */
enum Kind {
    TASK(Facet.PLAN, true),
    ACT(Facet.PLAN, true),
    ITEM(Facet.PLAN, true),
    INSTRUMENT(Facet.PLAN, false),
    STATEMENT(Facet.YEAR, false);

    /** How a result is shown. */
    enum View {
        LIST,
        TABLE,
        CHART,
        TIMELINE,
        /** Of agencies that share the tasks of the result. */
        NETWORK;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Facet time;
    private final boolean shared;

    /**
     * A kind.
     *
     * @param shared whether agencies share what is found
     */
    Kind(Facet time, boolean shared) {
        this.time = time;
        this.shared = shared;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The facet that puts things in the order of time. */
    Facet time() {
        return time;
    }

    List<View> views() {
        return Stream.of(View.values())
                .filter(view -> shared || view != View.NETWORK)
                .toList();
    }

    /** What is asked of things of this kind. */
    Pattern pattern() {
        return Pattern.of(this);
    }

    static Stream<Kind> all() {
        return Stream.of(values());
    }
}
