package org.zhice.server.front;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

/** No client has more than a share of the connections: what is beyond it is closed before it has said anything. */
final class ClientConnections implements SelectorManager.AcceptListener {
    private final Map<SelectableChannel, String> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Clients clients;
    private final int most;
    private final Refused refused;

    ClientConnections(Clients clients, int most, Refused refused) {
        this.clients = clients;
        this.most = most;
        this.refused = refused;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        address(channel).ifPresent(address -> enter(channel, address));
    }

    private void enter(SelectableChannel channel, InetSocketAddress address) {
        boolean isProxy = clients.behindProxy() && address.getAddress().isLoopbackAddress();
        if (isProxy) {
            return;
        }
        String client = Clients.of(address.getAddress());
        open.put(channel, client);
        if (counts.merge(client, 1, Integer::sum) > most) {
            refused.count("connections");
            IO.close(channel);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        leave(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        leave(channel);
    }

    private void leave(SelectableChannel channel) {
        String client = open.remove(channel);
        if (client != null) {
            counts.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    private static Optional<InetSocketAddress> address(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket
                            && socket.getRemoteAddress() instanceof InetSocketAddress address
                            && address.getAddress() != null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
