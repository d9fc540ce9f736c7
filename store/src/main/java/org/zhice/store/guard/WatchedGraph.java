package org.zhice.store.guard;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph in which a path is followed: each look at it is a look at the clock, and each triple found counts as held, for ARQ
 * collects all that a path reaches before it gives any.
 */
final class WatchedGraph extends GraphWrapper {
    private static final int FOUND = 32;

    private final QueryMeter meter;
    private final Holding holding;

    WatchedGraph(Graph graph, QueryMeter meter, Holding holding) {
        super(graph);
        this.meter = meter;
        this.holding = holding;
    }

    @Override
    public ExtendedIterator<Triple> find() {
        return watched(super.find());
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return watched(super.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return watched(super.find(subject, predicate, object));
    }

    private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> found) {
        count();
        return found.mapWith(triple -> {
            count();
            return triple;
        });
    }

    private void count() {
        meter.check();
        holding.add(FOUND);
    }
}
