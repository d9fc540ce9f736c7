package org.zhice.store.guard;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphWrapper;

/** A graph as the answer of a query, counted while it grows. */
public final class CountedGraph extends GraphWrapper {
    private static final int TRIPLE = 150;

    private final QueryMeter meter;
    private final Holding holding;

    private CountedGraph(QueryMeter meter) {
        super(GraphFactory.createDefaultGraph());
        this.meter = meter;
        this.holding = meter.holding();
    }

    /**
     * The answer to a CONSTRUCT or DESCRIBE.
     *
     * @throws org.zhice.store.QueryCostException if it is larger than a query may hold
     */
    public static Graph filled(QueryExec exec, QueryMeter meter) {
        CountedGraph graph = new CountedGraph(meter);
        if (exec.getQuery().isDescribeType()) {
            exec.describe(graph);
        } else {
            exec.construct(graph);
        }
        return graph.get();
    }

    @Override
    public void add(Triple triple) {
        meter.firstRow();
        meter.check();
        if (!get().contains(triple)) {
            holding.add(TRIPLE + term(triple.getSubject()) + term(triple.getPredicate()) + term(triple.getObject()));
            get().add(triple);
        }
    }

    private long term(Node term) {
        meter.answers(term);
        return meter.weigher().term(term);
    }
}
