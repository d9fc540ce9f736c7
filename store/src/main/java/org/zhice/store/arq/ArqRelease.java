package org.zhice.store.arq;

import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.federation.Federation;

/**
 * A release in this process, asked by ARQ; whoever makes one holds the transaction.
 *
 * @param data the quads, with the union of all graphs as default graph
 * @param memo lives as long as the data
 * @param calls what its questions asked other endpoints
 */
public record ArqRelease(DatasetGraph data, String id, Limits limits, Memo memo, Calls calls) implements Release {
    /**
     * From now on no query to the data can call a function that is unsafe or an endpoint that is not listed, whichever way it
     * comes.
     */
    public static void guard(DatasetGraph data, Federation federation) {
        SafeFunctions.install(data.getContext());
        federation.install(data.getContext());
    }

    @Override
    public Result select(Query query) {
        return run(query, exec -> Result.of(exec.select(), limits.rows()));
    }

    @Override
    public Graph construct(Query query) {
        Graph graph = run(query, exec -> query.isDescribeType() ? exec.describe() : exec.construct());
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return graph;
    }

    @Override
    public boolean ask(Query query) {
        return run(query, QueryExec::ask);
    }

    @Override
    public <T> T memo(Object key, Supplier<T> make) {
        return memo.get(key, make);
    }

    private <T> T run(Query query, Function<QueryExec, T> use) {
        try (QueryExec exec =
                QueryExec.dataset(data).query(query).context(context()).build()) {
            return use.apply(exec);
        }
    }

    /** A new one for each query: Jena leaves in it that a query was ended, and the next would not start. */
    private Context context() {
        Context context = data.getContext().copy();
        Federation.tell(context, calls);
        return context.set(ARQ.queryTimeout, limits.timeout());
    }
}
