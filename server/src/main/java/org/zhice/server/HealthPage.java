package org.zhice.server;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the store can be read, by reading it. */
final class HealthPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(HealthPage.class);

    @Override
    public Answer get(HttpAction action, Client client) {
        try {
            return Answer.json(Store.read(action, HealthPage::look)).with("Cache-Control", "no-store");
        } catch (RuntimeException e) {
            LOG.error("The store cannot be read", e);
            throw Problem.of(503, "store").withHeader("Retry-After", "5");
        }
    }

    private static JsonObject look(Store store) {
        long graphs = Iter.count(store.data().listGraphNodes());
        if (graphs == 0) {
            throw new IllegalStateException("the store holds no graph");
        }
        JsonObject health = new JsonObject();
        health.put("status", "ok");
        health.put("build", store.build());
        health.put("graphs", graphs);
        return health;
    }
}
