package org.zhice.query.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Quad;
import org.zhice.store.Terms;

/**
 * The quads in which two releases differ.
 *
 * @param all in the order of their N-Quads, those that are gone before those that are new
 */
public record QuadChanges(List<Change> all) {
    private static final Node META = Terms.graph("meta");
    private static final Pattern IRI = Pattern.compile("<([^<>]+)>");

    /** A quad that is in one release only: in the later one if it is new. */
    record Change(boolean isNew, Quad quad) {
        boolean touches(Set<Node> nodes) {
            return nodes.contains(quad.getSubject()) || nodes.contains(quad.getObject());
        }

        /** Whether it is what a release says of itself, which follows from all else. */
        boolean isOfRelease() {
            return quad.getGraph().equals(META);
        }
    }

    /**
     * Compares two releases by their N-Quads.
     *
     * @param before the file of the earlier one
     * @param after the lines of the later one
     */
    public static QuadChanges between(Path before, Collection<String> after) {
        try {
            Set<String> gone = new LinkedHashSet<>(Files.readAllLines(before));
            Set<String> added = new LinkedHashSet<>(after);
            added.removeAll(gone);
            gone.removeAll(Set.copyOf(after));
            List<Change> all = new ArrayList<>(changes(gone, false));
            all.addAll(changes(added, true));
            return new QuadChanges(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those that may have changed an answer: quads of an entity in the changed rows, else of a literal in them, else with
     * a predicate of the query.
     */
    List<Change> behind(Query query, Collection<Node> changed) {
        Set<Node> entities = changed.stream().filter(Node::isURI).collect(Collectors.toSet());
        Set<Node> values = changed.stream().filter(Node::isLiteral).collect(Collectors.toSet());
        Set<String> used = iris(query);
        return first(
                change -> change.touches(entities),
                change -> !change.isOfRelease() && change.touches(values),
                change -> !change.isOfRelease()
                        && used.contains(change.quad().getPredicate().getURI()));
    }

    /** Of the changes behind an answer, and of its own entities, what is gone; what the release says of itself does not count. */
    List<Change> goneBehind(Query query, Collection<Node> changed) {
        Set<Node> entities = changed.stream().filter(Node::isURI).collect(Collectors.toSet());
        Set<String> used = iris(query);
        return all.stream()
                .filter(change -> !change.isNew() && !change.isOfRelease())
                .filter(change -> used.contains(change.quad().getPredicate().getURI()))
                .filter(change -> entities.isEmpty() || change.touches(entities))
                .toList();
    }

    @SafeVarargs
    private List<Change> first(Predicate<Change>... tests) {
        for (Predicate<Change> test : tests) {
            List<Change> found = all.stream().filter(test).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** All IRIs in a query, wherever they stand in it. */
    private static Set<String> iris(Query query) {
        return IRI.matcher(Algebra.compile(query).toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Change> changes(Collection<String> lines, boolean areNew) {
        List<Change> changes = new ArrayList<>();
        String sorted = lines.stream().sorted().collect(Collectors.joining("\n"));
        RDFParser.fromString(sorted, Lang.NQUADS).parse(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                changes.add(new Change(areNew, quad));
            }
        });
        return changes;
    }
}
