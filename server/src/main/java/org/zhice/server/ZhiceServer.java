package org.zhice.server;

import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.sys.JenaSystem;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
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

    /** Longer than the longest query may take. */
    private static final long STOP_MILLIS = 35_000;

    private final FusekiServer fuseki;
    private final StoreSwap swap;
    private final String host;

    private ZhiceServer(FusekiServer fuseki, StoreSwap swap, String host) {
        this.fuseki = fuseki;
        this.swap = swap;
        this.host = host;
    }

    /** Starts a server that only this machine can reach. */
    public static ZhiceServer start(Path config, Path home, int port) {
        return start(config, home, "localhost", port);
    }

    /**
     * Starts a server.
     *
     * @param config the description of the store, {@code fuseki-config/zhice.ttl}
     * @param home the checkout, with {@code data/store/} and {@code queries/}
     * @param host the address to listen at; {@code 0.0.0.0} for all
     * @param port the port, 0 for any free one
     * @throws IllegalStateException if no store is built
     * @throws org.zhice.server.query.QueryFileException if a saved query cannot be used
     */
    public static ZhiceServer start(Path config, Path home, String host, int port) {
        StoreFiles files = new StoreFiles(home.resolve("data/store"));
        Path build = files.current()
                .orElseThrow(() -> new IllegalStateException(files.root() + ": no store has been built yet"));
        FusekiServer fuseki = FusekiServer.create()
                .port(port)
                .parseConfig(StoreConfig.read(config, build))
                .fusekiModules(FusekiModules.create(new ZhiceModule(home)))
                .enablePing(true)
                .enableMetrics(true)
                .build();
        configure(fuseki.getJettyServer(), host);
        begin(fuseki);
        StoreSwap swap = new StoreSwap(fuseki, config, files, build);
        swap.start();
        return new ZhiceServer(fuseki, swap, host);
    }

    /** A server that cannot start, its port being taken, holds the store no longer. */
    private static void begin(FusekiServer fuseki) {
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            closeStores(fuseki.getDataAccessPointRegistry());
            throw e;
        }
    }

    /** A stop lets the requests end that are being answered. */
    private static void configure(Server jetty, String host) {
        for (ServerConnector connector : jetty.getBeans(ServerConnector.class)) {
            connector.setHost(host);
        }
        GracefulHandler graceful = new GracefulHandler();
        graceful.setHandler(jetty.getHandler());
        jetty.setHandler(graceful);
        jetty.setStopTimeout(STOP_MILLIS);
        jetty.setStopAtShutdown(true);
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
        swap.close();
        DataAccessPointRegistry datasets = fuseki.getDataAccessPointRegistry();
        fuseki.stop();
        closeStores(datasets);
    }

    private static void closeStores(DataAccessPointRegistry datasets) {
        datasets.accessPoints().forEach(point -> point.getDataService().shutdown());
    }
}
