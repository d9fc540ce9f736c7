package org.zhice.loader.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.NewPlace;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.reading.RowTable.Row;
import org.zhice.loader.tables.Tables;

/**
 * The figures of a document in the form of the tables for observations and for targets. A metric or a place that the tables
 * do not have gets a row of its own and a made-up id until a person names it, the same for the same words.
 */
final class FigureRows {
    private static final String METRIC = "new-metric-";
    private static final String AREA = "new-area-";

    private final Lexicon lexicon;
    private final Map<String, Map<String, String>> metrics = new LinkedHashMap<>();
    private final Map<String, Row> areas = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param document whose rows of before may have the same ids */
    FigureRows(Lexicon lexicon, Tables tables, String document) {
        this.lexicon = lexicon;
        for (String table : List.of("observation", "target")) {
            tables.table(table).cells().stream()
                    .filter(row -> !document.equals(row.get("document")))
                    .forEach(row -> taken.add(row.get("id")));
        }
    }

    /** The rows of new metrics; complete when those of all figures have been asked for. */
    List<Row> metrics() {
        return metrics.values().stream()
                .map(cells -> new Row(cells.get("id"), cells, Optional.empty()))
                .toList();
    }

    /** The rows of new places, likewise. */
    List<Row> areas() {
        return List.copyOf(areas.values());
    }

    Row observation(FigureRow row) {
        return FigureForm.observation(row, metric(row), area(row), this::unique);
    }

    Row target(FigureRow row) {
        return FigureForm.target(row, metric(row), area(row), this::unique);
    }

    /** The first of id, id-2, id-3 … that no row has. */
    private String unique(String id) {
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private String metric(FigureRow row) {
        if (!row.metric().isEmpty() || row.noun().isEmpty()) {
            return row.metric();
        }
        Map<String, String> cells = metrics.computeIfAbsent(row.noun(), name -> {
            Map<String, String> fresh = new LinkedHashMap<>();
            fresh.put("id", METRIC + (metrics.size() + 1));
            fresh.put("name_zh", name);
            return fresh;
        });
        if (!row.kind().isEmpty()) {
            cells.putIfAbsent("kind", row.kind());
            cells.putIfAbsent("unit", row.unit());
        }
        return cells.get("id");
    }

    private String area(FigureRow row) {
        return row.place()
                .map(place ->
                        areas.computeIfAbsent(place.name(), name -> area(place)).key())
                .orElse(row.area());
    }

    private Row area(NewPlace place) {
        String id = AREA + (areas.size() + 1);
        String within = lexicon.areas().stream()
                .filter(area -> area.names().contains(place.within()))
                .map(Lexicon.Area::id)
                .findFirst()
                .orElse(place.kind().equals("province") ? "cn" : "");
        return new Row(
                id,
                Map.of("id", id, "kind", place.kind(), "within", within, "name_zh", place.name()),
                Optional.empty());
    }
}
