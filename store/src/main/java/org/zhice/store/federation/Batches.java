package org.zhice.store.federation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** Rows made of other rows, some of them at a time, and no sooner than they are wanted. */
final class Batches extends QueryIter1 {
    private final int size;
    private final Function<List<Binding>, Iterator<Binding>> answer;
    private Iterator<Binding> current = Collections.emptyIterator();

    Batches(
            QueryIterator input,
            int size,
            Function<List<Binding>, Iterator<Binding>> answer,
            ExecutionContext execution) {
        super(input, execution);
        this.size = size;
        this.answer = answer;
    }

    @Override
    protected boolean hasNextBinding() {
        while (!current.hasNext()) {
            List<Binding> rows = new ArrayList<>();
            while (rows.size() < size && getInput().hasNext()) {
                rows.add(getInput().next());
            }
            if (rows.isEmpty()) {
                return false;
            }
            current = answer.apply(rows);
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        return current.next();
    }

    @Override
    protected void closeSubIterator() {
        Iter.close(current);
    }

    @Override
    protected void requestSubCancel() {
        if (current instanceof QueryIterator running) {
            running.cancel();
        }
    }
}
