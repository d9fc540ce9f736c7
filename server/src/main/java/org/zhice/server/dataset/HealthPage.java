package org.zhice.server.dataset;

import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** Whether the store can be read, by reading it. */
final class HealthPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(HealthPage.class);
    private static final Query ANYTHING = Queries.read(HealthPage.class, "anything.rq");
    private static final Query GRAPHS = Queries.read(HealthPage.class, "graphs.rq");

    @Override
    public Answer get(Client client, Release release) {
        try {
            return Answer.json(look(release)).with("Cache-Control", "no-store");
        } catch (RuntimeException e) {
            LOG.error("The store cannot be read", e);
            throw Problem.of(503, "store").withHeader("Retry-After", "5");
        }
    }

    private static JsonObject look(Release release) {
        if (!release.ask(ANYTHING)) {
            throw new IllegalStateException("the store holds nothing");
        }
        JsonObject health = new JsonObject();
        health.put("status", "ok");
        health.put("build", release.id());
        health.put("graphs", release.memo(GRAPHS, () -> graphs(release)));
        return health;
    }

    private static int graphs(Release release) {
        return Integer.parseInt(Result.text(release.select(GRAPHS).rows().get(0), "graphs"));
    }
}
