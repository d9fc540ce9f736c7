package org.zhice.store.tdb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for each new build of the store while a server runs, opens it and hands it over. */
public final class BuildWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BuildWatch.class);
    private static final long LOOK_MILLIS = 1_000;

    private final Path config;
    private final StoreFiles files;
    private final BiConsumer<String, DatasetGraph> taker;
    private final Thread watch = new Thread(this::watch, "build-watch");

    /** The newest build that was looked at, taken over or not. */
    private Path seen;

    /**
     * A watch over the builds of a store.
     *
     * @param seen the build that is served already
     * @param taker takes a new one over, by the name of its folder and opened, and returns when it is done
     */
    public BuildWatch(Path config, StoreFiles files, Path seen, BiConsumer<String, DatasetGraph> taker) {
        this.config = config;
        this.files = files;
        this.seen = seen;
        this.taker = taker;
    }

    /** Begins to look. */
    public void start() {
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(LOOK_MILLIS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A build that cannot be opened is left alone: the server goes on with the one it has. */
    private void look() {
        try {
            Optional<Path> build = files.current().filter(current -> !current.equals(seen));
            if (build.isPresent()) {
                seen = build.get();
                taker.accept(String.valueOf(seen.getFileName()), open(seen));
                LOG.info("{}: taken over", seen.getFileName());
            }
        } catch (RuntimeException e) {
            LOG.error("{}: not taken over", seen, e);
        }
    }

    private DatasetGraph open(Path build) {
        DatasetGraph fresh = StoreConfig.open(config, build);
        if (Txn.calculateRead(fresh, () -> fresh.isEmpty())) {
            StoreConfig.close(fresh);
            throw new IllegalStateException("the build holds nothing");
        }
        return fresh;
    }

    /** Ends the looking, after a takeover that is under way. */
    @Override
    public void close() {
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
