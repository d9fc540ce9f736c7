package org.zhice.app;

import java.net.URI;
import java.net.URISyntaxException;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.remote.RemoteReleases;

/** The value of {@code --endpoint}. */
final class Endpoint {
    private static final int LAST_PORT = 65_535;

    private Endpoint() {}

    static Releases of(String url, Limits limits) {
        try {
            URI address = new URI(url);
            if (String.valueOf(address.getScheme()).matches("(?i)https?")
                    && address.getHost() != null
                    && address.getPort() <= LAST_PORT) {
                return new RemoteReleases(address, limits);
            }
        } catch (URISyntaxException e) {
            // told below, like any other address that is not one of the web
        }
        throw new UsageException(
                "--endpoint", "\"" + url + "\"", "the address of a SPARQL endpoint, http:// or https://");
    }
}
