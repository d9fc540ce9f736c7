package org.zhice.store.arq;

import java.util.function.BiFunction;
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
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.federation.Federation;
import org.zhice.store.guard.CountedGraph;
import org.zhice.store.guard.QueryGuard;
import org.zhice.store.guard.QueryMeter;

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
    public static void guard(DatasetGraph data, Federation federation, Limits limits) {
        SafeFunctions.install(data.getContext(), limits);
        QueryGuard.install(data.getContext(), limits);
        federation.install(data.getContext());
    }

    @Override
    public Result select(Query query) {
        return run(query, (exec, meter) -> Result.of(exec.select(), limits.rows(), meter.rows()));
    }

    @Override
    public Graph construct(Query query) {
        Graph graph = run(query, CountedGraph::filled);
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return graph;
    }

    @Override
    public boolean ask(Query query) {
        return run(query, (exec, meter) -> exec.ask());
    }

    @Override
    public <T> T memo(Object key, Supplier<T> make) {
        return memo.get(key, make);
    }

    /** Runs a query from its plan to its last row. Who follows a path can run out of stack. */
    private <T> T run(Query query, BiFunction<QueryExec, QueryMeter, T> use) {
        Context context = context();
        try (QueryMeter meter = QueryMeter.open(limits, context)) {
            try (QueryExec exec = QueryExec.dataset(seen(query))
                    .query(withoutDataset(query))
                    .context(context)
                    .build()) {
                return use.apply(exec, meter);
            } catch (RuntimeException e) {
                throw meter.meant(e);
            } catch (StackOverflowError e) {
                throw new QueryCostException(Cost.DEPTH, 0);
            }
        }
    }

    /** All of the data, or the graphs that the query names with FROM. */
    private DatasetGraph seen(Query query) {
        return query.hasDatasetDescription() ? PickedGraphs.of(query.getDatasetDescription(), data) : data;
    }

    /** The same query about all that it is given: ARQ would pick the graphs that it names from those already picked. */
    public static Query withoutDataset(Query query) {
        if (!query.hasDatasetDescription()) {
            return query;
        }
        Query plain = query.cloneQuery();
        plain.getGraphURIs().clear();
        plain.getNamedGraphURIs().clear();
        return plain;
    }

    /** A new one for each query: Jena leaves in it that a query was ended, and the next would not start. */
    private Context context() {
        Context context = data.getContext().copy();
        Federation.tell(context, calls);
        return context.set(ARQ.queryTimeout, limits.timeout());
    }
}
