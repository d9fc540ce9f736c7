package org.zhice.server;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiLib;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.metrics.MetricsProvider;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;

/**
 * Takes over each new build of the store while the server runs, without an error for anyone.
 *
 * <p>The new store is opened beside the old; then the registry of datasets is replaced in one step, so that each request
 * sees one build from beginning to end; the old store is closed when no request reads it any more. Compacting or changing
 * a live store instead would be unsafe with TDB2.
 */
final class StoreSwap implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSwap.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long QUIET_MILLIS = 1_000;
    private static final long DRAIN_MILLIS = 60_000;
    private static final long STEP_MILLIS = 50;

    private final FusekiServer server;
    private final Path config;
    private final StoreFiles files;
    private final Thread watch = new Thread(this::watch, "store-swap");

    /** The newest build that was looked at, taken over or not. */
    private Path seen;

    StoreSwap(FusekiServer server, Path config, StoreFiles files, Path build) {
        this.server = server;
        this.config = config;
        this.files = files;
        this.seen = build;
    }

    void start() {
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
    private void look() throws InterruptedException {
        try {
            Optional<Path> build = files.current().filter(current -> !current.equals(seen));
            if (build.isPresent()) {
                seen = build.get();
                take(seen);
            }
        } catch (RuntimeException e) {
            LOG.error("{}: not taken over", seen, e);
        }
    }

    private void take(Path build) throws InterruptedException {
        DataService old = replace(open(build));
        LOG.info("{}: taken over", build.getFileName());
        try {
            drain(old);
        } finally {
            close(old);
        }
        // Shutting down took the gauges of this name away.
        MetricsProvider metrics = MetricsProvider.getMetricsProvider(server.getServletContext());
        metrics.addDataAccessPointMetrics(server.getDataAccessPointRegistry().get(Store.NAME));
    }

    /** The files of an old build may be gone already, if builds follow each other closely. */
    private static void close(DataService old) {
        try {
            old.shutdown();
        } catch (RuntimeException e) {
            LOG.warn("The build before was not closed cleanly", e);
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

    private DataService replace(DatasetGraph fresh) {
        Store.prepare(fresh);
        DataAccessPointRegistry before = server.getDataAccessPointRegistry();
        DataService old = before.get(Store.NAME).getDataService();
        DataService service = DataService.newBuilder(old).dataset(fresh).build();
        service.setEndpointProcessors(server.getOperationRegistry());
        service.goActive();
        DataAccessPointRegistry after = new DataAccessPointRegistry();
        before.accessPoints().stream()
                .filter(point -> !point.getName().equals(Store.NAME))
                .forEach(after::register);
        after.register(new DataAccessPoint(Store.NAME, service));
        FusekiLib.setDataAccessPointRegistry(server, after);
        return old;
    }

    /** Quiet for a while, since a request may have the old service in hand and not yet have begun to read. */
    private static void drain(DataService old) throws InterruptedException {
        long deadline = System.currentTimeMillis() + DRAIN_MILLIS;
        long quietSince = System.currentTimeMillis();
        while (System.currentTimeMillis() < Math.min(deadline, quietSince + QUIET_MILLIS)) {
            Thread.sleep(STEP_MILLIS);
            if (old.activeTxn.get() > 0) {
                quietSince = System.currentTimeMillis();
            }
        }
    }

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
