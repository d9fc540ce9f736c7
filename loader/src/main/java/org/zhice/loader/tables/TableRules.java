package org.zhice.loader.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Place;

/** What holds of more than one row: keys are unique and sorted, references lead somewhere. */
final class TableRules {
    private final List<Table> tables;
    private final Map<String, Set<String>> valuesByColumn = new HashMap<>();

    TableRules(List<Table> tables) {
        this.tables = tables;
    }

    /** Keys are unique and ascend, so that a change is a small diff in one place. */
    List<Finding> keys(Table table) {
        List<Finding> findings = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        String columns = String.join("+", table.contract().primaryKey());
        Table.Row before = null;
        Comparator<Table.Row> order = table.keyOrder();
        for (Table.Row row : table.rows()) {
            List<String> key = table.key(row);
            Place place = table.place(row).in(columns);
            if (!seen.add(key)) {
                findings.add(Finding.cell(place, String.join(" ", key), "a key that no row above has"));
            } else if (before != null && order.compare(before, row) > 0) {
                findings.add(Finding.cell(place, String.join(" ", key), "rows sorted by key"));
            }
            before = row;
        }
        return findings;
    }

    List<Finding> references(Table table) {
        List<Finding> findings = new ArrayList<>();
        for (TableContract.ForeignKey key : table.contract().foreignKeys()) {
            Set<String> known = values(key.table(), key.tableColumn());
            for (Table.Row row : table.rows()) {
                String cell = table.cell(row, key.column());
                if (!cell.isEmpty() && !known.contains(cell)) {
                    findings.add(Finding.cell(table.place(row).in(key.column()), cell, key.expected()));
                }
            }
        }
        return findings;
    }

    private Set<String> values(String table, String column) {
        return valuesByColumn.computeIfAbsent(
                table + "." + column,
                key -> tables.stream()
                        .filter(t -> t.name().equals(table))
                        .flatMap(t -> t.rows().stream().map(row -> t.cell(row, column)))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
