package org.zhice.store.remote;

import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * The release that an endpoint holds.
 *
 * @param guarded whether questions may come from anybody, so that not all of them are passed on
 */
record RemoteRelease(Endpoint endpoint, String id, Memo memo, boolean guarded) implements Release {
    @Override
    public Limits limits() {
        return endpoint.limits();
    }

    @Override
    public Result select(Query query) {
        return endpoint.select(sent(query));
    }

    @Override
    public Graph construct(Query query) {
        return endpoint.construct(sent(query));
    }

    @Override
    public boolean ask(Query query) {
        return endpoint.ask(sent(query));
    }

    private Query sent(Query query) {
        return guarded ? PortableQuery.of(query, limits()) : query;
    }

    @Override
    public <T> T memo(Object key, Supplier<T> make) {
        return memo.get(key, make);
    }
}
