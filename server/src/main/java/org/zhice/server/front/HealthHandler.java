package org.zhice.server.front;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.server.cache.Later;
import org.zhice.server.credential.Operators;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Health;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Reply;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.Result;

/**
 * Whether the server lives, which waits for nothing, and whether it can answer, which reads the store. What is not as it
 * should be is told to operators only.
 */
final class HealthHandler extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(HealthHandler.class);
    private static final String ALIVE = "/healthz";
    private static final String READY = "/readyz";
    private static final Query ANYTHING = Queries.read(HealthHandler.class, "anything.rq");
    private static final Query GRAPHS = Queries.read(HealthHandler.class, "graphs.rq");

    private final Health health;
    private final Releases releases;
    private final Operators operators;

    /** What was told last of why the store cannot be read; empty while it can. */
    private final AtomicReference<String> told = new AtomicReference<>("");

    /**
     * Health.
     *
     * @param releases what must be readable for the server to be ready
     * @param operators who is told of warnings
     */
    HealthHandler(Health health, Releases releases, Operators operators) {
        this.health = health;
        this.releases = releases;
        this.operators = operators;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.equals(ALIVE) && !path.equals(READY)) {
            return super.handle(request, response, callback);
        }
        if (path.equals(ALIVE) && !request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
            return send(request, path, response, callback);
        }
        return Later.handle(request, response, callback, () -> send(request, path, response, callback));
    }

    private boolean send(Request request, String path, Response response, Callback callback) throws Exception {
        Sender.send(response, answer(request, path).with("Cache-Control", "no-store"), callback);
        return true;
    }

    private Answer answer(Request request, String path) {
        Client client = Client.of(request);
        if (!request.getMethod().equals("GET")) {
            return Reply.problem(
                    client, Problem.of(405, "method", request.getMethod()).withHeader("Allow", Links.methods(path)));
        }
        try {
            JsonObject status = path.equals(ALIVE) ? alive() : releases.read(this::ready);
            if (operators.include(request)) {
                status.put("warnings", warnings(Messages.in(client.language())));
            }
            return Answer.json(status);
        } catch (RuntimeException e) {
            tell(e);
            return Reply.problem(client, Problem.of(503, "store").withHeader("Retry-After", "5"));
        }
    }

    /** Once for each reason: a proxy asks every second. */
    private void tell(RuntimeException trouble) {
        String why = trouble.toString();
        if (!why.equals(told.getAndSet(why))) {
            LOG.error("The store cannot be read", trouble);
        }
    }

    private JsonObject alive() {
        JsonObject alive = new JsonObject();
        alive.put("status", "ok");
        alive.put("build", health.release());
        return alive;
    }

    private JsonObject ready(Release release) {
        if (!release.ask(ANYTHING)) {
            throw new IllegalStateException("the store holds nothing");
        }
        told.set("");
        JsonObject ready = new JsonObject();
        ready.put("status", "ready");
        ready.put("release", release.id());
        ready.put("graphs", release.memo(GRAPHS, () -> graphs(release)));
        return ready;
    }

    private static int graphs(Release release) {
        return Integer.parseInt(Result.text(release.select(GRAPHS).rows().get(0), "graphs"));
    }

    private JsonArray warnings(Messages messages) {
        JsonArray warnings = new JsonArray();
        health.warnings().forEach((name, warning) -> {
            JsonObject one = new JsonObject();
            one.put("check", name);
            one.put("text", warning.text(messages));
            warnings.add(one);
        });
        return warnings;
    }
}
