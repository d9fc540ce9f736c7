package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.TestServer;

/** What holds for every address, asked over the wire. */
class FrontTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer()
            .with("limit:headerMillis 1000")
            .with("limit:bodyMillis 2000")
            .with("limit:stalledMillis 1000")
            .with("limit:arrivingBytes 200000")
            .with("limit:clientConnections 60");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/healthz",
                "/readyz",
                "/$/ping",
                "/$/metrics",
                "/$/nothing",
                "/nothing",
                "/static/zhice.css",
                "/static/nothing",
                "/queries/tasks-of-an-agency?format=csv",
                "/queries/tasks-of-an-agency?format=nothing",
                "/sparql?query=ASK%20%7B%7D",
                "/sparql?query=ASK",
                "/dataset",
                "/prefixes.json",
                "/%2e%2e/x",
                "/%zz",
                "//x",
                "/x;y/z"
            })
    void every_answer_has_a_policy_and_a_name(String address) throws IOException {
        String answer = ask("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer)
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .containsPattern("X-Request-Id: [0-9a-f]{16}\r\n")
                .doesNotContain("Exception", "\tat ", "Jetty", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "/, TRACE, 405",
        "/nothing, TRACE, 405",
        "/$/metrics, TRACE, 405",
        "/static/zhice.css, TRACE, 405",
        "/sparql, PUT, 405",
        "/queries, DELETE, 405",
        "/, PATCH, 405",
        "/healthz, POST, 405",
        "/, BREW, 501",
        "/$/ping, BREW, 501",
        "/healthz, get, 501",
        "/static/nothing, FROB, 501"
    })
    void other_methods_are_refused(String address, String method, int status) throws IOException {
        String answer = ask(
                method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Mark: secret\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Allow: GET, HEAD,", "application/problem+json")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/healthz",
                "/readyz",
                "/sparql",
                "/static/zhice.css",
                "/nothing",
                "/dataset",
                "/openapi.json"
            })
    void head_and_options_are_answered(String address) {
        HttpResponse<String> options = SERVER.send("OPTIONS", address);
        HttpResponse<String> head = SERVER.send("HEAD", address);

        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("GET, HEAD");
        assertThat(head.statusCode()).isEqualTo(SERVER.get(address).statusCode());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void plain_name_of_a_client_is_kept_and_no_other() throws IOException {
        assertThat(SERVER.get("/healthz", "X-Request-Id", "abc-1_2.3").headers().firstValue("X-Request-Id"))
                .contains("abc-1_2.3");
        for (String other : List.of("a b", "\u001b[31m", "x".repeat(65), "<script>")) {
            String answer = ask("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + other
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).containsPattern("X-Request-Id: [0-9a-f]{16}\r\n").doesNotContain(other);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/$/metrics",
                "/%24/metrics",
                "/$//metrics",
                "//$/metrics",
                "/$;x/metrics",
                "/$/metrics;x",
                "/x/../$/metrics",
                "/$/./metrics",
                "/%24%2Fmetrics",
                "/$/%6detrics",
                "/$/METRICS",
                "/$/metrics/",
                "/$/server",
                "/$/datasets",
                "/$/stats",
                "/$"
            })
    void metrics_are_not_for_who_comes_through_a_proxy_however_the_address_is_written(String path) throws IOException {
        for (String through :
                List.of("X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "Via: 1.1 proxy", "X-Real-IP: ::1")) {
            String answer =
                    ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + through + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).matches("(?s)HTTP/1.1 (403|400|404) .*").doesNotContain("zhice_", "jvm_");
        }
    }

    @Test
    void metrics_are_not_for_a_page_whose_name_someone_made_to_point_here() throws IOException {
        String answer = ask("GET /$/metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @Test
    void metrics_count_what_was_asked() {
        SERVER.get("/dataset");

        assertThat(SERVER.get("/$/metrics").body())
                .containsPattern("zhice_requests_seconds_count\\{[^}]*room=\"dataset\",status=\"[23]0[0-9]\"\\} [1-9]")
                .containsPattern("zhice_release_info\\{[^}]*release=\"build-20[0-9-]+\"\\} 1")
                .contains("zhice_places{", "zhice_places_used{", "zhice_places_waiting{", "zhice_connections{")
                .contains("zhice_connections_limit{", "zhice_threads{", "zhice_threads_limit{")
                .contains("reason=\"slow\"}", "jvm_memory_used_bytes");
    }

    @Test
    void health_waits_for_nothing_and_readiness_tells_the_release() {
        JsonObject alive = JSON.parse(SERVER.get("/healthz").body());
        JsonObject ready = JSON.parse(SERVER.get("/readyz").body());

        assertThat(alive.keySet()).containsExactlyInAnyOrder("status", "build", "warnings");
        assertThat(ready.keySet()).containsExactlyInAnyOrder("status", "release", "graphs", "warnings");
        assertThat(ready.getString("release")).isEqualTo(alive.getString("build"));
        assertThat(JSON.parse(SERVER.get("/healthz", "Via", "1.1 proxy").body()).keySet())
                .containsExactlyInAnyOrder("status", "build");
    }

    @Test
    void address_that_is_too_long_and_headers_that_are_too_many_are_told() throws IOException {
        assertThat(ask(get("/?x=" + "%F0%A0%AE%B7".repeat(690), "")))
                .startsWith("HTTP/1.1 414")
                .contains("at most 8,192");
        assertThat(ask(get("/", "A: " + "x".repeat(20_000) + "\r\n")))
                .startsWith("HTTP/1.1 431")
                .contains("at most 16,384 bytes and 100 headers");
        assertThat(ask(get("/", "a:b\r\n".repeat(101)))).startsWith("HTTP/1.1 431");
        assertThat(ask(get("/healthz", "a:b\r\n".repeat(97)))).startsWith("HTTP/1.1 200");
    }

    @Test
    void headers_that_do_not_come_lose_their_connection() throws IOException {
        try (Wire wire = wire()) {
            wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n");

            assertThat(wire.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\nquery=", "Transfer-Encoding: chunked\r\n\r\n5\r\nquery\r\n"})
    void body_that_does_not_come_is_told_so(String begun) throws IOException {
        try (Wire wire = wire()) {
            wire.send("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + begun);

            assertThat(wire.rest())
                    .startsWith("HTTP/1.1 408")
                    .contains("Connection: close", "did not come whole within 2 seconds");
        }
    }

    @Test
    void bodies_that_are_being_sent_have_only_so_much_room() throws IOException {
        List<Wire> senders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            senders.add(
                    wire().send("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                            + "Content-Length: 100000\r\n\r\n" + "#".repeat(60_000)));
        }

        List<String> answers = new ArrayList<>();
        for (Wire sender : senders) {
            answers.add(sender.rest().replaceFirst("(?s)\r\n.*", ""));
            sender.close();
        }
        assertThat(answers).contains("HTTP/1.1 503 Service Unavailable").contains("HTTP/1.1 408 Request Timeout");
        assertThat(SERVER.post("/sparql", "application/sparql-query", "ASK {}" + " ".repeat(90_000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_client_with_too_many_connections_gets_no_further_one_until_one_ends() throws IOException {
        List<Wire> open = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            open.add(new Wire("127.0.0.1", port()));
        }

        assertThat(open.get(69).end().rest()).isEmpty();
        try (Wire other = new Wire("127.0.0.1", port())) {
            assertThat(other.rest()).isEmpty();
        }
        for (Wire wire : open) {
            wire.close();
        }
        int status = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (status != 200 && System.nanoTime() < end) {
            try {
                status = ask(get("/healthz", "")).startsWith("HTTP/1.1 200") ? 200 : 0;
            } catch (IOException e) {
                status = 0;
            }
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    void both_addresses_of_this_machine_answer() throws IOException {
        for (String host : List.of("127.0.0.1", "::1")) {
            try (Wire wire = new Wire(host, port())) {
                assertThat(wire.send(get("/healthz", "")).rest()).startsWith("HTTP/1.1 200");
            }
        }
    }

    private static String get(String address, String headers) {
        return "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n";
    }

    private static String ask(String request) throws IOException {
        try (Wire wire = wire()) {
            return wire.send(request.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .rest();
        }
    }

    private static Wire wire() throws IOException {
        return new Wire("127.0.0.1", port());
    }

    private static int port() {
        return URI.create(SERVER.url("/")).getPort();
    }
}
