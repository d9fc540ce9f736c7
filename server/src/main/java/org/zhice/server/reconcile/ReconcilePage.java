package org.zhice.server.reconcile;

import org.apache.jena.atlas.json.JsonObject;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Page;
import org.zhice.store.Release;

/** The address of the service: a batch of queries, a fetch of properties, or else the manifest. */
record ReconcilePage() implements Page {
    @Override
    public Answer get(Client client, Release release) {
        Batch batch = new Batch(release.limits().match());
        if (client.parameter("queries").isPresent()) {
            String queries = client.parameter("queries").get();
            return posted(Reconciler.of(release, client.language()).answer(batch.queries(queries)));
        }
        if (client.parameter("extend").isPresent()) {
            String extend = client.parameter("extend").get();
            return posted(Extension.of(release, client.language()).answer(batch.extend(extend)));
        }
        return Answer.json(Manifest.of(client, release));
    }

    /** What hangs on the body of a request can be kept under no address. */
    private static Answer posted(JsonObject answer) {
        return Answer.json(answer).with("Cache-Control", "no-store");
    }
}
