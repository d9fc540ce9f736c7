package org.zhice.server.credential;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Those who run the server, and may see how it fares: who asks on this machine itself, and who has the password.
 *
 * @param behindProxy whether clients come through a proxy, so that an address of this machine says nothing of who asks
 * @param passwords the users with their passwords, if there are any
 */
public record Operators(boolean behindProxy, Optional<PasswordFile> passwords) {
    /** What proxies add, whichever side of them is ours. */
    private static final List<String> THROUGH =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Whoever asks on this machine. */
    public static Operators local() {
        return new Operators(false, Optional.empty());
    }

    public boolean include(Request request) {
        return isLocal(request) || knowsPassword(request);
    }

    /**
     * On this machine, without a proxy between, and by a name of this machine: a page of another origin, whose name someone
     * made to point here, would come with its own.
     */
    private boolean isLocal(Request request) {
        return !behindProxy
                && isLoopback(request)
                && THROUGH.stream().noneMatch(request.getHeaders()::contains)
                && HERE.contains(String.valueOf(Request.getServerName(request)).toLowerCase(Locale.ROOT));
    }

    private boolean knowsPassword(Request request) {
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return given != null && passwords.isPresent() && passwords.get().accepts(given);
    }

    /** The address at the other end of the connection, whatever headers say. */
    private static boolean isLoopback(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                && address.getAddress() != null
                && address.getAddress().isLoopbackAddress();
    }
}
