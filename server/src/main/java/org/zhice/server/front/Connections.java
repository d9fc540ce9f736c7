package org.zhice.server.front;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;
import org.zhice.store.FrontLimits;

/** Connections of a server within their limits. */
final class Connections extends AbstractLifeCycle {
    /** Fuseki would hold five megabytes for each answer that is on its way. */
    private static final int OUTPUT_BUFFER = 32 * 1024;

    private static final long SWEEP_MILLIS = 1_000;

    /** What a parser says of its request's begin where there is no request. */
    private static final long NONE = 0;

    private final Server server;
    private final FrontLimits limits;
    private final Refused refused;

    private Connections(Server server, FrontLimits limits, Refused refused) {
        this.server = server;
        this.limits = limits;
        this.refused = refused;
    }

    /**
     * Limits the connections of a server that has not started.
     *
     * @param refused told of each connection that is closed for want of room
     * @return what counts the connections
     */
    static NetworkConnectionLimit limit(Server server, FrontLimits limits, Clients clients, Refused refused) {
        if (server.getThreadPool() instanceof QueuedThreadPool threads) {
            threads.setMaxThreads(limits.threads());
        }
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector one) {
                limit(one, limits, refused);
                one.addBean(new ClientConnections(clients, limits.clientConnections(), refused));
            }
        }
        NetworkConnectionLimit all = new NetworkConnectionLimit(limits.connections(), server);
        all.setEndPointIdleTimeout(SWEEP_MILLIS);
        server.addBean(all);
        server.addBean(new Connections(server, limits, refused));
        return all;
    }

    private static void limit(ServerConnector connector, FrontLimits limits, Refused refused) {
        connector.setIdleTimeout(HttpConnections.step(limits).toMillis());
        connector.setAcceptQueueSize(limits.connections());
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setRequestHeaderSize(limits.headerBytes());
        http.setOutputBufferSize(OUTPUT_BUFFER);
        http.setSendServerVersion(false);
        List<ConnectionFactory> factories = connector.getConnectionFactories().stream()
                .map(one -> one instanceof HttpConnectionFactory ? new HttpConnections(http, limits, refused) : one)
                .toList();
        connector.setConnectionFactories(factories);
    }

    /** Headers that take too long to come hold no thread, but memory. */
    @Override
    protected void doStart() {
        again();
    }

    private void again() {
        Optional.ofNullable(server.getScheduler())
                .filter(Scheduler::isRunning)
                .ifPresent(scheduler -> scheduler.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void sweep() {
        if (!isRunning()) {
            return;
        }
        for (Connector connector : server.getConnectors()) {
            connector.getConnectedEndPoints().stream().filter(this::isSlow).forEach(slow -> {
                refused.count("slow");
                slow.close();
            });
        }
        again();
    }

    private boolean isSlow(EndPoint end) {
        Connection connection = end.getConnection();
        return connection instanceof SslConnection tls
                ? isHandshaking(tls, end) || isSlow(tls.getSslEndPoint().getConnection())
                : isSlow(connection);
    }

    /** Or has said nothing since: bytes of a handshake that come one by one are none that stand still. */
    private boolean isHandshaking(SslConnection tls, EndPoint end) {
        Connection inside = tls.getSslEndPoint().getConnection();
        long age = System.currentTimeMillis() - end.getCreatedTimeStamp();
        return (inside == null || inside.getBytesIn() == 0)
                && age > limits.headers().plus(limits.idle()).toMillis();
    }

    private boolean isSlow(Connection connection) {
        return connection instanceof HttpConnection http && isSlow(http.getParser(), limits);
    }

    /**
     * Whether a request has begun and does not come. Bytes between the pieces of a body are no piece that {@link Bodies} would
     * be told of.
     *
     * <p>Another thread parses meanwhile: only if the request that was under way before its state was looked at still is, the
     * state is that of this request. Else the time of none, or of the last, would be that of one which has just begun.
     */
    static boolean isSlow(HttpParser parser, FrontLimits limits) {
        long begin = parser.getBeginNanoTime();
        VarHandle.fullFence();
        boolean inBody = parser.inContentState();
        boolean inHeaders = parser.inHeaderState() && !parser.isStart();
        VarHandle.fullFence();
        if (begin == NONE || begin != parser.getBeginNanoTime()) {
            return false;
        }
        long age = NanoTime.millisSince(begin);
        return (inHeaders && age > limits.headers().toMillis())
                || (inBody && age > limits.headers().plus(limits.body()).toMillis());
    }
}
