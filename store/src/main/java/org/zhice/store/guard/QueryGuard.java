package org.zhice.store.guard;

import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.util.Context;
import org.zhice.store.Limits;

/** Puts the guard into the context of data: no query to it can pass it, whichever way it comes. */
public final class QueryGuard {
    private QueryGuard() {}

    /** From now on functions in queries with this context look after themselves. Before all else, so that constants do too. */
    public static void install(Context context, Limits limits) {
        RewriteFactory checked = running -> {
            CheckedExpressions expressions = new CheckedExpressions(new Checks(QueryMeter.of(running, limits)));
            return op -> Optimize.stdOptimizationFactory
                    .create(running)
                    .rewrite(Transformer.transformSkipService(new TransformCopy(), expressions, op));
        };
        context.set(ARQConstants.sysOptimizerFactory, checked);
    }
}
