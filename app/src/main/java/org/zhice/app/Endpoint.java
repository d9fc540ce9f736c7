package org.zhice.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.zhice.loader.input.InputException;
import org.zhice.server.query.Engine;
import org.zhice.server.query.RemoteEngine;

/** The value of {@code --endpoint}. */
final class Endpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Endpoint() {}

    static Engine of(String url) {
        try {
            URI address = new URI(url);
            if (String.valueOf(address.getScheme()).matches("(?i)https?") && address.getHost() != null) {
                return new RemoteEngine(address, PATIENCE);
            }
        } catch (URISyntaxException e) {
            // told below, like any other address that is not one of the web
        }
        throw new InputException(
                "--endpoint", "\"" + url + "\"", "the address of a SPARQL endpoint, http:// or https://");
    }
}
