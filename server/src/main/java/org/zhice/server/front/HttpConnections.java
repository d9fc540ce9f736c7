package org.zhice.server.front;

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
import org.zhice.store.FrontLimits;

/**
 * Connections on which a request has only so many headers. Jetty limits their bytes alone, of which many short ones take a
 * twentyfold of memory.
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

    private final class Limited extends HttpConnection {
        Limited(Connector connector, EndPoint end) {
            super(HttpConnections.this.getHttpConfiguration(), connector, end);
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
