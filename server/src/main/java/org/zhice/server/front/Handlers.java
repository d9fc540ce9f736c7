package org.zhice.server.front;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import org.apache.jena.fuseki.metrics.MetricsProvider;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.PathSpecSet;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.cache.AnswerCache;
import org.zhice.server.cache.Shortcut;
import org.zhice.server.credential.Operators;
import org.zhice.server.web.Links;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Problems;
import org.zhice.server.web.Routes;
import org.zhice.store.Limits;

/**
 * What every request goes through before it meets a page, and every answer after it has left one. Nearly all of it is
 * Jetty's; what comes first is outermost.
 */
public final class Handlers {
    /** A packet on the network holds as much: less would not come sooner. */
    private static final int WORTH_COMPRESSING = 1_400;

    /** For accepting connections, health and files. */
    private static final int SPARE_THREADS = 12;

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
     * @param operators who may see how the server fares
     * @return the answers that are kept
     */
    public static AnswerCache around(Server server, Routes routes, Operators operators) {
        Limits limits = routes.limits();
        ErrorPages errors = new ErrorPages(limits);
        server.setErrorHandler(errors);
        for (ServletContextHandler context : server.getDescendants(ServletContextHandler.class)) {
            context.setErrorHandler(errors);
            context.setMaxFormContentSize(limits.requestBytes());
        }
        server.setRequestLog(new RequestLines(server));
        Clients clients = new Clients(operators.behindProxy());
        Refused refused = new Refused();
        Predicate<Request> asks = asks(routes);
        Places asking = asking(limits, refused);
        asking.include(asks);
        Places reading = reading(limits, refused);
        reading.exclude(asks);
        NetworkConnectionLimit connections = Connections.limit(server, limits.front(), clients, refused);
        AnswerCache cache =
                new AnswerCache(limits, lasting(routes), routes.health()::release, routes.health()::isOther);
        FairShare share = new FairShare(asks, clients, limits.front(), refused);
        wrap(server, new RequestId(), new Asking(asks, limits.atOnce()), reading, asking, share);
        List<Handler> sequence = new ArrayList<>(routes.files());
        sequence.add(server.getHandler());
        server.setHandler(new Handler.Sequence(sequence));
        wrap(
                server,
                new Addresses(),
                packing(),
                cache,
                new EagerContentHandler(new Bodies(limits.front(), refused)),
                new Size(limits),
                new Unpacking(),
                new HealthHandler(routes.health(), routes.releases(), operators),
                new OperatorHandler(operators),
                new AddressLimit(limits.front()),
                new CommonHeaders());
        Optional<Metrics> metrics =
                registry(server).map(registry -> new Metrics(registry, routes.names(), routes.health()));
        metrics.ifPresent(counting -> {
            counting.refused(refused);
            counting.places(limits, share, asking);
            counting.cache(limits.front(), cache.store());
            counting.machine(limits.front(), server.getThreadPool(), connections);
            wrap(server, counting);
        });
        wrap(server, new ReadingPace(limits.front()), new BreakOff());
        ObjIntConsumer<Request> count = metrics.<ObjIntConsumer<Request>>map(counting -> counting::count)
                .orElse((request, status) -> {});
        wrap(
                server,
                new Shortcut(cache, RequestId.HEADER, RequestId::of, count),
                new NotBefore(routes.health()::release));
        return cache;
    }

    /** Each around all before it. */
    private static void wrap(Server server, Handler.Wrapper... handlers) {
        for (Handler.Wrapper outer : handlers) {
            outer.setHandler(server.getHandler());
            server.setHandler(outer);
        }
    }

    private static Optional<MeterRegistry> registry(Server server) {
        return server.getDescendants(ServletContextHandler.class).stream()
                .map(context -> MetricsProvider.getMetricsProvider(context.getServletContext()))
                .filter(Objects::nonNull)
                .map(MetricsProvider::getMeterRegistry)
                .findFirst();
    }

    /** Within the cache, which so keeps what is packed. */
    private static CompressionHandler packing() {
        CompressionConfig.Builder config = CompressionConfig.builder()
                .compressIncludeMethod("GET")
                .compressIncludeMethod("POST")
                .decompressExcludePath("/*");
        COMPRESSED.forEach(config::compressIncludeMimeType);
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(WORTH_COMPRESSING);
        CompressionHandler handler = new CompressionHandler();
        handler.putCompression(gzip);
        handler.putConfiguration("/*", config.build());
        return handler;
    }

    /** Outside of the limit of size, which so counts what a request unpacks to. */
    private static final class Unpacking extends CompressionHandler {
        Unpacking() {
            putCompression(new GzipCompression());
            putConfiguration(
                    "/*", CompressionConfig.builder().compressExcludePath("/*").build());
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)
                    ? super.handle(request, response, callback)
                    : getHandler().handle(request, response, callback);
        }
    }

    /** The answers at other addresses look at files too, or are files. */
    private static Predicate<String> lasting(Routes routes) {
        PathSpecSet lasting = new PathSpecSet();
        lasting.addAll(routes.lasting());
        Links.FILES.forEach(files -> lasting.add(files + "*"));
        return lasting;
    }

    /** Pages that ask the store for what a client has thought up. */
    private static Places asking(Limits limits, Refused refused) {
        return new Places(
                limits.atOnce(),
                limits.front().waitingRequests(),
                limits.waiting(),
                Problems.overloaded(limits),
                () -> refused.count("places"));
    }

    /** The servlet's pattern of what lies below an address would hold the address itself too, which may be a page. */
    private static Predicate<Request> asks(Routes routes) {
        PathSpecSet limited = new PathSpecSet();
        limited.addAll(routes.limited());
        return request -> {
            String path = Request.getPathInContext(request);
            return limited.test(path) && !routes.pages().contains(path);
        };
    }

    /** All others: they take what threads are left, but for some that nobody may hold. */
    private static Places reading(Limits limits, Refused refused) {
        return new Places(
                Math.max(1, limits.front().threads() - SPARE_THREADS),
                limits.front().waitingRequests(),
                limits.waiting(),
                Problem.of(503, "busy-pages").withHeader("Retry-After", "2"),
                () -> refused.count("pages"));
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
}
