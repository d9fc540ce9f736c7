package org.zhice.server.front;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;

/**
 * Who counts as one client.
 *
 * @param behindProxy whether the network addresses are those of a proxy, which then says for whom it asks
 */
record Clients(boolean behindProxy) {
    private static final int NETWORK_BYTES = 8;

    /** What the proxy before us has added is last; all before it a client may have made up. */
    String of(Request request) {
        List<String> said = request.getHeaders().getValuesList("X-Forwarded-For");
        if (behindProxy && !said.isEmpty()) {
            String last = said.get(said.size() - 1);
            return named(last.substring(last.lastIndexOf(',') + 1).strip());
        }
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                        && address.getAddress() != null
                ? of(address.getAddress())
                : "";
    }

    /** Some proxies write the port too, which is another one for each connection. No name is looked up. */
    private static String named(String said) {
        try {
            String host = new HostPort(said).getHost().replaceAll("[\\[\\]]", "");
            return host.contains(":") ? of(InetAddress.getByName(host)) : host;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return said;
        }
    }

    /** A network of IPv6 is one client: whoever has it has all addresses in it. */
    static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
