package org.zhice.server.front;

import java.io.IOException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Problems;
import org.zhice.server.web.Reply;
import org.zhice.store.Limits;

/** Errors that arise outside of our pages, such as an address where there is nothing, told in the same way. */
final class ErrorPages extends ErrorHandler {
    private final Limits limits;

    /** Errors that tell of limits. */
    ErrorPages(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback)
            throws IOException {
        Client client = Client.of(request);
        Answer answer = Reply.problem(client, cause instanceof Problem told ? told : problem(code, client));
        CommonHeaders.put(request, response);
        Sender.send(response, answer, callback);
    }

    private Problem problem(int code, Client client) {
        return switch (code) {
            case 404 -> Problem.of(code, "not-found", client.path());
            case 405, 501 -> Problem.of(code, "method", "");
            case 408 ->
                Problem.of(code, "slow", limits.front().body().toSeconds()).withHeader("Connection", "close");
            case 413 -> Problems.tooLarge(limits);
            case 414 -> Problem.of(code, "address-long", limits.front().addressBytes());
            case 431 ->
                Problem.of(
                        code,
                        "headers-long",
                        limits.front().headerBytes(),
                        limits.front().headerLines());
            case 503 -> Problem.of(code, "stopping").withHeader("Retry-After", "5");
            default -> Problem.of(code, code < 500 ? "bad-request" : "failed");
        };
    }
}
