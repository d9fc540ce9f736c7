package org.zhice.server;

import java.util.Optional;
import org.zhice.server.credential.Certificate;
import org.zhice.server.credential.Operators;
import org.zhice.server.credential.PasswordFile;
import org.zhice.server.web.PublicAddress;

/**
 * Where and how a server is reached.
 *
 * @param host the address to listen at; {@code localhost} for all addresses of this machine that others cannot reach,
 *     {@code 0.0.0.0} or {@code ::} for all
 * @param port the port, 0 for any free one
 * @param publicAddress where clients find it through a proxy; empty for whatever each of them calls it
 * @param certificate for TLS; without one it speaks plain HTTP
 * @param passwords of those who may see how it fares from elsewhere
 */
public record Listening(
        String host,
        int port,
        Optional<PublicAddress> publicAddress,
        Optional<Certificate> certificate,
        Optional<PasswordFile> passwords) {
    private static final String LOCAL = "localhost";

    /** Plain HTTP that only this machine can reach. */
    public static Listening local(int port) {
        return at(LOCAL, port, Optional.empty());
    }

    /** Plain HTTP. */
    public static Listening at(String host, int port, Optional<PublicAddress> publicAddress) {
        return new Listening(host, port, publicAddress, Optional.empty(), Optional.empty());
    }

    boolean isLocal() {
        return host.equals(LOCAL);
    }

    Operators operators() {
        return new Operators(publicAddress.isPresent(), passwords);
    }

    /** The address of the home page, once the port is known. */
    String url(int open) {
        String scheme = certificate.isPresent() ? "https" : "http";
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return scheme + "://" + name + ":" + open + "/";
    }
}
