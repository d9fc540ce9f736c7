package org.zhice.store.remote;

import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** The release that an endpoint holds. */
record RemoteRelease(Endpoint endpoint, String id, Memo memo) implements Release {
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
        return PortableQuery.of(query, limits());
    }

    @Override
    public <T> T memo(Object key, Supplier<T> make) {
        return memo.get(key, make);
    }
}
