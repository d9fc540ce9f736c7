package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.server.TestServer;
import org.zhice.server.credential.Certificate;
import org.zhice.server.credential.Certificate.FileException;

/** With a certificate that is made for the test, by the JDK's keytool. */
class TlsTest {
    @TempDir
    static Path folder;

    @RegisterExtension
    static final TestServer SERVER = new TestServer().tls(() -> {
        make("rsa", "RSA");
        return Certificate.read(folder.resolve("rsa.crt"), folder.resolve("rsa.key"));
    });

    @Test
    void pages_are_served_over_tls_to_who_trusts_the_certificate() throws Exception {
        HttpClient http = HttpClient.newBuilder().sslContext(trusting("rsa")).build();

        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(SERVER.url("/healthz"))).build(), BodyHandlers.ofString());

        assertThat(SERVER.url("/")).startsWith("https://localhost:");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.body()).contains("warnings");
    }

    @Test
    void plain_http_is_not_answered() throws IOException {
        try (Wire wire = new Wire("127.0.0.1", URI.create(SERVER.url("/")).getPort())) {
            assertThat(wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").rest())
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void files_that_are_not_what_they_should_be_are_told() throws Exception {
        make("ec", "EC");
        Path text = Files.writeString(folder.resolve("text"), "𠮷");
        Path rsa = folder.resolve("rsa.crt");

        assertThat(Certificate.read(folder.resolve("ec.crt"), folder.resolve("ec.key"))
                        .chain())
                .hasSize(1);
        assertThatThrownBy(() -> Certificate.read(text, folder.resolve("rsa.key")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(text + ": found no certificate");
        assertThatThrownBy(() -> Certificate.read(rsa, text)).hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        assertThatThrownBy(() -> Certificate.read(rsa, folder.resolve("ec.key")))
                .isInstanceOf(FileException.class);
        assertThatThrownBy(() -> Certificate.read(rsa, folder.resolve("none")))
                .hasMessageContaining("nothing that can be read");
    }

    private static void make(String name, String algorithm) {
        try {
            Path store = folder.resolve(name + ".p12");
            Process keytool = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "a",
                            "-keyalg",
                            algorithm,
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit",
                            "-keystore",
                            store.toString()))
                    .inheritIO()
                    .start();
            assertThat(keytool.waitFor()).isZero();
            KeyStore keys = keys(name);
            pem(name + ".crt", "CERTIFICATE", keys.getCertificate("a").getEncoded());
            pem(
                    name + ".key",
                    "PRIVATE KEY",
                    keys.getKey("a", "changeit".toCharArray()).getEncoded());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void pem(String file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static KeyStore keys(String name) throws Exception {
        return KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), "changeit".toCharArray());
    }

    private static SSLContext trusting(String name) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", keys(name).getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
