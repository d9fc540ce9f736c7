package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.server.TestServer;

/** One client has one place here. */
class FairShareTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer().with("limit:clientRequests 1");

    /** Works until its time is up: no row passes the filter. */
    private static final String LONG =
            "/sparql?query=ASK%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff.%3Fg%20%3Fh%20%3Fi%20FILTER%28CONCAT%28STR%28%3Fa%29%2CSTR%28%3Fi%29%29%3D%22x%22%29%7D";

    @Test
    void request_beyond_the_share_of_a_client_is_refused_at_once_and_cheap_pages_are_not() {
        List<CompletableFuture<HttpResponse<String>>> asked = Stream.of(LONG, LONG, LONG)
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

    private static String kind(HttpResponse<String> answer) {
        return JSON.parse(answer.body()).getString("type").replaceFirst(".*/", "");
    }
}
