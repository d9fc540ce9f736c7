package org.zhice.store.guard;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Rows of which each is counted when it comes, since somebody keeps it. */
final class HeldRows extends QueryIteratorWrapper {
    private final Holding holding;

    HeldRows(QueryIterator rows, Holding holding) {
        super(rows);
        this.holding = holding;
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        holding.add(row);
        return row;
    }
}
