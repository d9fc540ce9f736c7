package org.zhice.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.web.HttpSC;

/**
 * Sends answers. Everything of ours that goes to a client goes through here, as bytes of UTF-8: Fuseki's own error
 * answers break when their text is not Latin.
 */
final class Reply {
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM_TYPE = "https://w3id.org/zhice/problem/";

    private Reply() {}

    /** Sends what a page answers, or the problem that it meets. */
    static void send(HttpAction action, Page page) {
        Client client = Client.of(action.getRequest());
        try {
            send(action.getResponse(), page.get(action, client));
        } catch (RuntimeException e) {
            send(action.getResponse(), problem(client, Problems.of(e)));
        }
    }

    static void send(HttpServletResponse response, Answer answer) {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.status());
        if (!answer.type().isEmpty()) {
            response.setContentType(answer.type());
        }
        answer.headers().forEach(response::setHeader);
        try {
            answer.body().writeTo(response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        }
    }

    /** A small page for a browser, problem+json (RFC 9457) for a program. */
    static Answer problem(Client client, Problem problem) {
        Answer answer = client.isBrowser() ? page(client, problem) : json(client, problem);
        return answer.withStatus(problem.status())
                .with(problem.headers())
                .with("Vary", "Accept, Accept-Language, Cookie")
                .with("Cache-Control", "no-store");
    }

    private static Answer page(Client client, Problem problem) {
        Messages messages = Messages.in(client.language());
        Map<String, Object> model = Map.of("status", problem.status(), "text", problem.text(messages));
        return Templates.page(client, "error.ftlh", model);
    }

    private static Answer json(Client client, Problem problem) {
        JsonObject json = new JsonObject();
        json.put("type", PROBLEM_TYPE + problem.key());
        json.put("title", HttpSC.getMessage(problem.status()));
        json.put("status", problem.status());
        json.put("detail", problem.text(Messages.in(client.language())));
        json.put("instance", client.path());
        problem.members().forEach(json::put);
        return Answer.text(PROBLEM_JSON, json + "\n");
    }
}
