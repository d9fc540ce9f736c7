package org.zhice.server;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sys.JenaSystem;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.server.front.Operators;
import org.zhice.server.sparql.Takeover;
import org.zhice.server.web.Health;
import org.zhice.server.web.PublicAddress;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.find.SearchIndex;
import org.zhice.store.tdb.BuildWatch;
import org.zhice.store.tdb.ServedBuilds;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;

/**
 * The front door: a running server over the newest build of the store, which takes over each newer build as it is
 * published.
 */
public final class ZhiceServer implements AutoCloseable {
    static {
        JenaSystem.init();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ZhiceServer.class);
    private static final String LOCAL = "localhost";

    private final FusekiServer fuseki;
    private final Runnable endOfWatch;
    private final String host;

    private ZhiceServer(FusekiServer fuseki, Runnable endOfWatch, String host) {
        this.fuseki = fuseki;
        this.endOfWatch = endOfWatch;
        this.host = host;
    }

    /** Starts a server that only this machine can reach. */
    public static ZhiceServer start(Path config, Path home, int port) {
        return start(config, home, LOCAL, port, Optional.empty());
    }

    /**
     * Starts a server.
     *
     * @param config the description of the store, {@code fuseki-config/zhice.ttl}
     * @param home the checkout, with {@code data/store/} and {@code queries/}
     * @param host the address to listen at; {@code 0.0.0.0} for all
     * @param port the port, 0 for any free one
     * @param publicAddress where clients find it; empty for whatever each of them calls it
     * @throws IllegalStateException if there is no good build of the store
     * @throws org.zhice.query.file.QueryFileException if a saved query cannot be used
     */
    public static ZhiceServer start(
            Path config, Path home, String host, int port, Optional<PublicAddress> publicAddress) {
        ServedBuilds builds = ServedBuilds.begin(new StoreFiles(home.resolve("data/store")));
        try {
            return start(config, home, host, port, publicAddress, builds);
        } catch (RuntimeException e) {
            builds.close();
            throw e;
        }
    }

    private static ZhiceServer start(
            Path config, Path home, String host, int port, Optional<PublicAddress> publicAddress, ServedBuilds builds) {
        ZhiceModule module = new ZhiceModule(home, builds.copy(), Operators.local());
        FusekiServer fuseki = FusekiServer.create()
                .port(port)
                .parseConfig(StoreConfig.read(config, builds.copy()))
                .fusekiModules(FusekiModules.create(module))
                .enablePing(true)
                .enableMetrics(true)
                .build();
        configure(fuseki.getJettyServer(), host, module.limits());
        publicAddress.ifPresent(address -> publish(fuseki.getJettyServer(), address));
        begin(fuseki);
        fuseki.getJettyServer().addEventListener(new StoreEnd(fuseki, builds));
        BuildWatch watch = new BuildWatch(config, builds, new Takeover(fuseki, module.releases())::take);
        watch.start();
        module.health().check(Health.STORE, () -> StoreWarning.of(builds));
        warm(module.releases());
        return new ZhiceServer(fuseki, watch::close, host);
    }

    /**
     * Starts a server that only this machine can reach, with all pages and no SPARQL endpoint, over a store elsewhere.
     *
     * @param releases what the pages ask
     * @param home the checkout, with {@code queries/} and the limits of {@code fuseki-config/}
     * @param port the port, 0 for any free one
     */
    public static ZhiceServer over(Releases releases, Path home, int port) {
        ZhiceModule module = new ZhiceModule(home, releases);
        FusekiServer fuseki = FusekiServer.create()
                .port(port)
                .fusekiModules(FusekiModules.create(module))
                .build();
        configure(fuseki.getJettyServer(), LOCAL, module.limits());
        fuseki.start();
        return new ZhiceServer(fuseki, () -> {}, LOCAL);
    }

    /** The first search reads all names and tables of Chinese script, which takes seconds: nobody shall wait for it. */
    private static void warm(Releases releases) {
        try {
            releases.read(SearchIndex::of);
        } catch (RuntimeException e) {
            LOG.warn("The first search failed", e);
        }
    }

    /** A server that cannot start, its port being taken, holds the store no longer. */
    private static void begin(FusekiServer fuseki) {
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            StoreEnd.close(fuseki.getDataAccessPointRegistry());
            throw e;
        }
    }

    /** A stop lets the requests end that are being answered. */
    private static void configure(Server jetty, String host, Limits limits) {
        for (ServerConnector connector : jetty.getBeans(ServerConnector.class)) {
            connector.setHost(host);
        }
        GracefulHandler graceful = new GracefulHandler();
        graceful.setHandler(jetty.getHandler());
        jetty.setHandler(graceful);
        jetty.setStopTimeout(limits.stop().toMillis());
        jetty.setStopAtShutdown(true);
    }

    private static void publish(Server jetty, PublicAddress address) {
        for (Connector connector : jetty.getConnectors()) {
            connector
                    .getConnectionFactory(HttpConnectionFactory.class)
                    .getHttpConfiguration()
                    .addCustomizer(address);
        }
    }

    /** The address of the home page. */
    public String url() {
        return "http://" + host + ":" + fuseki.getHttpPort() + "/";
    }

    /** Waits until the server is stopped. */
    public void join() {
        fuseki.join();
    }

    /** Stops the server and closes its store. */
    @Override
    public void close() {
        endOfWatch.run();
        fuseki.stop();
    }
}
