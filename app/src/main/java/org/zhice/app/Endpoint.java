package org.zhice.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.jena.http.auth.AuthEnv;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.remote.RemoteReleases;

/** The address of another engine that holds a release, as an option gives it. */
final class Endpoint {
    /** Who is let in stands in the environment: the options of a program are shown to all who list processes. */
    private static final String USER = "ZHICE_BACKEND_USER";

    private static final String PASSWORD = "ZHICE_BACKEND_PASSWORD";
    private static final int LAST_PORT = 65_535;

    private Endpoint() {}

    /** What {@code --endpoint} asks. */
    static Releases of(String url, Limits limits) {
        return new RemoteReleases(address("--endpoint", url, "a SPARQL endpoint"), limits);
    }

    /**
     * An address of the web.
     *
     * @param what it is the address of
     */
    static URI address(String option, String url, String what) {
        try {
            URI address = new URI(url);
            if (String.valueOf(address.getScheme()).matches("(?i)https?")
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getPort() <= LAST_PORT) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below, like any other address that is not one of the web
        }
        throw new UsageException(option, "\"" + url + "\"", "the address of " + what + ", http:// or https://");
    }

    /** From now on whoever this address asks for a name is given that of the environment, by Basic or Digest. */
    static URI proven(URI address) {
        String user = System.getenv(USER);
        if (user != null) {
            String password = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
            AuthEnv.get().registerUsernamePassword(address.resolve("/"), user, password);
        }
        return address;
    }
}
