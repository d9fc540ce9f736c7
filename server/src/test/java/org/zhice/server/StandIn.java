package org.zhice.server;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** An endpoint on this machine that stands for one elsewhere, good or bad; it counts what it is asked. */
final class StandIn implements AutoCloseable {
    /** What a bad one does. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Response response) throws Exception;
    }

    private final Server server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    private StandIn(Server server, Behaviour behaviour) {
        this.server = server;
        Counter counter = new Counter(behaviour);
        counter.setHandler(server.getHandler());
        server.setHandler(counter);
    }

    private final class Counter extends Handler.Wrapper {
        private final Behaviour behaviour;

        Counter(Behaviour behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            asked.incrementAndGet();
            if (behaviour == null) {
                return super.handle(request, response, callback);
            }
            behaviour.answer(response);
            callback.succeeded();
            return true;
        }
    }

    /** A Fuseki that holds this. */
    static StandIn holding(String turtle) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(data);
        FusekiServer fuseki = FusekiServer.create()
                .port(0)
                .fusekiModules(FusekiModules.empty())
                .add("/sparql", data)
                .build();
        return new StandIn(fuseki.getJettyServer(), null).start();
    }

    /** A Jetty that does this. */
    static StandIn doing(Behaviour behaviour) {
        return new StandIn(new Server(0), behaviour).start();
    }

    /** One that answers with this. */
    static StandIn saying(int status, String type, String body) {
        return doing(response -> {
            response.setStatus(status);
            response.getHeaders().put("Content-Type", type);
            write(response, body, true);
        });
    }

    /** One that does not answer until it is closed. */
    static StandIn hanging() {
        StandIn[] self = new StandIn[1];
        self[0] = doing(response -> self[0].end.await(1, TimeUnit.MINUTES));
        return self[0];
    }

    /** One that begins an answer and goes on with a blank now and then, until it is closed. */
    static StandIn dripping() {
        StandIn[] self = new StandIn[1];
        self[0] = doing(response -> {
            response.getHeaders().put("Content-Type", "application/sparql-results+json");
            do {
                write(response, " ", false);
            } while (!self[0].end.await(30, TimeUnit.MILLISECONDS));
        });
        return self[0];
    }

    private static void write(Response response, String text, boolean last) throws Exception {
        try (org.eclipse.jetty.util.Blocker.Callback written = org.eclipse.jetty.util.Blocker.callback()) {
            response.write(last, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), written);
            written.block();
        }
    }

    private StandIn start() {
        try {
            server.start();
            return this;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    URI address() {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port + "/sparql");
    }

    /** How many requests came since this was asked before. */
    int asked() {
        return asked.getAndSet(0);
    }

    /** An entry of the configuration that lets queries call this one by an address of the web. */
    String entry(String name, int patienceMillis) {
        return entry(name, address(), patienceMillis);
    }

    static String entry(String name, URI address, int patienceMillis) {
        return """

                [] a remote:Endpoint ; rdfs:label "%s" ; remote:iri <https://%s.example/sparql> ; remote:address <%s> ;
                  remote:nearby true ; remote:patienceMillis %d ; remote:answerBytes 100000 ; remote:rows 1000 ;
                  remote:batch 50 ; remote:requests 20 ; remote:ageSeconds 600 ; remote:cacheBytes 100000 .
                """.formatted(name, name, address, patienceMillis);
    }

    @Override
    public void close() {
        end.countDown();
        try {
            server.stop();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
