package org.zhice.server;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.eclipse.jetty.util.component.LifeCycle;
import org.zhice.store.tdb.LiveReleases;
import org.zhice.store.tdb.ServedBuilds;

/** Closes the store when the server has stopped, whoever stops it, a signal included: then nobody reads it any more. */
final class StoreEnd implements LifeCycle.Listener {
    private final FusekiServer fuseki;
    private final ServedBuilds builds;
    private DataAccessPointRegistry datasets;

    StoreEnd(FusekiServer fuseki, ServedBuilds builds) {
        this.fuseki = fuseki;
        this.builds = builds;
    }

    /** By the end of the stop the server knows its datasets no longer. */
    @Override
    public void lifeCycleStopping(LifeCycle event) {
        datasets = fuseki.getDataAccessPointRegistry();
    }

    @Override
    public void lifeCycleStopped(LifeCycle event) {
        close(datasets);
        builds.close();
    }

    static void close(DataAccessPointRegistry datasets) {
        datasets.accessPoints().forEach(point -> {
            LiveReleases.awaitImage(point.getDataService().getDataset());
            point.getDataService().shutdown();
        });
    }
}
