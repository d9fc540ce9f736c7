package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String EVERYTHING = "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%20500";
    private static final String TASKS = "/queries/tasks-of-an-agency?format=html";

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, */*",
        "/queries, text/html",
        "/queries/tasks-of-an-agency, text/html",
        "/.well-known/sparql-examples, text/turtle",
        "/.well-known/sparql-examples, application/ld+json",
        "/static/zhice.css, */*",
        "/webjars/zazuko__yasgui/4.5.0/build/yasgui.min.js, */*",
        EVERYTHING + ", application/sparql-results+json",
        EVERYTHING + ", application/sparql-results+xml",
        EVERYTHING + ", text/csv",
        EVERYTHING + ", text/tab-separated-values"
    })
    void text_is_compressed_for_who_accepts_it(String path, String accept) throws IOException {
        HttpResponse<byte[]> packed = get(path, "Accept", accept, "Accept-Encoding", "gzip, deflate, br");
        HttpResponse<byte[]> plain = get(path, "Accept", accept);

        assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(plain.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(packed.body().length * 2).isLessThan(plain.body().length);
        assertThat(String.join(",", packed.headers().allValues("Vary"))).contains("Accept-Encoding");
        assertThat(plain.headers().allValues("Vary")).isEqualTo(packed.headers().allValues("Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/queries/tasks-of-an-agency?format=xlsx", "/nothing"})
    void what_is_short_or_packed_already_is_sent_as_it_is(String path) {
        assertThat(get(path, "Accept-Encoding", "gzip").headers().allValues("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKS, "/openapi.json", "/static/zhice.css"})
    void compressed_answer_that_the_client_has_is_not_sent_again(String path) {
        String tag = tag(get(path, "Accept-Encoding", "gzip"));
        String plain = tag(get(path));

        for (String held : new String[] {tag, plain}) {
            HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "gzip", "If-None-Match", held);
            assertThat(packed.statusCode()).isEqualTo(304);
            assertThat(packed.body()).isEmpty();
            assertThat(tag(packed)).isEqualTo(held);
        }
        assertThat(get(path, "If-None-Match", plain).statusCode()).isEqualTo(304);
    }

    @Test
    void head_tells_of_compression_too() {
        HttpResponse<String> head = SERVER.send("HEAD", TASKS, "Accept-Encoding", "gzip");

        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(tag(head)).isEqualTo(tag(get(TASKS, "Accept-Encoding", "gzip")));
    }

    @Test
    void request_may_be_compressed_and_is_measured_unpacked() throws IOException {
        assertThat(post("ASK {}").statusCode()).isEqualTo(200);
        assertThat(post("#".repeat(2 << 20) + "\nASK {}").statusCode()).isEqualTo(413);
    }

    private static HttpResponse<String> post(String query) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(query.getBytes(StandardCharsets.UTF_8));
        }
        return SERVER.send(SERVER.request("/sparql")
                .header("Content-Type", "application/sparql-query")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return SERVER.send(SERVER.request(path, headers), BodyHandlers.ofByteArray());
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }

    private static String tag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}
