package org.zhice.store.guard;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** The rows of a step that holds something until it is closed. */
final class ReleasingRows extends QueryIter1 {
    private final Holding holding;

    ReleasingRows(QueryIterator rows, Holding holding, ExecutionContext execution) {
        super(rows, execution);
        this.holding = holding;
    }

    @Override
    protected boolean hasNextBinding() {
        return getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return getInput().next();
    }

    @Override
    protected void closeSubIterator() {
        holding.release();
    }

    @Override
    protected void requestSubCancel() {}
}
