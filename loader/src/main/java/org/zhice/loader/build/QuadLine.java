package org.zhice.loader.build;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.zhice.loader.map.Closure;

/**
 * A line of a release, cut where its triple ends. Sorted by triple and then by graph, both by code unit, lines stand in the
 * order of a release: what can follow a term in a longer one comes after the blank that ends it.
 *
 * @param triple subject, predicate and object as N-Quads write them
 * @param graph as N-Quads write it
 */
public record QuadLine(String triple, String graph) implements Serializable {
    private static final String DERIVED = NodeFmtLib.strNT(Closure.GRAPH);

    static QuadLine of(Quad quad) {
        return new QuadLine(
                Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject())
                        .map(NodeFmtLib::strNT)
                        .collect(Collectors.joining(" ")),
                NodeFmtLib.strNT(quad.getGraph()));
    }

    /**
     * The lines of one triple in a release, sorted: what is given counts no more as derived.
     *
     * @param graphs all that hold it in some part, at least one, with repeats
     */
    public static Stream<String> whole(String triple, Collection<String> graphs) {
        Set<String> given = new TreeSet<>(graphs);
        if (given.size() > 1) {
            given.remove(DERIVED);
        }
        return given.stream().map(graph -> new QuadLine(triple, graph).toString());
    }

    @Override
    public String toString() {
        return triple + ' ' + graph + " .";
    }
}
