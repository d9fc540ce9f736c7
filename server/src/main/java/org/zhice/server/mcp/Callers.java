package org.zhice.server.mcp;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.zhice.server.web.PublicAddress;

/**
 * Who may send messages. A page of any site can make the browser of its reader send them, to a server that only the reader
 * reaches: by its address, which the header {@code Origin} tells, or by a name of its own that leads there, which {@code Host}
 * tells as well.
 */
final class Callers {
    private Callers() {}

    /** Programs name no origin; pages must be those of this machine or of the server itself. */
    static boolean mayCall(HttpServletRequest request) {
        Object known = request.getAttribute(PublicAddress.ATTRIBUTE);
        return (known != null || isAddress(request.getServerName()))
                && origins(request).stream().allMatch(origin -> origin.equals(known) || isLocal(origin));
    }

    private static List<String> origins(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Origin"));
    }

    /** Names may be made to lead here by whoever has them. */
    private static boolean isAddress(String host) {
        return host.equalsIgnoreCase("localhost") || host.contains(":") || host.matches("[0-9.]+");
    }

    private static boolean isLocal(String origin) {
        try {
            String host = String.valueOf(URI.create(origin).getHost());
            return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
