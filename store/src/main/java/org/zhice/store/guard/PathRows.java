package org.zhice.store.guard;

import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.PathLib;

/** Rows joined with where a path leads. What one path has collected is let go of when it begins to give rows. */
final class PathRows extends QueryIterRepeatApply {
    private final TriplePath path;
    private final Holding holding;
    private final ExecutionContext watched;

    PathRows(TriplePath path, QueryIterator input, QueryMeter meter, ExecutionContext execution) {
        super(input, execution);
        this.path = path;
        this.holding = meter.holding();
        this.watched = ExecutionContext.copyChangeActiveGraph(
                execution, new WatchedGraph(execution.getActiveGraph(), meter, holding));
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        holding.release();
        return PathLib.execTriplePath(row, path, watched);
    }

    @Override
    protected Binding moveToNextBinding() {
        holding.release();
        return super.moveToNextBinding();
    }
}
