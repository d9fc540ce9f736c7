package org.zhice.server.sparql;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.jena.fuseki.main.FusekiLib;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.metrics.MetricsProvider;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.server.web.Links;
import org.zhice.store.tdb.LiveReleases;

/**
 * Takes over a new build of the store while the server runs, without an error for anyone.
 *
 * <p>The registry of datasets and what pages ask are replaced in one step each, so that each request sees one build from
 * beginning to end; the old store is closed when no request reads it any more. Compacting or changing a live store instead
 * would be unsafe with TDB2.
 *
 * @param server whose datasets are replaced
 * @param releases what pages ask
 * @param done run each time that another build has taken the place
 */
public record Takeover(FusekiServer server, LiveReleases releases, Runnable done) {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);
    private static final long QUIET_MILLIS = 1_000;
    private static final long DRAIN_MILLIS = 60_000;
    private static final long STEP_MILLIS = 50;

    /** Returns when the build before is closed. */
    public void take(String id, DatasetGraph data) {
        DataService old = server.getDataAccessPointRegistry().get(Links.SPARQL).getDataService();
        IntSupplier readers = releases.replace(data, id, () -> replace(old, data));
        boolean interrupted = drain(() -> old.activeTxn.get() + readers.getAsInt());
        close(old);
        // Shutting down took the gauges of this name away.
        MetricsProvider metrics = MetricsProvider.getMetricsProvider(server.getServletContext());
        metrics.addDataAccessPointMetrics(server.getDataAccessPointRegistry().get(Links.SPARQL));
        if (interrupted) {
            Thread.currentThread().interrupt();
        } else {
            done.run();
        }
    }

    /** The files of an old build may be gone already, if builds follow each other closely. */
    private static void close(DataService old) {
        try {
            old.shutdown();
        } catch (RuntimeException e) {
            LOG.warn("The build before was not closed cleanly", e);
        }
    }

    private void replace(DataService old, DatasetGraph fresh) {
        DataAccessPointRegistry before = server.getDataAccessPointRegistry();
        DataService service = DataService.newBuilder(old).dataset(fresh).build();
        service.setEndpointProcessors(server.getOperationRegistry());
        service.goActive();
        DataAccessPointRegistry after = new DataAccessPointRegistry();
        before.accessPoints().stream()
                .filter(point -> !point.getName().equals(Links.SPARQL))
                .forEach(after::register);
        after.register(new DataAccessPoint(Links.SPARQL, service));
        FusekiLib.setDataAccessPointRegistry(server, after);
    }

    /**
     * Quiet for a while, since a request may have the old service in hand and not yet have begun to read.
     *
     * @return whether the server is being stopped; who is interrupted cannot close an index, so that is told again later
     */
    private static boolean drain(LongSupplier reading) {
        long deadline = System.currentTimeMillis() + DRAIN_MILLIS;
        long quietSince = System.currentTimeMillis();
        try {
            while (System.currentTimeMillis() < Math.min(deadline, quietSince + QUIET_MILLIS)) {
                Thread.sleep(STEP_MILLIS);
                if (reading.getAsLong() > 0) {
                    quietSince = System.currentTimeMillis();
                }
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
