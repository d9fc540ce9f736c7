package org.zhice.server.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.Slf4jRequestLogWriter;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.zhice.store.Limits;

/**
 * What every request goes through before it meets a page, and every answer after it has left one. Nearly all of it is
 * Jetty's; what comes first is outermost.
 */
public final class Handlers {
    /** A packet on the network holds as much: less would not come sooner. */
    private static final int WORTH_COMPRESSING = 1_400;

    private static final List<String> COMPRESSED = List.of(
            "application/atom+xml",
            "application/json",
            "application/ld+json",
            "application/n-quads",
            "application/n-triples",
            "application/problem+json",
            "application/rdf+json",
            "application/rdf-patch",
            "application/rdf+xml",
            "application/sparql-query",
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "application/trig",
            "application/xml",
            "image/svg+xml",
            "text/css",
            "text/csv",
            "text/html",
            "text/javascript",
            "text/plain",
            "text/tab-separated-values",
            "text/turtle");

    private Handlers() {}

    /**
     * Puts them around the servlets of a server that has not started.
     *
     * @param routes with all that rooms have put on them
     */
    public static void around(Server server, Routes routes) {
        Limits limits = routes.limits();
        ErrorPages errors = new ErrorPages(limits);
        server.setErrorHandler(errors);
        for (ServletContextHandler context : server.getDescendants(ServletContextHandler.class)) {
            context.setErrorHandler(errors);
            context.setMaxFormContentSize(limits.requestBytes());
        }
        server.setRequestLog(log());
        server.setHandler(inside(load(routes.limited(), limits), server.getHandler()));
        List<Handler> sequence = new ArrayList<>(List.of(Files.ours(), Files.webJars()));
        sequence.addAll(routes.files());
        sequence.add(server.getHandler());
        server.setHandler(new Handler.Sequence(sequence));
        for (Handler.Wrapper handler : List.of(new Addresses(), new Size(limits), compression(), new CommonHeaders())) {
            server.setHandler(inside(handler, server.getHandler()));
        }
    }

    private static Handler inside(Handler.Wrapper outer, Handler inner) {
        outer.setHandler(inner);
        return outer;
    }

    /** One line for each request, without what was asked: a query can be long, and is the user's own. */
    private static CustomRequestLog log() {
        Slf4jRequestLogWriter writer = new Slf4jRequestLogWriter();
        writer.setLoggerName("org.zhice.server.requests");
        return new CustomRequestLog(writer, "%m %U %s %{ms}T ms");
    }

    /** Outside of the limit of size, which so counts what a request unpacks to. */
    private static CompressionHandler compression() {
        CompressionConfig.Builder config =
                CompressionConfig.builder().compressIncludeMethod("GET").compressIncludeMethod("POST");
        COMPRESSED.forEach(config::compressIncludeMimeType);
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(WORTH_COMPRESSING);
        CompressionHandler handler = new CompressionHandler();
        handler.putCompression(gzip);
        handler.putConfiguration("/*", config.build());
        return handler;
    }

    private static QoSHandler load(Collection<String> addresses, Limits limits) {
        QoSHandler handler = new Load(limits);
        handler.includePath(addresses.toArray(String[]::new));
        handler.setMaxRequestCount(limits.atOnce());
        handler.setMaxSuspend(limits.waiting());
        return handler;
    }

    /**
     * A client that is still sending when its connection is closed loses the answer that says why, so what is refused is
     * read first and thrown away: up to so many times what is allowed.
     */
    private static final class Size extends SizeLimitHandler {
        private static final int PATIENT = 16;

        private final long most;

        Size(Limits limits) {
            super(limits.requestBytes(), -1);
            most = limits.requestBytes();
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (request.getLength() <= most || request.getLength() > PATIENT * most) {
                return super.handle(request, response, callback);
            }
            Runnable refuse = () -> Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
            Content.Source.consumeAll(request, Callback.from(refuse, failure -> refuse.run()));
            return true;
        }
    }

    /** Who has waited in vain is told in our words. */
    private static final class Load extends QoSHandler {
        private final Limits limits;

        Load(Limits limits) {
            this.limits = limits;
        }

        @Override
        protected void reject(Request request, Response response, Callback callback, int status) {
            Response.writeError(request, response, callback, status, null, Problems.overloaded(limits));
        }

        @Override
        protected void failSuspended(
                Request request, Response response, Callback callback, int status, Throwable failure) {
            reject(request, response, callback, status);
        }
    }
}
