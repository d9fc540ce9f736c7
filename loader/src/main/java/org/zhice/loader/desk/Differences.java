package org.zhice.loader.desk;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhice.loader.reading.RowTable;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/**
 * How a new reading differs from reviewed rows. Only what the reader says counts: a cell that it leaves to a person differs in
 * nothing, and a made-up id stands for the one that the person has given to the same name.
 */
final class Differences {
    private static final String NEW = "(?:\\w+/)?new-[a-z]+-\\d+";
    /** Columns that hold the name of the thing of a row, and by table the column that points to it. */
    private static final List<String> NAMES = List.of("name_zh", "title_zh");

    private static final Map<String, String> POINTERS =
            Map.of("responsibility", "agency", "task_initiative", "initiative", "task_organisation", "organisation");

    private final Tables tables;
    private final Path folder;

    Differences(Tables tables, Path folder) {
        this.tables = tables;
        this.folder = folder;
    }

    /** In the order of the tables and the rows. */
    List<Difference> from(List<RowTable> reading) {
        Map<String, String> given = given(reading);
        List<Difference> differences = new ArrayList<>();
        for (RowTable table : reading) {
            if (!table.rows().isEmpty()
                    || !ReviewedRows.of(folder, table.name()).isEmpty()) {
                compare(table, given, differences);
            }
        }
        return differences;
    }

    private void compare(RowTable table, Map<String, String> given, List<Difference> differences) {
        List<String> key = key(table.name());
        Map<String, Deque<Map<String, String>>> reviewed = new LinkedHashMap<>();
        ReviewedRows.of(folder, table.name())
                .forEach(row -> reviewed.computeIfAbsent(key(row, key), of -> new ArrayDeque<>())
                        .add(row));
        for (RowTable.Row read : table.rows()) {
            Map<String, String> row = new LinkedHashMap<>(table.cells(read));
            row.replaceAll((column, cell) -> given.getOrDefault(cell, cell));
            if (key.stream().anyMatch(column -> row.get(column).isEmpty())) {
                continue;
            }
            Map<String, String> before =
                    reviewed.getOrDefault(key(row, key), new ArrayDeque<>()).poll();
            if (before == null) {
                differences.add(new Difference(table.name(), key(row, key), "", "", cells(row)));
            } else {
                cells(table.name(), key(row, key), before, row, differences);
            }
        }
        reviewed.forEach((of, rows) -> rows.forEach(row -> {
            if (!table.rows().isEmpty() && !table.rows().get(0).cells().keySet().containsAll(key)) {
                return;
            }
            differences.add(new Difference(table.name(), of, "", cells(row), ""));
        }));
    }

    private static void cells(
            String table,
            String key,
            Map<String, String> before,
            Map<String, String> row,
            List<Difference> differences) {
        row.forEach((column, cell) -> {
            String old = before.getOrDefault(column, "");
            if (!cell.isEmpty() && !cell.equals(old)) {
                differences.add(new Difference(table, key, column, old, cell));
            }
        });
    }

    /** The columns in which two rows are one: as texts and tables are compared, else the key. */
    private List<String> key(String table) {
        Table reviewed = tables.table(table);
        return reviewed.read().map(Table.Read::key).orElse(reviewed.primaryKey());
    }

    private static String key(Map<String, String> row, List<String> columns) {
        return columns.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.joining("/"));
    }

    private static String cells(Map<String, String> row) {
        return String.join(",", row.values());
    }

    /** The ids that the reviewer has given, by the made-up ones of this reading: of the same name in the same table, or as printed. */
    private Map<String, String> given(List<RowTable> reading) {
        Map<String, String> given = new HashMap<>();
        for (RowTable table : reading) {
            for (RowTable.Row row : table.rows()) {
                String id = row.cells().getOrDefault("id", "");
                if (id.matches(NEW)) {
                    sameName(table.name(), row.cells()).ifPresent(known -> given.put(id, known));
                }
                String column = POINTERS.getOrDefault(table.name(), "");
                String pointer = row.cells().getOrDefault(column, "");
                if (pointer.matches(NEW)) {
                    samePrint(table.name(), column, row.cells()).ifPresent(known -> given.putIfAbsent(pointer, known));
                }
            }
        }
        return given;
    }

    private Optional<String> sameName(String table, Map<String, String> row) {
        return ReviewedRows.of(folder, table).stream()
                .filter(reviewed -> NAMES.stream()
                        .filter(row::containsKey)
                        .allMatch(name -> Objects.equals(row.get(name), reviewed.get(name))))
                .map(reviewed -> reviewed.get("id"))
                .findFirst();
    }

    private Optional<String> samePrint(String table, String column, Map<String, String> row) {
        return ReviewedRows.of(folder, table).stream()
                .filter(reviewed -> Objects.equals(row.get("printed_name"), reviewed.get("printed_name")))
                .map(reviewed -> reviewed.get(column))
                .findFirst();
    }
}
