package org.zhice.loader.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/**
 * Finds the cell that a node of the graph came from, by mapping row after row again. Slow, and only ever run when
 * something is wrong.
 */
public final class Tracer {
    private final Tables tables;
    private final Mapper mapper;

    public Tracer(Tables tables, Mapper mapper) {
        this.tables = tables;
        this.mapper = mapper;
    }

    /**
     * File, line and columns of the row that wrote, or should have written, a property of a node.
     *
     * @param property may be null
     * @return the node itself where no row wrote it
     */
    public String place(Node node, Node property) {
        List<Table> writers = tables.list().stream()
                .filter(table ->
                        property != null && !mapper.columnsOf(table, property).isEmpty())
                .toList();
        return in(writers, node, property)
                .or(() -> in(tables.list(), node, property))
                .orElse(node.toString());
    }

    private Optional<String> in(List<Table> candidates, Node node, Node property) {
        for (Table table : candidates) {
            for (Table.Row row : table.rows()) {
                if (writes(table, row, node)) {
                    return Optional.of(table.place(row) + columns(table, property));
                }
            }
        }
        return Optional.empty();
    }

    private boolean writes(Table table, Table.Row row, Node node) {
        return mapper.map(table, List.of(row)).stream()
                .anyMatch(quad -> quad.getSubject().equals(node));
    }

    private String columns(Table table, Node property) {
        Set<String> columns = property == null ? Set.of() : mapper.columnsOf(table, property);
        return columns.isEmpty() ? "" : " column " + String.join("+", columns);
    }
}
