package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.store.Limits;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.memory.MemoryReleases;

/** What nobody foresaw is told as a failure and in no more words, whichever way a client came. */
class ProblemsTest {
    private static final String INSIDE = "the secret of 𠮷";

    @TempDir
    Path home;

    @Test
    void no_text_of_an_exception_reaches_a_client() throws Exception {
        Files.createDirectory(home.resolve("queries"));
        Files.createDirectory(home.resolve("fuseki-config"));
        Files.copy(TestServer.CONFIG, home.resolve("fuseki-config/zhice.ttl"));
        AtomicBoolean broken = new AtomicBoolean();
        try (ZhiceServer server = ZhiceServer.over(breaking(broken), home, 0)) {
            broken.set(true);

            HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(server.url() + "coverage")));
            HttpResponse<String> tool = send(HttpRequest.newBuilder(URI.create(server.url() + "mcp"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"jsonrpc":"2.0","id":1,"method":"tools/call",
                             "params":{"name":"search","arguments":{"text":"x"}}}""")));

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).doesNotContain(INSIDE);
            assertThat(tool.body()).contains("The server failed").doesNotContain(INSIDE);
        }
    }

    private static Releases breaking(AtomicBoolean broken) {
        Releases whole = MemoryReleases.of(List.of(), Limits.read(TestServer.CONFIG));
        return new Releases() {
            @Override
            public <T> T read(Function<Release, T> use) {
                if (broken.get()) {
                    throw new IllegalArgumentException(INSIDE);
                }
                return whole.read(use);
            }
        };
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
