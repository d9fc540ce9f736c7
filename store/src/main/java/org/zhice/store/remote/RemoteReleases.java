package org.zhice.store.remote;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.Releases;
import org.zhice.store.StoreException;
import org.zhice.store.StoreException.Kind;
import org.zhice.store.Terms;

/**
 * A SPARQL 1.1 endpoint elsewhere that holds a release. What a query without GRAPH sees is up to the endpoint; ours shows
 * all graphs.
 *
 * <p>Which release it is is asked again after a while. Who replaces it says so first and waits for that while, as
 * {@link RemoteLoad} does: then nobody reads one release and the next together, or what lies between.
 */
public final class RemoteReleases implements Releases {
    /** How old the knowledge of the release that is there may be. */
    static final Duration LOOK = Duration.ofSeconds(10);

    /** A graph that is there as long as a release is being loaded, and if loading it failed. */
    static final Node LOADING = Terms.graph("loading");

    private static final Query BEING_LOADED =
            Queries.bound(Queries.read(RemoteReleases.class, "loading.rq"), "graph", LOADING);

    private final Endpoint endpoint;
    private final boolean marked;
    private Seen seen = new Seen("", new Memo(), Instant.MIN);

    private RemoteReleases(Endpoint endpoint, boolean marked) {
        this.endpoint = endpoint;
        this.marked = marked;
    }

    /** Whatever the endpoint holds. Nothing is asked before somebody reads. */
    public RemoteReleases(URI endpoint, Limits limits) {
        this(new Endpoint(endpoint, limits, limits.patience()), false);
    }

    /**
     * As above, for a server: there is nothing to read as long as the endpoint does not say which release it holds, it has as
     * long for an answer as a query may take, and what an engine would do for anybody is not asked of it.
     */
    public static RemoteReleases marked(URI endpoint, Limits limits) {
        return new RemoteReleases(new Endpoint(endpoint, limits, limits.total()), true);
    }

    private record Seen(String id, Memo memo, Instant next) {
        boolean isOld() {
            return Instant.now().isAfter(next);
        }
    }

    /** @throws StoreException also if the release was replaced meanwhile */
    @Override
    public <T> T read(Function<Release, T> use) {
        Seen now = look();
        T read = use.apply(new RemoteRelease(endpoint, now.id(), now.memo(), marked));
        if (now.isOld() && !look().id().equals(now.id())) {
            throw new StoreException(
                    endpoint.address() + ": the release was replaced while it was read", Kind.SILENT, null);
        }
        return read;
    }

    /** Nothing once the look is old: whoever reads next looks again. */
    @Override
    public synchronized String current() {
        return seen.isOld() ? "" : seen.id();
    }

    private synchronized Seen look() {
        if (seen.isOld()) {
            Instant now = Instant.now();
            String id = marked && endpoint.ask(BEING_LOADED) ? "" : ReleaseId.in(endpoint.select(ReleaseId.QUERY));
            boolean same = !id.isEmpty() && id.equals(seen.id());
            seen = new Seen(id, same ? seen.memo() : new Memo(), now.plus(LOOK));
        }
        if (marked && seen.id().isEmpty()) {
            throw new StoreException(
                    endpoint.address() + ": holds no release, or one is being loaded", Kind.SILENT, null);
        }
        return seen;
    }
}
