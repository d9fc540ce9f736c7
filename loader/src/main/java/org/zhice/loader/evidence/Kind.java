package org.zhice.loader.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/**
 * A table for which texts are read, as its contract describes it.
 *
 * @param rules how its rows are told apart
 */
record Kind(Table reviewed, Table.Read rules) {

    /** In the order of the contract, in which tasks stand before all that belongs to a task. */
    static List<Kind> of(Tables tables) {
        return tables.list().stream()
                .flatMap(table -> table.read().map(rules -> new Kind(table, rules)).stream())
                .toList();
    }

    String table() {
        return reviewed.name();
    }

    /** The values of the key, for people. */
    String key(Map<String, String> row) {
        return rules.key().stream().map(row::get).collect(Collectors.joining(" "));
    }

    /** The node that the mapping makes of the row, or to which it adds. */
    String statement(Map<String, String> row) {
        return reviewed.url("about", row).orElseThrow();
    }

    /** The thing that the row names where it makes no node of its own; else empty. */
    String named(Map<String, String> row) {
        return reviewed.url(rules.names() + "_url", row).orElse("");
    }
}
