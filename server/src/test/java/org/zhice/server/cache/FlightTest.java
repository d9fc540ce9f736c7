package org.zhice.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.server.TestServer;

/** Equal requests at the same time. */
class FlightTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final int CLIENTS = 30;
    private static final String VALUES =
            IntStream.range(0, 50).mapToObj(String::valueOf).collect(Collectors.joining(" "));

    /** Takes some tenths of a second. */
    private static final String LONG = "SELECT (COUNT(*) AS ?n) (\"%s𠮷\" AS ?t) { VALUES ?a { " + VALUES
            + " } VALUES ?b { " + VALUES + " } VALUES ?c { " + VALUES + " } }";

    @Test
    void one_is_answered_and_the_others_wait_for_that_beyond_the_share_of_a_client() {
        List<HttpResponse<String>> answers = together("/sparql?query=" + encoded(LONG.formatted("one")));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(answers.get(0).body()).contains("125000", "one𠮷");
        });
        assertThat(answers.stream().map(FlightTest::status).filter(status -> status.endsWith("stored")))
                .hasSize(1);
        assertThat(answers.stream().map(FlightTest::status))
                .isSubsetOf("zhice; fwd=miss; stored", "zhice; fwd=miss; collapsed", "zhice; hit")
                .contains("zhice; fwd=miss; collapsed");
    }

    /** Each is told of its own failure; what would be too much for one client is told that, as ever. */
    @Test
    void failure_of_one_is_none_of_the_others() {
        List<HttpResponse<String>> answers = together("/queries/slow");

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(status(answer)).isEqualTo("zhice; fwd=miss");
        });
        assertThat(answers.stream()
                        .map(answer ->
                                answer.headers().firstValue("X-Request-Id").orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void who_waits_no_longer_than_it_says_is_told_so() {
        String query = encoded(
                LONG.formatted("patience").replace("?c { ", "?c { " + VALUES + " " + VALUES + " " + VALUES + " "));

        List<HttpResponse<String>> answers = together("/sparql?timeout=0.05&query=" + query);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(503));
    }

    private static List<HttpResponse<String>> together(String path) {
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> http.sendAsync(SERVER.request(path).build(), BodyHandlers.ofString()))
                .limit(CLIENTS)
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String status(HttpResponse<?> response) {
        return response.headers().firstValue("Cache-Status").orElse("none");
    }
}
