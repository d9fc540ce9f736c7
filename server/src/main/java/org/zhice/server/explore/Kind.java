package org.zhice.server.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of things that are browsed, by the ids that their addresses have too. */
enum Kind {
    TASK(Facet.PLAN, View.values()),
    ITEM(Facet.PLAN, View.values()),
    INSTRUMENT(Facet.PLAN, View.LIST, View.TABLE, View.CHART, View.TIMELINE),
    STATEMENT(Facet.YEAR, View.LIST, View.TABLE, View.CHART, View.TIMELINE);

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
    private final List<View> views;
    private final Pattern pattern;

    Kind(Facet time, View... views) {
        this.time = time;
        this.views = List.of(views);
        pattern = Pattern.read(id());
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The facet that puts things in the order of time. */
    Facet time() {
        return time;
    }

    List<View> views() {
        return views;
    }

    /** What is asked of things of this kind. */
    Pattern pattern() {
        return pattern;
    }

    static Stream<Kind> all() {
        return Stream.of(values());
    }
}
