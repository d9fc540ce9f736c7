package org.zhice.store.remote;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.zhice.store.Hits;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.NameMatch;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** The release that an endpoint holds. */
record RemoteRelease(Endpoint endpoint, String id, Memo memo) implements Release {
    private static final Query NAMES = Queries.read(RemoteRelease.class, "names.rq");

    @Override
    public Limits limits() {
        return endpoint.limits();
    }

    @Override
    public Result select(Query query) {
        return endpoint.select(query);
    }

    @Override
    public Graph construct(Query query) {
        return endpoint.construct(query);
    }

    @Override
    public boolean ask(Query query) {
        return endpoint.ask(query);
    }

    /** By SPARQL alone: engines differ in their text indexes. */
    @Override
    public Hits search(String words, int most) {
        NameMatch match = NameMatch.of(words);
        if (match.words().isEmpty()) {
            return new Hits(List.of(), 0, true);
        }
        List<Node> folded =
                match.words().stream().map(NodeFactory::createLiteralString).toList();
        Result found = select(Queries.over(NAMES, "word", folded));
        return match.among(found, found.whole(), this, most);
    }

    @Override
    public <T> T memo(Object key, Supplier<T> make) {
        return memo.get(key, make);
    }
}
