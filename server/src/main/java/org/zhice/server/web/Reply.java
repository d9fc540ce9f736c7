package org.zhice.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.web.HttpSC;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.zhice.server.protocol.Posted;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.Terms;

/**
 * Sends answers. Everything of ours that goes to a client goes through here, as bytes of UTF-8: Fuseki's own error
 * answers break when their text is not Latin.
 */
public final class Reply {
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM_TYPE = Terms.BASE + "problem/";

    /** The header that says what a page may load. */
    public static final String POLICY = "Content-Security-Policy";

    /** Nothing from elsewhere, nothing inline. */
    public static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** As strict, but elements may have styles: the editor sets them. */
    public static final String INLINE_STYLES = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    /** As strict, but any page may show it in a frame. */
    public static final String FRAMED = STRICT.replace("frame-ancestors 'none'", "frame-ancestors *");

    /** What most answers depend on; each answer names the encoding too, for Jetty compresses it. */
    static final String VARY = "Accept, Accept-Encoding, Accept-Language, Cookie";

    private Reply() {}

    /**
     * What the page of a problem shows.
     *
     * @param list the address of a page of what was expected; empty if there is none
     */
    record Failure(int status, String text, String list) {}

    /** Sends what a page answers, with the revision that it is, or the problem that it meets. */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, Page page, Releases releases, Limits limits) {
        send(response, answer(Client.of(request), page, releases, limits));
    }

    /** As above, for a page that reads a form. */
    static void sendForm(
            HttpServletRequest request, HttpServletResponse response, Page page, Releases releases, Limits limits) {
        send(response, formAnswer(request, page, releases, limits));
    }

    private static Answer formAnswer(HttpServletRequest request, Page page, Releases releases, Limits limits) {
        try {
            if (!Posted.type(request).equals(Posted.FORM)) {
                throw Problem.of(415, "form");
            }
            return answer(Client.ofForm(request), page, releases, limits);
        } catch (RuntimeException e) {
            return problem(Client.of(request), Problems.of(e, limits));
        }
    }

    private static Answer answer(Client client, Page page, Releases releases, Limits limits) {
        try {
            client.requireLanguage();
            return settled(client, releases.read(release -> Revision.answer(client, page, release)));
        } catch (RuntimeException e) {
            return problem(client, Problems.of(e, limits));
        }
    }

    /** Sends an answer. If another one is on its way, or this one fails, the client shall see that it is not whole. */
    public static void send(HttpServletResponse response, Answer answer) {
        if (response.isCommitted()) {
            breakOff(response, new IllegalStateException("failed after the first byte"));
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.status());
        if (!answer.type().isEmpty()) {
            response.setContentType(answer.type());
        }
        guarded(answer).headers().forEach(response::setHeader);
        if (answer.status() == 304) {
            // What a browser holds is given the headers of this answer, and has a policy that fits it.
            response.setHeader(POLICY, null);
        }
        try {
            answer.body().writeTo(response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        } catch (RuntimeException | Error e) {
            if (response.isCommitted()) {
                breakOff(response, e);
            }
            throw e;
        }
    }

    /** Fuseki would write the failure behind what has been sent, and end the answer well. */
    private static void breakOff(HttpServletResponse response, Throwable failure) {
        Request request =
                ServletContextResponse.getServletContextResponse(response).getRequest();
        reset(request.getConnectionMetaData().getConnection().getEndPoint());
        Request.as(request, ServletContextRequest.class).getServletChannel().abort(failure);
    }

    /**
     * Ends a connection in the midst of an answer, so that nobody takes it for whole. An answer without a length may end with
     * the connection, so that to close it would be a good end; it is done below TLS, which would take its leave.
     */
    public static void reset(EndPoint end) {
        Object transport = end.getTransport();
        while (transport instanceof EndPoint below) {
            transport = below.getTransport();
        }
        if (transport instanceof SocketChannel socket && socket.isOpen()) {
            try (socket) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What holds for every page for people, unless it says otherwise itself. */
    private static Answer guarded(Answer answer) {
        return answer.isPage() && !answer.headers().containsKey(POLICY) ? answer.with(POLICY, STRICT) : answer;
    }

    /** A small page for a browser, problem+json (RFC 9457) for a program. */
    public static Answer problem(Client client, Problem problem) {
        Answer answer = client.isBrowser() ? page(client, problem) : json(client, problem);
        return settled(
                client,
                guarded(answer)
                        .withStatus(problem.status())
                        .with(problem.headers())
                        .with("Vary", VARY)
                        .with("Cache-Control", "no-store"));
    }

    /** Where there is nothing, there may be something without the slash at the end. */
    private static Answer settled(Client client, Answer answer) {
        return answer.status() == 404 && client.path().matches("/+(?!static/|webjars/)[^/].*/")
                ? Answer.moved(client.withoutSlash())
                : answer;
    }

    private static Answer page(Client client, Problem problem) {
        String text = problem.text(Messages.in(client.language()));
        JsonValue list = problem.members().getOrDefault(Problem.LIST, new JsonString(""));
        return Templates.page(
                client,
                "error",
                new Failure(problem.status(), text, list.getAsString().value()));
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
