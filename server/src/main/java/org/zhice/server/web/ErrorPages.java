package org.zhice.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().writeTo(bytes);
        response.getHeaders().put("Content-Type", answer.type());
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(bytes.toByteArray()), callback);
    }

    private Problem problem(int code, Client client) {
        return code == 413 ? Problems.tooLarge(limits) : Problem.of(code, key(code), client.path());
    }

    private static String key(int code) {
        return switch (code) {
            case 404 -> "not-found";
            default -> code < 500 ? "bad-request" : "failed";
        };
    }
}
