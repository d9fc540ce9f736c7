package org.zhice.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhice.server.query.SavedQuery;

/** What saved queries are for: the names of their folders. */
public final class Needs {
    private static final List<String> ORDER = List.of(
            "responsibility",
            "law-making",
            "continuity",
            "campaigns",
            "metrics",
            "agencies",
            "networks",
            "quality",
            "links");

    private Needs() {}

    /** The queries under what they are for, in the order to show; needs that we do not know stand last. */
    public static Map<String, List<SavedQuery>> grouped(List<SavedQuery> queries) {
        Map<String, List<SavedQuery>> byNeed = new LinkedHashMap<>();
        ORDER.forEach(need -> byNeed.put(need, new ArrayList<>()));
        for (SavedQuery query : queries) {
            byNeed.computeIfAbsent(query.need(), first -> new ArrayList<>()).add(query);
        }
        byNeed.values().removeIf(List::isEmpty);
        return byNeed;
    }

    /** The heading for people in a language, {@code zh} or any other for English; a need that we do not know itself. */
    public static String name(String need, String language) {
        return Messages.in(Language.of(language).orElse(Language.EN))
                .find("need." + need)
                .orElse(need);
    }
}
