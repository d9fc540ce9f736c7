package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to end does so, whatever it is doing. */
class StopTest {
    private static final int QUERY_MILLIS = 20_000;

    /** The longest query, five seconds more for the stop, five for closing; and ten for a busy machine. */
    private static final Duration STOP = Duration.ofMillis(QUERY_MILLIS).plusSeconds(5 + 5 + 10);

    private static final int TERMINATED = 143;
    private static final String MANY = "SELECT ?a ?b ?c { ?a ?b ?c }";

    @TempDir
    Path folder;

    private Process server;
    private int port;

    @BeforeEach
    void a_server() throws IOException {
        server = AttackedServer.start(folder, QUERY_MILLIS, QUERY_MILLIS, "hang");
        port = URI.create(server.inputReader().readLine()).getPort();
    }

    @AfterEach
    void end() {
        server.destroyForcibly();
    }

    @Test
    void a_thread_that_hangs_and_a_client_that_never_reads_do_not_keep_it_and_an_answer_under_way_comes_whole()
            throws Exception {
        try (Socket reader = ask(MANY);
                Socket deaf = ask(MANY)) {
            assertThat(line(reader.getInputStream())).startsWith("HTTP/1.1 200");
            assertThat(line(deaf.getInputStream())).startsWith("HTTP/1.1 200");

            long begin = System.nanoTime();
            server.destroy();
            String rest = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(rest).endsWith("\r\n0\r\n\r\n");
            assertThat(server.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(STOP);
            assertThat(server.exitValue()).isEqualTo(TERMINATED);
        }
    }

    private static String line(InputStream in) throws IOException {
        return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
    }

    private Socket ask(String query) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("GET /sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
