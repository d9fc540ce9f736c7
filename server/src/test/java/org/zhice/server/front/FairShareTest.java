package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.server.TestServer;

/** One client has one place here. */
class FairShareTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer().with("limit:clientRequests 1");

    @RegisterExtension
    static final TestServer PROXIED =
            new TestServer().with("limit:clientRequests 1").at("https://zhice.example");

    /** Works until its time is up: no row passes the filter. */
    private static final String LONG =
            "/sparql?query=ASK%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff.%3Fg%20%3Fh%20%3Fi%20FILTER%28CONCAT%28STR%28%3Fa%29%2CSTR%28%3Fi%29%29%3D%22x%22%29%7D";

    @Test
    void request_beyond_the_share_of_a_client_is_refused_at_once_and_cheap_pages_are_not() {
        List<CompletableFuture<HttpResponse<String>>> asked = Stream.of("x", "y", "z")
                .map(word -> LONG.replace("%22x%22", "%22" + word + "%22"))
                .map(address -> CompletableFuture.supplyAsync(() -> SERVER.get(address)))
                .toList();
        HttpResponse<String> page = SERVER.get("/robots.txt");
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(answers).allMatch(answer -> answer.statusCode() == 503);
        assertThat(answers)
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
        assertThat(answers.stream().map(FairShareTest::kind)).contains("busy-client", "timeout");
    }

    /** The place of an answer is free before its last byte is out, for who waits for that byte may ask at once. */
    @Test
    void who_asks_one_after_the_other_is_never_refused() {
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> ask(SERVER, ""))).containsOnly(200);
    }

    /** A proxy adds the address that it sees behind what the client wrote there. */
    @Test
    void behind_a_proxy_the_client_is_whom_the_proxy_names_whatever_the_client_itself_wrote() {
        assertThat(withLongQuery(
                        PROXIED,
                        "203.0.113.7",
                        List.of(
                                "203.0.113.7",
                                "198.51.100.1, 203.0.113.7",
                                "203.0.113.7:4711",
                                "::ffff:203.0.113.7",
                                "198.51.100.1,,  203.0.113.7 ")))
                .containsOnly(503);
        assertThat(withLongQuery(
                        PROXIED, "2001:db8::1", List.of("2001:db8::2", "[2001:db8:0:0:ffff::1]:80", "x, 2001:DB8::3")))
                .containsOnly(503);
        assertThat(withLongQuery(
                        PROXIED,
                        "203.0.113.7",
                        List.of("203.0.113.8", "2001:db8::1", "203.0.113.7, 198.51.100.1", "unknown", "[")))
                .containsOnly(200);
    }

    @Test
    void without_a_proxy_nobody_is_believed() {
        assertThat(withLongQuery(SERVER, "203.0.113.7", List.of("203.0.113.8", "2001:db8::1", "")))
                .containsOnly(503);
    }

    /** What others get while a query of one of them runs. */
    private static List<Integer> withLongQuery(TestServer server, String client, List<String> others) {
        CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> untilAnswered(server, client));
        while (ask(server, client) != 503) {
            assertThat(asked).isNotDone();
        }
        List<Integer> answers = others.stream().map(other -> ask(server, other)).toList();
        asked.join();
        return answers;
    }

    /** The place may be taken by who looks whether it is. */
    private static void untilAnswered(TestServer server, String client) {
        while (!kind(server.get(LONG, "X-Forwarded-For", client)).equals("timeout")) {
            Thread.onSpinWait();
        }
    }

    private static int ask(TestServer server, String client) {
        return server.get("/sparql?query=ASK%7B%7D", "X-Forwarded-For", client, "Cache-Control", "no-cache")
                .statusCode();
    }

    private static String kind(HttpResponse<String> answer) {
        return JSON.parse(answer.body()).getString("type").replaceFirst(".*/", "");
    }
}
