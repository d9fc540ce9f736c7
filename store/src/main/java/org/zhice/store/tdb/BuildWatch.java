package org.zhice.store.tdb;

import java.nio.file.Path;
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
    private final ServedBuilds builds;
    private final BiConsumer<String, DatasetGraph> taker;
    private final Thread watch = new Thread(this::watch, "build-watch");

    /**
     * A watch over the builds of a store.
     *
     * @param builds tells the new ones
     * @param taker takes a new one over, by the name of its folder and opened, and returns when it is done
     */
    public BuildWatch(Path config, ServedBuilds builds, BiConsumer<String, DatasetGraph> taker) {
        this.config = config;
        this.builds = builds;
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

    /** A build that is damaged or cannot be opened is left alone: the server goes on with the one it has. */
    private void look() {
        try {
            builds.next().ifPresent(this::take);
        } catch (DamagedBuildException e) {
            LOG.error("{}; the build before is served on", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A new build was not taken over", e);
        }
    }

    private void take(Path copy) {
        DatasetGraph fresh;
        try {
            fresh = open(copy);
        } catch (RuntimeException e) {
            builds.refused(copy, String.valueOf(e.getMessage()));
            throw e;
        }
        taker.accept(String.valueOf(copy.getFileName()), fresh);
        builds.took(copy);
        LOG.info("{}: taken over", copy.getFileName());
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
