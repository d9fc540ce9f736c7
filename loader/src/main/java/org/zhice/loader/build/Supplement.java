package org.zhice.loader.build;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.zhice.store.Releases;

/** What goes into a build beside the graph of the tables. */
public interface Supplement {
    /** For a build that holds the graph alone. */
    Supplement NONE = new Supplement() {
        @Override
        public Collection<Quad> content(Releases graph, Function<Set<Node>, Graph> without) {
            return Set.of();
        }

        @Override
        public Collection<Quad> results(Releases release, Supplier<String> version) {
            return Set.of();
        }
    };

    /**
     * Quads that belong to the release: the same for the same graph, in named graphs and without blank nodes. Asked while the graph
     * is checked; what comes of it, an exception too, counts only if the graph is good.
     *
     * @param graph the graph of the tables
     * @param without its triples, but for those that stand only in some graphs
     */
    Collection<Quad> content(Releases graph, Function<Set<Node>, Graph> without);

    /**
     * Quads about this one build, such as times; they stand in the store and in a file of their own.
     *
     * @param release the graph with the content
     * @param version gives the id of the release as soon as its dumps are written
     */
    Collection<Quad> results(Releases release, Supplier<String> version);
}
