package org.zhice.store.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.ReleaseId;
import org.zhice.store.Result;
import org.zhice.store.StoreException;
import org.zhice.store.StoreException.Kind;
import org.zhice.store.Terms;

/**
 * Puts a release into another engine, graph by graph, and reads it back. Before the first and until after the last a graph of
 * its own says that it is being loaded, so that nobody who looks for that takes a part for the whole.
 */
public final class RemoteLoad {
    private static final Query GRAPHS = Queries.read(RemoteLoad.class, "graphs.rq");
    private static final String LOADING = RemoteReleases.LOADING.getURI();

    private final Endpoint endpoint;
    private final GraphStore store;
    private final Watch watch;

    /** Told of each step. */
    public interface Watch {
        /**
         * Called at the start of a step with 0, while it runs, and at its end with {@code done == total}.
         *
         * @param step an English word or two
         */
        void at(String step, long done, long total);
    }

    /**
     * What was done.
     *
     * @param others graphs there that are not ours and were left alone; queries without GRAPH see them too
     */
    public record Outcome(String release, long quads, int graphs, Set<String> others) {
        public Outcome {
            others = Set.copyOf(others);
        }
    }

    private RemoteLoad(Endpoint endpoint, GraphStore store, Watch watch) {
        this.endpoint = endpoint;
        this.store = store;
        this.watch = watch;
    }

    /**
     * Where the engine at an address takes in graphs.
     *
     * @return empty if its address does not tell: then it must be said
     */
    public static Optional<URI> graphStore(URI endpoint) {
        return GraphStore.addressFor(endpoint);
    }

    /**
     * Replaces whatever release an engine holds.
     *
     * @param nquads the release, sorted or not
     * @param store where it takes in graphs
     * @throws StoreException if it refuses something, or holds another thing afterwards than it was given; it then says of
     *     itself that it holds no release
     */
    public static Outcome load(List<Path> nquads, URI endpoint, URI store, Limits limits, Watch watch) {
        RemoteLoad load =
                new RemoteLoad(new Endpoint(endpoint, limits, limits.patience()), new GraphStore(store), watch);
        try (GraphFiles graphs = GraphFiles.of(nquads)) {
            return load.replace(graphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome replace(GraphFiles graphs) {
        mark();
        Set<String> others = clear(graphs.names());
        int done = 0;
        for (String name : graphs.names()) {
            watch.at("load", done++, graphs.names().size());
            store.put(name, graphs.file(name));
            store.require(name, graphs.digest(name));
        }
        watch.at("load", done, graphs.names().size());
        String release = release();
        if (release.isEmpty()) {
            throw new StoreException(
                    endpoint.address() + ": does not show the graphs that were loaded to a query without GRAPH",
                    Kind.REFUSED,
                    null);
        }
        store.delete(LOADING);
        return new Outcome(release, graphs.quads(), graphs.names().size(), others);
    }

    /** Who reads the release that is there is given the time to see that it goes; until then it is there as a whole. */
    private void mark() {
        boolean isRead = !release().isEmpty();
        store.put(LOADING, "<" + LOADING + "> <http://www.w3.org/2000/01/rdf-schema#label> \"being loaded\"@en .\n");
        if (!isRead) {
            return;
        }
        long seconds = RemoteReleases.LOOK.toSeconds();
        for (long waited = 0; waited < seconds; waited++) {
            watch.at("wait for readers", waited, seconds);
            pause();
        }
        watch.at("wait for readers", seconds, seconds);
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String release() {
        return ReleaseId.in(endpoint.select(ReleaseId.QUERY));
    }

    /** Takes away what an earlier release had and this one has not; what it does not know it leaves. */
    private Set<String> clear(Set<String> names) {
        Set<String> others = new TreeSet<>();
        endpoint.select(GRAPHS).rows().stream()
                .map(row -> Result.text(row, "graph"))
                .filter(name -> !names.contains(name) && !name.equals(LOADING))
                .forEach(name -> {
                    if (name.startsWith(Terms.GRAPH)) {
                        store.delete(name);
                    } else {
                        others.add(name);
                    }
                });
        return others;
    }
}
