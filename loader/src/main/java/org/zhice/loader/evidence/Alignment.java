package org.zhice.loader.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhice.loader.extract.Extraction;
import org.zhice.loader.extract.RowTable;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/**
 * Lays the rows that were read in a document beside the reviewed rows of that document. Rows of the same key belong
 * together even if they differ elsewhere; of several with one key those that differ least.
 */
final class Alignment {
    private final Tables tables;
    private final Extraction extraction;
    private final Map<String, String> reviewedTasks = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private Alignment(Tables tables, Extraction extraction) {
        this.tables = tables;
        this.extraction = extraction;
    }

    /** Every row of both sides once, table by table: first in the order of the text, then what only the tables have. */
    static List<Pair> of(Extraction extraction, List<RowTable> rows, Tables tables) {
        return new Alignment(tables, extraction).pairs(rows);
    }

    private List<Pair> pairs(List<RowTable> rows) {
        Map<String, List<ReadRow>> read = ReadRow.of(extraction, rows).collect(Collectors.groupingBy(ReadRow::table));
        for (Kind kind : Kind.ALL) {
            align(kind, read.getOrDefault(kind.table(), List.of()));
            if (kind.table().equals("task")) {
                pairs.stream().filter(Pair::isAligned).forEach(this::knowTask);
            }
        }
        return List.copyOf(pairs);
    }

    private void knowTask(Pair pair) {
        if (pair.kind().table().equals("task")) {
            reviewedTasks.put(
                    pair.read().get().cells().get("id"), pair.reviewed().get().get("id"));
        }
    }

    private void align(Kind kind, List<ReadRow> rows) {
        Map<List<String>, List<Map<String, String>>> reviewed = new LinkedHashMap<>();
        for (Map<String, String> row : reviewed(kind)) {
            reviewed.computeIfAbsent(key(kind, row), key -> new ArrayList<>()).add(row);
        }
        for (ReadRow row : rows) {
            ReadRow named = withReviewedTask(row);
            List<Map<String, String>> same = reviewed.getOrDefault(key(kind, named.cells()), List.of());
            Optional<Map<String, String>> nearest = same.stream().min(nearestTo(named));
            nearest.ifPresent(same::remove);
            pairs.add(new Pair(kind, Optional.of(named), nearest));
        }
        reviewed.values().stream()
                .flatMap(List::stream)
                .forEach(row -> pairs.add(new Pair(kind, Optional.empty(), Optional.of(row))));
    }

    /** A task that the tables do not have keeps its own id with a mark, so that it is taken for no other. */
    private ReadRow withReviewedTask(ReadRow row) {
        if (!row.cells().containsKey("task")) {
            return row;
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.computeIfPresent("task", (column, task) -> reviewedTasks.getOrDefault(task, "?" + task));
        return new ReadRow(row.table(), cells, row.evidence());
    }

    private static Comparator<Map<String, String>> nearestTo(ReadRow row) {
        return Comparator.comparingInt(
                reviewed -> Pair.differences(row.cells(), reviewed).size());
    }

    private static List<String> key(Kind kind, Map<String, String> row) {
        return kind.key().stream().map(column -> Pair.plain(row.get(column))).toList();
    }

    private List<Map<String, String>> reviewed(Kind kind) {
        Table table = tables.table(kind.table());
        Set<String> tasks = table.header().contains("document") ? Set.of() : tasks();
        return table.rows().stream()
                .map(table::cells)
                .filter(row -> row.containsKey("document")
                        ? row.get("document").equals(extraction.document())
                        : tasks.contains(row.get("task")))
                .toList();
    }

    private Set<String> tasks() {
        Table table = tables.table("task");
        return table.rows().stream()
                .map(table::cells)
                .filter(row -> row.get("document").equals(extraction.document()))
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
    }
}
