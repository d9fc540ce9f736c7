package org.zhice.query.change;

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
import org.zhice.query.BadParameterException;
import org.zhice.query.SavedQuery;
import org.zhice.query.change.QuadChanges.Change;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;

/**
 * How the answer to a saved query with its defaults differs between two releases.
 *
 * @param query the query
 * @param gone rows that the later release does not give
 * @param added rows that the earlier release does not give
 * @param behind what changed in the graph and may have done it
 * @param goneBehind what is gone from the graph and may have done it
 */
public record AnswerChange(
        SavedQuery query, List<Binding> gone, List<Binding> added, List<Change> behind, List<Change> goneBehind) {
    private static final int SHOWN = 10;

    /** Empty if the rows are the same, whatever their order, or if they do not depend on the release alone. */
    public static Optional<AnswerChange> of(SavedQuery query, Release before, Release after, QuadChanges quads) {
        if (query.needsNet()) {
            return Optional.empty();
        }
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
        return Optional.of(new AnswerChange(
                query, gone, added, quads.behind(query.query(), changed), quads.goneBehind(query.query(), changed)));
    }

    /** Whether what was added to the graph explains all of it. */
    public boolean isByAdditions() {
        return goneBehind.isEmpty() && behind.stream().anyMatch(Change::isNew);
    }

    /** A release in which a default is no value of its parameter answers nothing. */
    private static List<Binding> rows(SavedQuery query, Release release) {
        try {
            return query.run(release, Map.of()).rows();
        } catch (BadParameterException e) {
            return Collections.emptyList();
        }
    }

    /** For people: the rows, then the quads, of each kind the first ten, with {@code -} for gone and {@code +} for new. */
    public List<String> lines(Prefixes prefixes) {
        PrefixMap map = PrefixMapFactory.create(prefixes.all());
        List<String> lines = new ArrayList<>();
        lines.add("%s: -%d +%d".formatted(query.id(), gone.size(), added.size()));
        lines.addAll(shown(gone, row -> "  - " + text(row, map)));
        lines.addAll(shown(added, row -> "  + " + text(row, map)));
        lines.addAll(shown(behind, change -> "    " + text(change, map)));
        return lines;
    }

    private static <T> List<String> shown(List<T> all, Function<T, String> line) {
        List<String> lines = new ArrayList<>(all.stream().limit(SHOWN).map(line).toList());
        if (all.size() > SHOWN) {
            lines.add("    … (" + all.size() + ")");
        }
        return lines;
    }

    private String text(Binding row, PrefixMap prefixes) {
        return query.query().getResultVars().stream()
                .map(column -> row.get(Var.alloc(column)))
                .map(node -> node == null ? "" : text(node, prefixes))
                .collect(Collectors.joining(" | "));
    }

    private static String text(Change change, PrefixMap prefixes) {
        return (change.isNew() ? "+ " : "- ")
                + Stream.of(
                                change.quad().getSubject(),
                                change.quad().getPredicate(),
                                change.quad().getObject(),
                                change.quad().getGraph())
                        .map(node -> text(node, prefixes))
                        .collect(Collectors.joining(" "));
    }

    private static String text(Node node, PrefixMap prefixes) {
        return NodeFmtLib.str(node, null, prefixes);
    }

    private static Stream<Node> cells(Binding row) {
        List<Node> nodes = new ArrayList<>();
        row.forEach((column, node) -> nodes.add(node));
        return nodes.stream();
    }
}
