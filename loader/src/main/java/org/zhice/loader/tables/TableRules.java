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
    private final Map<Reference.Target, Set<String>> valuesByColumn = new HashMap<>();

    TableRules(List<Table> tables) {
        this.tables = tables;
    }

    /** Keys are unique and ascend, so that a change is a small diff in one place. */
    static List<Finding> keys(Table table) {
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
        return table.rows().stream()
                .flatMap(table::references)
                .filter(reference -> !values(reference.target()).contains(reference.cell()))
                .map(Reference::missing)
                .toList();
    }

    private Set<String> values(Reference.Target target) {
        return valuesByColumn.computeIfAbsent(
                target,
                key -> tables.stream()
                        .filter(table -> table.name().equals(target.table()))
                        .flatMap(table -> table.rows().stream().map(row -> table.cell(row, target.column())))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
