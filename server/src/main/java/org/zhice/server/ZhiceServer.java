package org.zhice.server;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.server.cache.WarmUp;
import org.zhice.server.front.Doors;
import org.zhice.server.sparql.Takeover;
import org.zhice.server.web.Health;
import org.zhice.server.web.Links;
import org.zhice.server.web.PublicAddress;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.find.SearchIndex;
import org.zhice.store.tdb.BuildWatch;
import org.zhice.store.tdb.LiveReleases;
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
    private static final long SEARCH_AFTER_SECONDS = 3;

    private final FusekiServer fuseki;
    private final Runnable endOfWatch;
    private final Listening listening;

    private ZhiceServer(FusekiServer fuseki, Runnable endOfWatch, Listening listening) {
        this.fuseki = fuseki;
        this.endOfWatch = endOfWatch;
        this.listening = listening;
    }

    /** Starts a server that only this machine can reach. */
    public static ZhiceServer start(Path config, Path home, int port) {
        return start(config, home, Listening.local(port));
    }

    /**
     * Starts a server.
     *
     * @param config the description of the store, {@code fuseki-config/zhice.ttl}
     * @param home the checkout, with {@code data/store/} and {@code queries/}
     * @throws IllegalStateException if there is no good build of the store
     * @throws Doors.PortException if it cannot listen where it is to
     * @throws org.zhice.query.file.QueryFileException if a saved query cannot be used
     */
    public static ZhiceServer start(Path config, Path home, Listening listening) {
        return start(config, home, listening, health -> {});
    }

    /**
     * As above.
     *
     * @param more adds to health and metrics what else is to be watched
     */
    public static ZhiceServer start(Path config, Path home, Listening listening, Consumer<Health> more) {
        ServedBuilds builds = ServedBuilds.begin(StoreFiles.in(home));
        try {
            return start(config, home, listening, more, builds);
        } catch (RuntimeException e) {
            builds.close();
            throw e;
        }
    }

    private static ZhiceServer start(
            Path config, Path home, Listening listening, Consumer<Health> more, ServedBuilds builds) {
        ZhiceModule module = new ZhiceModule(home, builds.copy(), listening.operators(), more);
        FusekiServer fuseki = FusekiServer.create()
                .port(listening.port())
                .parseConfig(StoreConfig.read(config, builds.copy()))
                .fusekiModules(FusekiModules.create(module))
                .enablePing(true)
                .enableMetrics(true)
                .build();
        WarmUp warmUp = new WarmUp(fuseki.getJettyServer(), module.cache(), module::catalogue, module.limits());
        begin(fuseki, listening, module.limits());
        fuseki.getJettyServer().addEventListener(new StoreEnd(fuseki, builds));
        BuildWatch watch = new BuildWatch(config, builds, new Takeover(fuseki, module.releases(), warmUp::begin)::take);
        watch.start();
        module.health().check(Health.STORE, () -> StoreWarning.of(builds));
        Runnable endOfWarming = warm(module.releases());
        Runnable end = () -> {
            endOfWarming.run();
            watch.close();
            warmUp.close();
        };
        return new ZhiceServer(fuseki, end, listening);
    }

    /** Starts a server over a store elsewhere that only this machine can reach. */
    public static ZhiceServer over(Releases releases, Path home, int port) {
        return over(releases, home, Listening.local(port));
    }

    /**
     * Starts a server over a store elsewhere.
     *
     * @param releases what pages and the SPARQL endpoint ask
     * @param home the checkout, with {@code queries/} and the limits of {@code fuseki-config/}
     * @throws Doors.PortException if it cannot listen where it is to
     */
    public static ZhiceServer over(Releases releases, Path home, Listening listening) {
        ZhiceModule module = new ZhiceModule(home, releases, listening.operators());
        FusekiServer fuseki = FusekiServer.create()
                .port(listening.port())
                .add(
                        Links.SPARQL,
                        DataService.newBuilder(DatasetGraphFactory.empty())
                                .addEndpoint(Operation.Query)
                                .build())
                .fusekiModules(FusekiModules.create(module))
                .enablePing(true)
                .enableMetrics(true)
                .build();
        begin(fuseki, listening, module.limits());
        return new ZhiceServer(fuseki, () -> {}, listening);
    }

    /**
     * The first search reads all names and tables of Chinese script, which takes a second. Whatever else is asked first after a
     * start does not share the processor with that, so it comes some seconds later, unless somebody searches before.
     *
     * @return ends it
     */
    @SuppressWarnings("ThreadPriorityCheck")
    private static Runnable warm(LiveReleases releases) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        releases.awaitImage();
                        if (!ended.await(SEARCH_AFTER_SECONDS, TimeUnit.SECONDS)) {
                            releases.prepare(SearchIndex::of);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException e) {
                        LOG.warn("The first search failed", e);
                    }
                },
                "first-search");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return () -> {
            ended.countDown();
            await(thread);
        };
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server that cannot start, its port being taken or a saved query wrong, holds neither port nor store. */
    private static void begin(FusekiServer fuseki, Listening listening, Limits limits) {
        try {
            configure(fuseki.getJettyServer(), listening, limits);
            fuseki.start();
        } catch (RuntimeException e) {
            DataAccessPointRegistry datasets = fuseki.getDataAccessPointRegistry();
            fuseki.stop();
            StoreEnd.close(datasets);
            throw e;
        }
    }

    /** A stop lets the requests end that are being answered. */
    private static void configure(Server jetty, Listening listening, Limits limits) {
        GracefulHandler graceful = new GracefulHandler();
        graceful.setHandler(jetty.getHandler());
        jetty.setHandler(graceful);
        jetty.setStopTimeout(limits.stop().toMillis());
        jetty.setStopAtShutdown(true);
        listening.certificate().ifPresent(certificate -> Doors.secure(jetty, certificate));
        listening.publicAddress().ifPresent(address -> publish(jetty, address));
        if (listening.isLocal()) {
            Doors.openLocal(jetty);
        } else {
            Doors.open(jetty, listening.host());
        }
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
        return listening.url(((ServerConnector) fuseki.getJettyServer().getConnectors()[0]).getLocalPort());
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
