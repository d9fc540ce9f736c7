package org.zhice.store.guard;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows of which only the best few are kept: so many count, each as much as the heaviest that came. */
final class BestRows extends QueryIteratorWrapper {
    private final Holding holding;
    private final QueryMeter meter;
    private final long most;
    private long rows;
    private long heaviest;
    private long counted;

    BestRows(QueryIterator rows, Holding holding, QueryMeter meter, long most) {
        super(rows);
        this.holding = holding;
        this.meter = meter;
        this.most = most;
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        rows = Math.min(most, rows + 1);
        heaviest = Math.max(heaviest, meter.weigher().row(row));
        holding.add(rows * heaviest - counted);
        counted = rows * heaviest;
        return row;
    }
}
