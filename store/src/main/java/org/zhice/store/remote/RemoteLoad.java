package org.zhice.store.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.ReleaseId;
import org.zhice.store.Result;
import org.zhice.store.StoreException;
import org.zhice.store.StoreException.Kind;
import org.zhice.store.Terms;

/**
 * Puts a release into another engine, graph by graph as far as these differ from what it holds, and reads it back. Before the
 * first and until after the last a graph of its own says that it is being loaded, so that nobody who looks for that takes a part
 * for the whole.
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
     * @param graphs how many it has
     * @param written how many of them the engine did not hold as they are
     * @param others graphs there that are not ours and were left alone; queries without GRAPH see them too
     */
    public record Outcome(String release, long quads, int graphs, int written, Set<String> others) {
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
        return done(nquads, endpoint, store, limits, watch, RemoteLoad::replace);
    }

    /**
     * Compares what an engine's own loader has put there, and takes away what says that a release is being loaded.
     *
     * @param nquads the release, sorted or not
     * @param store where it gives out graphs
     * @throws StoreException if it holds another thing
     */
    public static Outcome compare(List<Path> nquads, URI endpoint, URI store, Limits limits, Watch watch) {
        return done(nquads, endpoint, store, limits, watch, RemoteLoad::compare);
    }

    private static Outcome done(
            List<Path> nquads,
            URI endpoint,
            URI store,
            Limits limits,
            Watch watch,
            BiFunction<RemoteLoad, GraphFiles, Outcome> what) {
        RemoteLoad load =
                new RemoteLoad(new Endpoint(endpoint, limits, limits.patience()), new GraphStore(store), watch);
        try (GraphFiles graphs = GraphFiles.of(nquads)) {
            return what.apply(load, graphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome replace(GraphFiles graphs) {
        Set<String> others = strangers(graphs);
        List<String> changed = new ArrayList<>();
        each(graphs.names(), "compare", name -> {
            if (!store.holds(name, graphs.digest(name))) {
                changed.add(name);
            }
        });
        List<String> gone = others.stream().filter(RemoteLoad::isOurs).toList();
        gone.forEach(others::remove);
        if (!changed.isEmpty() || !gone.isEmpty()) {
            mark();
            gone.forEach(store::delete);
            each(changed, "load", name -> {
                store.put(name, graphs.file(name));
                store.require(name, graphs.digest(name));
            });
        }
        return proven(graphs, changed.size(), others);
    }

    private Outcome compare(GraphFiles graphs) {
        Set<String> others = strangers(graphs);
        others.stream().filter(RemoteLoad::isOurs).findFirst().ifPresent(name -> {
            throw refused(name + ": is of another release");
        });
        each(graphs.names(), "compare", name -> store.require(name, graphs.digest(name)));
        return proven(graphs, 0, others);
    }

    private void each(Collection<String> names, String step, Consumer<String> what) {
        int done = 0;
        for (String name : names) {
            watch.at(step, done++, names.size());
            what.accept(name);
        }
        watch.at(step, done, names.size());
    }

    /** Each graph is as it was given; is it seen too? */
    private Outcome proven(GraphFiles graphs, int written, Set<String> others) {
        String release = release();
        if (release.isEmpty()) {
            throw refused("does not show the graphs that were loaded to a query without GRAPH");
        }
        store.delete(LOADING);
        return new Outcome(release, graphs.quads(), graphs.names().size(), written, others);
    }

    private StoreException refused(String what) {
        return new StoreException(endpoint.address() + ": " + what, Kind.REFUSED, null);
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

    /** The graphs there that the release has not. Asked first: engines count through all that was just loaded. */
    private Set<String> strangers(GraphFiles graphs) {
        return endpoint.select(GRAPHS).rows().stream()
                .map(row -> Result.text(row, "graph"))
                .filter(name -> !graphs.names().contains(name) && !name.equals(LOADING))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOurs(String graph) {
        return graph.startsWith(Terms.GRAPH);
    }
}
