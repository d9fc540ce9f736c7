package org.zhice.store.remote;

import java.net.URI;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.web.AuthScheme;
import org.apache.jena.http.HttpLib;
import org.apache.jena.http.auth.AuthChallenge;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.http.auth.PasswordRecord;

/**
 * Proves who sends a request, before anything is sent: RFC 7617 (Basic), RFC 7616 (Digest with MD5). Jena's own proof comes after a
 * refusal; Virtuoso takes a proof once only, and hangs up on who is sending a graph while it asks for another.
 */
final class Proof {
    private static final String COUNT = "00000001";

    private Proof() {}

    /**
     * The header {@code Authorization}.
     *
     * @param challenge the header {@code WWW-Authenticate} of a request that was refused
     * @return empty if nobody said who is to be proven, or the challenge is another
     */
    static Optional<String> of(String challenge, String method, URI address) {
        PasswordRecord who = AuthEnv.get().getUsernamePassword(address.resolve("/"));
        AuthChallenge asked = AuthChallenge.parse(challenge);
        if (who == null || asked == null) {
            return Optional.empty();
        }
        return asked.authScheme == AuthScheme.BASIC
                ? Optional.of(HttpLib.basicAuth(who.getUsername(), who.getPassword()))
                : Optional.of(asked)
                        .filter(digest -> digest.authScheme == AuthScheme.DIGEST)
                        .map(digest -> digest(digest, who, method, target(address)));
    }

    private static String target(URI address) {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private static String digest(AuthChallenge asked, PasswordRecord who, String method, String target) {
        String once = DigestUtils.md5Hex(asked.nonce + System.nanoTime());
        String secret = md5(who.getUsername(), asked.realm, who.getPassword());
        String response = asked.qop == null
                ? md5(secret, asked.nonce, md5(method, target))
                : md5(secret, asked.nonce, COUNT, once, "auth", md5(method, target));
        return "Digest username=\"" + who.getUsername() + "\", realm=\"" + asked.realm + "\", nonce=\"" + asked.nonce
                + "\", uri=\"" + target + "\", response=\"" + response + "\""
                + (asked.qop == null ? "" : ", qop=auth, nc=" + COUNT + ", cnonce=\"" + once + "\"")
                + (asked.opaque == null ? "" : ", opaque=\"" + asked.opaque + "\"");
    }

    private static String md5(String... parts) {
        return DigestUtils.md5Hex(String.join(":", parts));
    }
}
