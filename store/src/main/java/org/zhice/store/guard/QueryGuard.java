package org.zhice.store.guard;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.TransformGraphRename;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.zhice.store.Limits;

/** Puts the guard into the context of data: no query to it can pass it, whichever way it comes. */
public final class QueryGuard {
    /** Jena's name for the default graph is that of a graph that is not here: what stands there has names of its own. */
    private static final Transform UNNAMED =
            new TransformGraphRename(Quad.defaultGraphIRI, NodeFactory.createURI(Quad.defaultGraphIRI + "/none"));

    private QueryGuard() {}

    /** From now on functions in queries with this context look after themselves. Before all else, so that constants do too. */
    public static void install(Context context, Limits limits) {
        RewriteFactory checked = running -> {
            CheckedExpressions expressions = new CheckedExpressions(new Checks(QueryMeter.of(running, limits)));
            return op -> Optimize.stdOptimizationFactory
                    .create(running)
                    .rewrite(Transformer.transformSkipService(
                            new TransformCopy(),
                            expressions,
                            isPicked(running) ? op : Transformer.transform(UNNAMED, op)));
        };
        context.set(ARQConstants.sysOptimizerFactory, checked);
    }

    /** Whether the default graph is what FROM says. */
    private static boolean isPicked(Context running) {
        return running.get(ARQConstants.sysCurrentDataset) instanceof Dataset data
                && data.asDatasetGraph() instanceof DynamicDatasetGraph;
    }
}
