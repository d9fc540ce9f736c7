package org.zhice.server.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;

/**
 * A store in this process.
 *
 * @param store the quads; what a query without GRAPH sees is their default graph
 * @param context the time limit and the functions that a query may use
 */
public record LocalEngine(DatasetGraph store, Context context) implements Engine {
    /** With the limits of the store itself. */
    public LocalEngine(DatasetGraph store) {
        this(store, store.getContext());
    }

    /** With a copy of the context: Jena leaves in it that a query was ended, and the next would not start. */
    @Override
    public Result select(Query query) {
        return Txn.calculateRead(store, () -> {
            try (QueryExec exec = QueryExec.dataset(store)
                    .query(query)
                    .context(context.copy())
                    .build()) {
                return Result.of(exec.select());
            }
        });
    }
}
