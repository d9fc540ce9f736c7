package org.zhice.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.app.QuadChanges.Change;
import org.zhice.server.Prefixes;
import org.zhice.server.query.BadParameterException;
import org.zhice.server.query.Engine;
import org.zhice.server.query.SavedQuery;

/**
 * How the answer to a saved query with its defaults differs between two releases.
 *
 * @param query the query
 * @param gone rows that the later release does not give
 * @param added rows that the earlier release does not give
 * @param behind what changed in the graph and may have done it
 */
record AnswerChange(SavedQuery query, List<Binding> gone, List<Binding> added, List<Change> behind) {
    private static final int SHOWN = 10;
    private static final PrefixMap PREFIXES = PrefixMapFactory.create(Prefixes.ALL);

    /** Empty if the rows are the same; their order does not matter. */
    static Optional<AnswerChange> of(SavedQuery query, Engine before, Engine after, QuadChanges quads) {
        List<Binding> gone = new ArrayList<>(rows(query, before));
        List<Binding> added = new ArrayList<>(rows(query, after));
        for (Iterator<Binding> row = gone.iterator(); row.hasNext(); ) {
            if (added.remove(row.next())) {
                row.remove();
            }
        }
        if (gone.isEmpty() && added.isEmpty()) {
            return Optional.empty();
        }
        List<Node> changed = Stream.concat(gone.stream(), added.stream())
                .flatMap(AnswerChange::cells)
                .toList();
        return Optional.of(new AnswerChange(query, gone, added, quads.behind(query.query(), changed)));
    }

    /** A release in which a default is no value of its parameter answers nothing. */
    private static List<Binding> rows(SavedQuery query, Engine engine) {
        try {
            return query.run(engine, Map.of()).rows();
        } catch (BadParameterException e) {
            return Collections.emptyList();
        }
    }

    /** For people: the rows, then the quads, of each kind the first ten, with {@code -} for gone and {@code +} for new. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s: -%d +%d".formatted(query.id(), gone.size(), added.size()));
        lines.addAll(shown(gone, row -> "  - " + text(row)));
        lines.addAll(shown(added, row -> "  + " + text(row)));
        lines.addAll(shown(behind, change -> "    " + text(change)));
        return lines;
    }

    private static <T> List<String> shown(List<T> all, Function<T, String> line) {
        List<String> lines = new ArrayList<>(all.stream().limit(SHOWN).map(line).toList());
        if (all.size() > SHOWN) {
            lines.add("    … (" + all.size() + ")");
        }
        return lines;
    }

    private String text(Binding row) {
        return query.query().getResultVars().stream()
                .map(column -> row.get(Var.alloc(column)))
                .map(node -> node == null ? "" : text(node))
                .collect(Collectors.joining(" | "));
    }

    private static String text(Change change) {
        return (change.isNew() ? "+ " : "- ")
                + Stream.of(
                                change.quad().getSubject(),
                                change.quad().getPredicate(),
                                change.quad().getObject(),
                                change.quad().getGraph())
                        .map(AnswerChange::text)
                        .collect(Collectors.joining(" "));
    }

    private static String text(Node node) {
        return NodeFmtLib.str(node, null, PREFIXES);
    }

    private static Stream<Node> cells(Binding row) {
        List<Node> nodes = new ArrayList<>();
        row.forEach((column, node) -> nodes.add(node));
        return nodes.stream();
    }
}
