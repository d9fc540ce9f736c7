package org.zhice.server.web;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** Rows for Jena's writer of CSV, which gives blank nodes labels without the {@code _:} of SPARQL 1.1 Results CSV. */
public final class CsvRows {
    private final Map<Node, Node> labels = new HashMap<>();

    private CsvRows() {}

    /** The same rows, read as they come, with the label as text in the place of a blank node. */
    public static RowSet of(RowSet rows) {
        CsvRows csv = new CsvRows();
        Iterator<Binding> labelled = Iter.map(rows, csv::labelled);
        return RowSetStream.create(rows.getResultVars(), labelled);
    }

    private Binding labelled(Binding row) {
        BindingBuilder builder = Binding.builder();
        row.forEach((Var column, Node node) -> builder.add(column, node.isBlank() ? label(node) : node));
        return builder.build();
    }

    private Node label(Node blank) {
        return labels.computeIfAbsent(blank, node -> NodeFactory.createLiteralString("_:b" + labels.size()));
    }
}
