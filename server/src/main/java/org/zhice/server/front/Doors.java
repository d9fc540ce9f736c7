package org.zhice.server.front;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.zhice.server.credential.Certificate;

/** The addresses at which a server listens. */
public final class Doors {
    private static final long A_YEAR_OF_SECONDS = 31_536_000;
    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";

    private Doors() {}

    /**
     * Lets a server listen at one address.
     *
     * @param server built by Fuseki, and not started
     * @throws PortException if something else listens there
     */
    public static void open(Server server, String host) {
        first(server).setHost(host);
        open(first(server));
    }

    /**
     * Lets a server listen at what {@code localhost} means, in both versions of the protocol, where the machine has both.
     *
     * @throws PortException if something else listens at either
     */
    public static void openLocal(Server server) {
        ServerConnector first = first(server);
        boolean isAnyPort = first.getPort() == 0;
        first.setHost(IPV4);
        open(first);
        if (hasIpv6()) {
            ServerConnector second = beside(server, first);
            try {
                open(second);
                server.addConnector(second);
            } catch (PortException e) {
                if (!isAnyPort) {
                    first.close();
                    throw e;
                }
            }
        }
    }

    /** Lets it speak TLS and nothing else; before its doors are opened. */
    public static void secure(Server server, Certificate certificate) {
        ServerConnector connector = first(server);
        HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
        HttpConfiguration config = http.getHttpConfiguration();
        config.addCustomizer(new SecureRequestCustomizer(false, A_YEAR_OF_SECONDS, false));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(certificate.keys());
        tls.setKeyStorePassword("");
        SslConnectionFactory outer = new SslConnectionFactory(tls, http.getProtocol());
        connector.setConnectionFactories(List.of(outer, http));
        connector.setDefaultProtocol(outer.getProtocol());
    }

    private static ServerConnector first(Server server) {
        return (ServerConnector) server.getConnectors()[0];
    }

    private static ServerConnector beside(Server server, ServerConnector first) {
        List<ConnectionFactory> factories = new ArrayList<>(first.getConnectionFactories());
        ServerConnector second = new ServerConnector(server, factories.toArray(ConnectionFactory[]::new));
        second.setHost(IPV6);
        second.setPort(first.getLocalPort());
        second.setIdleTimeout(first.getIdleTimeout());
        second.setAcceptQueueSize(first.getAcceptQueueSize());
        Optional.ofNullable(first.getBean(ClientConnections.class)).ifPresent(second::addBean);
        return second;
    }

    private static void open(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException e) {
            throw new PortException(connector.getHost(), connector.getPort(), e);
        }
    }

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(InetAddress::isLoopbackAddress)
                    .anyMatch(Inet6Address.class::isInstance);
        } catch (SocketException e) {
            return false;
        }
    }

    /** An address at which the server cannot listen. */
    public static final class PortException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private PortException(String host, int port, IOException cause) {
            super("cannot listen at " + host + " port " + port + ": " + reason(cause), cause);
        }

        private static String reason(IOException e) {
            boolean isTaken = e instanceof BindException || e.getCause() instanceof BindException;
            return isTaken
                    ? "another program listens there, perhaps another zhice; stop it, or choose another port with --port"
                    : e.getMessage();
        }
    }
}
