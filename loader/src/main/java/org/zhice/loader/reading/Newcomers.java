package org.zhice.loader.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entities that the lexicon does not know, under made-up ids until a person gives them their own: {@code new-agency-1} in
 * every row that means it.
 */
final class Newcomers {
    private final Map<String, Map<String, String>> ids = new LinkedHashMap<>();
    private final Map<String, Map<String, RowTable.Row>> rows = new LinkedHashMap<>();

    /**
     * The id of a printed name; the same for the same name.
     *
     * @param table in which the entity would have a row
     * @param cells of that row after its id
     */
    String id(String table, String name, String... cells) {
        Map<String, String> known = ids.computeIfAbsent(table, t -> new LinkedHashMap<>());
        return known.computeIfAbsent(name, n -> {
            String id = "new-" + table.replaceFirst("_.*", "") + "-" + (known.size() + 1);
            add(table, id, cells);
            return id;
        });
    }

    /** A row whose id is known. */
    void add(String table, String id, String... cells) {
        List<String> all = new ArrayList<>(List.of(id));
        all.addAll(List.of(cells));
        rows.computeIfAbsent(table, t -> new LinkedHashMap<>())
                .putIfAbsent(id, new RowTable.Row(id, all, Optional.empty()));
    }

    List<RowTable.Row> rows(String table) {
        return List.copyOf(rows.getOrDefault(table, Map.of()).values());
    }
}
