package org.zhice.server.sparql;

import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.zhice.server.web.Links;
import org.zhice.store.Limits;
import org.zhice.store.tdb.LiveReleases;

/** The store of a Fuseki server, as its pages ask it. */
public final class ServedStore {
    private ServedStore() {}

    /**
     * What pages ask: the dataset that the configuration describes.
     *
     * @param id the name of the build that it is
     * @throws IllegalStateException if the configuration gave no such dataset: Fuseki skips a broken one and starts
     */
    public static LiveReleases of(DataAccessPointRegistry datasets, String id, Limits limits) {
        if (!datasets.isRegistered(Links.SPARQL)) {
            throw new IllegalStateException(
                    "no dataset \"" + Links.SPARQL + "\": its description in the configuration is broken");
        }
        return new LiveReleases(datasets.get(Links.SPARQL).getDataService().getDataset(), id, limits);
    }
}
