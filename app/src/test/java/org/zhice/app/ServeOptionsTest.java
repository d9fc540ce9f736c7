package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.server.ZhiceServer;
import org.zhice.server.credential.PasswordFile;
import picocli.CommandLine;

/** What a server is told by options, and what is wrong with them: found before anything is built. */
class ServeOptionsTest {
    private static final int WRONG_USAGE = 2;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 99999 | --port: found 99999, expected 0–65535",
                "--port -1 | --port: found -1, expected 0–65535",
                "--port 65536 | --port: found 65536",
                "--port x | --port",
                "--host 192.0.2.7 | --host: found 192.0.2.7, expected localhost, 0.0.0.0, ::",
                "--host a..b | --host: found a..b",
                "--public-url ftp://x | --public-url: found ftp://x",
                "--host= | --host: found ",
                "--public-url https://zhice.example:65536 | --public-url: found https://zhice.example:65536",
                "--passwords none.txt | none.txt: found nothing that can be read",
                "--passwords pom.xml | pom.xml: found in line 1 no password",
                "--passwords src | src: found nothing that can be read",
                "--tls-certificate none.crt | --tls-key",
                "--tls-certificate none.crt --tls-key none.key | none.crt: found nothing that can be read",
                "--follow ftp://x | --follow: found ftp://x, expected http(s)://HOST/PATH or the path of a folder",
                "--follow http:// | --follow: found http://",
                "--log xml | --log"
            })
    void wrong_options_are_wrong_usage(String options, String told) {
        assertThat(run(("serve " + options).split(" "))).isEqualTo(WRONG_USAGE);
        assertThat(err.toString()).contains(told).doesNotContain("Exception");
    }

    @Test
    void port_that_is_taken_is_told_with_what_to_do() throws Exception {
        for (String address : new String[] {"127.0.0.1", "::1"}) {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(address))) {
                assertThat(catching(other.getLocalPort()))
                        .isEqualTo("cannot listen at " + address + " port " + other.getLocalPort()
                                + ": another program listens there, perhaps another zhice; stop it, or choose another port"
                                + " with --port");
            }
        }
    }

    private static String catching(int port) {
        try (ZhiceServer server =
                ZhiceServer.start(Shipped.built().config(), Shipped.built().root(), port)) {
            return server.url();
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    @Test
    void password_is_read_from_standard_input_and_hashed() throws Exception {
        Path file = folder.resolve("passwords");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("知策𠮷, twelve or more\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("passwd", file.toString(), "ann")).isZero();
            assertThat(run("passwd", file.toString(), "a b")).isEqualTo(WRONG_USAGE);
        } finally {
            System.setIn(before);
        }

        assertThat(Files.readString(file)).startsWith("ann:$2a$12$").doesNotContain("知策");
        assertThat(PasswordFile.read(file)).isNotNull();
        assertThat(err.toString()).contains("passwd: found a name or a password that cannot be, expected");
    }

    private int run(String... args) {
        CommandLine command = Zhice.commandLine();
        command.setErr(new PrintWriter(err));
        return command.execute(args);
    }
}
