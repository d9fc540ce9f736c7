package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.TestServer;

/** Whatever comes over a connection gets an error or loses the connection, and the server lives. */
class RawHttpTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer()
            .with("limit:headerMillis 2000")
            .with("limit:bodyMillis 2000")
            .with("limit:stalledMillis 2000");

    private static final int ROUNDS = Integer.getInteger("zhice.rounds", 60);

    private static final String WHOLE = String.join(
            "\r\n",
            "POST /sparql?x=%E6%B3%95 HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/sparql-query",
            "Accept: text/csv;q=0.5, */*",
            "Transfer-Encoding: chunked",
            "",
            "5;a=\"b\"",
            "ASK {",
            "1",
            "}",
            "0",
            "Trailer: x",
            "",
            "");

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            ":",
            " ",
            "\t",
            "%",
            "%00",
            "%zz",
            "\"",
            ";",
            "\u00ff\u00fe",
            "HTTP/1.1",
            "HTTP/9.9",
            "HTTP/1.0",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            "Transfer-Encoding: x\r\n",
            "Expect: 100-continue\r\n",
            "Expect: x\r\n",
            "Upgrade: h2c\r\n",
            "Host: \r\n",
            "Host: a b\r\n",
            "Range: bytes=5-1\r\n",
            "If-None-Match: \"\r\n",
            "Accept: ;;;q=x\r\n",
            "Accept-Language: -,*;q=9\r\n",
            "Cookie: lang=\u0001\r\n",
            "Content-Encoding: gzip\r\n",
            "ffffffffffffffff\r\n",
            "-1\r\n",
            "0x5\r\n",
            "../",
            "//",
            "/$/",
            "CONNECT a:1",
            "\u001b[31m",
            "Content-Type: a/b; charset=\"\r\n",
            "Authorization: Basic \u00ff\r\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20260711})
    void changed_requests_get_an_error_or_an_answer_and_no_inside(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            check("seed " + seed + " round " + i, changed(random).getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(SERVER.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void bytes_without_sense_lose_their_connection() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[1 + random.nextInt(3_000)];
            random.nextBytes(bytes);
            check("seed 7 round " + i, bytes);
        }
        assertThat(SERVER.get("/healthz").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;a=\"\r\nASK {\r\n",
                "5;\0\r\nASK {}\r\n0\r\n\r\n",
                "g\r\nASK {}\r\n0\r\n\r\n",
                "-6\r\nASK {}\r\n0\r\n\r\n",
                "6\r\nASK {}x\r\n0\r\n\r\n",
                "7fffffffffffffff\r\nASK {}\r\n"
            })
    void broken_chunks_are_a_mistake_of_the_client(String chunks) throws IOException {
        try (Wire wire = wire()) {
            String answer = wire.send(
                            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                    + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks)
                    .end()
                    .rest();

            assertThat(answer).doesNotContain("HTTP/1.1 200", "HTTP/1.1 5", "Exception");
        }
    }

    @Test
    void a_second_request_hidden_in_a_chunk_extension_is_none() throws IOException {
        try (Wire wire = wire()) {
            String answer = wire.send(String.join(
                            "\r\n",
                            "POST /sparql HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/sparql-query",
                            "Transfer-Encoding: chunked",
                            "",
                            "1;a=\"",
                            "X",
                            "0",
                            "",
                            "GET /$/metrics HTTP/1.1",
                            "Host: localhost",
                            "Content-Length: 5",
                            "",
                            "\"",
                            "0",
                            "",
                            ""))
                    .end()
                    .rest();

            assertThat(answer).doesNotContain("jvm_");
        }
    }

    private static String changed(Random random) {
        StringBuilder request = new StringBuilder(WHOLE);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(request.length());
            switch (random.nextInt(4)) {
                case 0 -> request.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> request.delete(at, Math.min(request.length(), at + 1 + random.nextInt(20)));
                case 2 -> request.setCharAt(at, (char) random.nextInt(256));
                default -> request.insert(at, request.substring(at, Math.min(request.length(), at + 200)));
            }
        }
        return request.toString();
    }

    private static void check(String which, byte[] bytes) throws IOException {
        try (Wire wire = wire()) {
            String answer = send(wire, bytes);
            assertThat(answer)
                    .describedAs(which)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).startsWith("HTTP/1."));
            assertThat(answer)
                    .describedAs(which)
                    .doesNotContain("Exception", "\tat ", "HTTP/1.1 500", "jetty", ": null");
        }
    }

    /** The server may have closed before all was sent. */
    private static String send(Wire wire, byte[] bytes) throws IOException {
        try {
            wire.send(bytes).end();
        } catch (IOException e) {
            return "";
        }
        return wire.rest();
    }

    private static Wire wire() throws IOException {
        return new Wire("127.0.0.1", URI.create(SERVER.url("/")).getPort());
    }
}
