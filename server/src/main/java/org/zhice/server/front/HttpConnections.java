package org.zhice.server.front;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.zhice.store.FrontLimits;

/**
 * Connections on which a request has only so many headers, and which stand still for only so long. Jetty limits the bytes of
 * headers alone, of which many short ones take a twentyfold of memory.
 */
final class HttpConnections extends HttpConnectionFactory {
    private final FrontLimits limits;
    private final Refused refused;

    HttpConnections(HttpConfiguration http, FrontLimits limits, Refused refused) {
        super(http);
        this.limits = limits;
        this.refused = refused;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint end) {
        Limited connection = new Limited(connector, end);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, end);
    }

    /** How long an end of a connection is quiet until its connection is asked what it thinks of that. */
    static Duration step(FrontLimits limits) {
        return limits.idle().compareTo(limits.stalled()) < 0 ? limits.idle() : limits.stalled();
    }

    private final class Limited extends HttpConnection {
        private long moved = -1;
        private long quietSince;

        Limited(Connector connector, EndPoint end) {
            super(HttpConnections.this.getHttpConfiguration(), connector, end);
        }

        /**
         * Between requests it may be quiet for longer than within one. Jetty would set the time anew at both ends of each, which
         * costs a tenth of a short answer.
         */
        @Override
        public boolean onIdleExpired(TimeoutException timeout) {
            return NanoTime.millisSince(quietSince()) >= patience() && super.onIdleExpired(timeout);
        }

        /** A step passes without a byte before this is asked for. */
        private long quietSince() {
            long bytes = getBytesIn() + getBytesOut();
            if (bytes != moved) {
                moved = bytes;
                quietSince = NanoTime.now()
                        - TimeUnit.MILLISECONDS.toNanos(getEndPoint().getIdleTimeout());
            }
            return quietSince;
        }

        /** When there are too many connections, or the server stops, Jetty lowers the time of each. */
        private long patience() {
            if (!getParser().inHeaderState()) {
                return limits.stalled().toMillis();
            }
            long now = getEndPoint().getIdleTimeout();
            return now < step(limits).toMillis() || getConnector().isShutdown()
                    ? now
                    : limits.idle().toMillis();
        }

        @Override
        protected RequestHandler newRequestHandler() {
            return new Counting();
        }

        private final class Counting extends RequestHandler {
            private int lines;

            @Override
            public void startRequest(String method, String uri, HttpVersion version) {
                lines = 0;
                super.startRequest(method, uri, version);
            }

            @Override
            public void parsedHeader(HttpField field) {
                count();
                super.parsedHeader(field);
            }

            @Override
            public void parsedTrailer(HttpField field) {
                count();
                super.parsedTrailer(field);
            }

            private void count() {
                if (++lines > limits.headerLines()) {
                    refused.count("headers");
                    throw new HttpException.RuntimeException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
                }
            }
        }
    }
}
