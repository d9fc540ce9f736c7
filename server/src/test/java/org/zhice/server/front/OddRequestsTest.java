package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.TestServer;

/** Requests that the protocol allows and hardly anybody sends. */
class OddRequestsTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer()
            .with("limit:headerMillis 1000")
            .with("limit:bodyMillis 1000")
            .with("limit:stalledMillis 1000");

    private static final String POST =
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n";

    /** Each byte is sent in time, and no piece of the body ever comes to an end. */
    @ParameterizedTest
    @ValueSource(strings = {"5;a=", "5\r\nASK{}\r\n0;a=", "5\r\nASK{}\r\n0\r\nA: "})
    void chunk_whose_extension_or_trailer_has_no_end_loses_its_connection(String begun) throws Exception {
        try (Wire wire = wire()) {
            wire.send(POST + "Transfer-Encoding: chunked\r\n\r\n" + begun);
            long begin = System.nanoTime();
            boolean open = true;
            while (open && System.nanoTime() - begin < 10_000_000_000L) {
                Thread.sleep(100);
                open = sends(wire);
            }
            assertThat(open).isFalse();
            assertThat(wire.rest()).doesNotContain("HTTP/1.1 200", "HTTP/1.1 5");
        }
    }

    private static boolean sends(Wire wire) throws IOException {
        try {
            wire.send("x");
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: x\r\n", "A:\r\n"})
    void trailers_are_limited_as_headers_are(String line) throws IOException {
        try (Wire wire = wire()) {
            assertThat(send(
                            wire,
                            POST + "Transfer-Encoding: chunked\r\n\r\n5\r\nASK{}\r\n0\r\n" + line.repeat(10_000)
                                    + "\r\n"))
                    .doesNotContain("HTTP/1.1 200", "HTTP/1.1 5");
        }
    }

    @Test
    void long_chunk_extension_is_read_or_refused() throws IOException {
        try (Wire wire = wire()) {
            assertThat(send(
                            wire,
                            POST + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n5;a=" + "x".repeat(2_000_000)
                                    + "\r\nASK{}\r\n0\r\n\r\n"))
                    .doesNotContain("HTTP/1.1 5");
        }
    }

    @Test
    void body_that_was_announced_and_never_comes_holds_nothing_for_long() throws IOException {
        try (Wire wire = wire()) {
            wire.send(POST + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(wire.rest()).startsWith("HTTP/1.1 ").doesNotContain("HTTP/1.1 200", "HTTP/1.1 5");
        }
    }

    @Test
    void requests_sent_one_upon_the_other_are_all_answered() throws IOException {
        try (Wire wire = wire()) {
            String rest = wire.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(500))
                    .end()
                    .rest();
            assertThat(rest.split("HTTP/1.1 200", -1)).hasSize(501);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            GET http://localhost/healthz HTTP/1.1\\r\\nHost: localhost @ 200
            GET http://evil.example/$/metrics HTTP/1.1\\r\\nHost: localhost @ 4..
            GET ftp://localhost/healthz HTTP/1.1\\r\\nHost: localhost @ [24]..
            GET healthz HTTP/1.1\\r\\nHost: localhost @ 400
            CONNECT localhost:22 HTTP/1.1\\r\\nHost: localhost:22 @ [45]0.
            GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nHost: evil.example @ 400
            GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 0\\r\\nContent-Length: 5 @ 400
            GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nAccept: a\\r\\nAccept: b\\r\\nAccept: */* @ 200
            PRI * HTTP/2.0 @ 50[15]|4..
            GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: Upgrade, HTTP2-Settings\\r\\nUpgrade: h2c @ 200
            """)
    void unusual_forms_get_a_plain_answer(String request, String status) throws IOException {
        try (Wire wire = wire()) {
            String answer = wire.send(request.replace("\\r\\n", "\r\n") + "\r\n\r\n")
                    .end()
                    .rest();
            assertThat(answer)
                    .containsPattern("^HTTP/1\\.1 (" + status + ") ")
                    .doesNotContain("Exception", "jvm_", "\tat ");
        }
    }

    @Test
    void many_cookies_and_tags_as_far_as_headers_may_go_cost_nothing() throws IOException {
        for (String line :
                new String[] {"Cookie: " + "; ".repeat(7_000), "If-None-Match: " + "\"𠮷\",".repeat(1_400)}) {
            try (Wire wire = wire()) {
                assertThat(wire.send(("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + line + "\r\n\r\n")
                                        .getBytes(StandardCharsets.UTF_8))
                                .rest())
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void many_ranges_are_no_more_than_the_file() {
        int whole = SERVER.bytes("/static/zhice.css").length;
        for (String ranges : new String[] {"0-,".repeat(500), "0-1,2-3,".repeat(500), "-1,".repeat(500)}) {
            assertThat(SERVER.get("/static/zhice.css", "Range", "bytes=" + ranges + "0-")
                            .body()
                            .length())
                    .isLessThan(2 * whole);
        }
    }

    @Test
    void packed_body_counts_as_what_it_unpacks_to() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1_000_000]);
            }
        }
        try (Wire wire = wire()) {
            wire.send(POST + "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size()
                    + "\r\n\r\n");
            assertThat(wire.send(packed.toByteArray()).rest()).startsWith("HTTP/1.1 413");
        }
    }

    /** The server may have closed before all was sent. */
    private static String send(Wire wire, String request) throws IOException {
        try {
            wire.send(request);
        } catch (SocketException e) {
            return wire.rest();
        }
        return wire.rest();
    }

    private static Wire wire() throws IOException {
        return new Wire("127.0.0.1", URI.create(SERVER.url("/")).getPort());
    }
}
