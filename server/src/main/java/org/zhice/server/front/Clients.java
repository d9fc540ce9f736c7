package org.zhice.server.front;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.server.Request;

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
            return last.substring(last.lastIndexOf(',') + 1).strip();
        }
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                        && address.getAddress() != null
                ? of(address.getAddress())
                : "";
    }

    /** A network of IPv6 is one client: whoever has it has all addresses in it. */
    static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
