package org.zhice.loader.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.zhice.loader.input.Place;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/**
 * Finds the cell that a node of the graph came from. The first question maps every row again, one by one, and keeps who
 * wrote what: a matter of seconds, and only when something is wrong.
 */
final class Tracer {
    private final Tables tables;
    private final Mapper mapper;
    private Map<Node, List<Origin>> origins;

    private record Origin(Table table, Table.Row row) {}

    Tracer(Tables tables, Mapper mapper) {
        this.tables = tables;
        this.mapper = mapper;
    }

    /**
     * File, line and columns of the row that wrote, or should have written, a property of a node.
     *
     * @param property may be null
     * @return the node itself where no row wrote it
     */
    Place place(Node node, Node property) {
        List<Origin> rows = origins().getOrDefault(node, List.of());
        return rows.stream()
                .filter(origin -> !columns(origin.table(), property).isEmpty())
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .map(origin -> origin.table().place(origin.row()).in(columns(origin.table(), property)))
                .orElse(Place.of(node.toString()));
    }

    private synchronized Map<Node, List<Origin>> origins() {
        if (origins == null) {
            origins = new HashMap<>();
            for (Table table : tables.list()) {
                for (Table.Row row : table.rows()) {
                    mapper.map(table, List.of(row)).stream()
                            .map(Quad::getSubject)
                            .distinct()
                            .forEach(subject -> origins.computeIfAbsent(subject, node -> new ArrayList<>())
                                    .add(new Origin(table, row)));
                }
            }
        }
        return origins;
    }

    private String columns(Table table, Node property) {
        return property == null ? "" : String.join("+", mapper.columnsOf(table, property));
    }
}
