package org.zhice.loader.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhice.loader.tables.Tables;

/**
 * What the reviewed tables know of a document by which a copy of it can be recognised.
 *
 * @param id as in the tables
 * @param kind such as {@code plan}
 * @param year as printed in digits
 * @param title as printed
 * @param tasks the number of its tasks, or 0 if it has none
 * @param headings of its chapters and sections
 */
record KnownDocument(String id, String kind, String year, String title, int tasks, Set<String> headings) {
    private static final double MOST = 0.8;

    /** The documents in the order of their ids. */
    static List<KnownDocument> of(Tables tables) {
        List<Map<String, String>> sections = tables.table("section").cells();
        return tables.table("document").cells().stream()
                .map(row -> of(row, sections))
                .toList();
    }

    private static KnownDocument of(Map<String, String> row, List<Map<String, String>> sections) {
        String tasks = row.get("task_count");
        return new KnownDocument(
                row.get("id"),
                row.get("kind"),
                row.get("year"),
                row.get("title_zh"),
                tasks.isEmpty() ? 0 : Integer.parseInt(tasks),
                sections.stream()
                        .filter(section -> section.get("document").equals(row.get("id")))
                        .map(section -> section.get("title_zh"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isPlan() {
        return kind.equals("plan");
    }

    /** Whether most of its headings are among those of a copy. */
    boolean hasMostOf(Set<String> read) {
        Set<String> both = new HashSet<>(headings);
        both.retainAll(read);
        return !headings.isEmpty() && both.size() >= headings.size() * MOST;
    }
}
