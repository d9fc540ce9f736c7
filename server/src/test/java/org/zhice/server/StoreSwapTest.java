package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.store.tdb.StoreFiles;

class StoreSwapTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    /** Text index and quads of one build must agree: both hold its number. */
    private static final String BUILD_NUMBER = "/sparql?query=" + URLEncoder.encode("""
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?number
            WHERE { ?build text:query (skos:altLabel "构建标记") ; skos:notation ?number }
            """, StandardCharsets.UTF_8);

    private static final String BUILD = """
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            <https://example.org/graph> { <https://example.org/build> skos:altLabel "构建标记"@zh ; skos:notation %d }
            """;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void new_builds_are_taken_over_under_load_without_an_error() throws InterruptedException {
        SERVER.publish(BUILD.formatted(0));
        await(0);
        Thread.sleep(1_500);
        List<Thread> clients =
                Stream.generate(() -> new Thread(this::ask)).limit(4).toList();
        clients.forEach(Thread::start);

        for (int build = 1; build <= 2; build++) {
            SERVER.publish(BUILD.formatted(build));
            await(build);
            Thread.sleep(1_500);
        }

        stop.set(true);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(answered).hasValueGreaterThan(50);
        // They are told again once the build before is closed.
        String metrics = SERVER.get("/$/metrics").body();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!metrics.contains("fuseki_requests_good") && System.nanoTime() < end) {
            Thread.sleep(50);
            metrics = SERVER.get("/$/metrics").body();
        }
        assertThat(metrics).contains("fuseki_requests_good");
        assertThat(SERVER.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void build_without_content_is_left_alone() throws InterruptedException {
        String before = SERVER.get("/readyz").body();
        StoreFiles files = new StoreFiles(SERVER.home().resolve("data/store"));

        files.publish(files.fresh());
        Thread.sleep(2_500);

        assertThat(SERVER.get("/readyz").body().replaceFirst("(?s)\"warnings\".*", ""))
                .isEqualTo(before.replaceFirst("(?s)\"warnings\".*", ""));
        assertThat(SERVER.get("/healthz").body()).contains("the build holds nothing");
    }

    private void ask() {
        int last = 0;
        while (!stop.get()) {
            HttpResponse<String> response = SERVER.get(BUILD_NUMBER, "Accept", "text/csv");
            String number = response.body().replaceFirst("number\\s+", "").strip();
            if (response.statusCode() != 200 || !number.matches("\\d") || Integer.parseInt(number) < last) {
                wrong.add(response.statusCode() + " " + response.body());
                return;
            }
            last = Integer.parseInt(number);
            HttpResponse<String> page = SERVER.browse("/");
            if (page.statusCode() != 200) {
                wrong.add(page.statusCode() + " " + page.body());
            }
            answered.incrementAndGet();
        }
    }

    private static void await(int build) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (SERVER.get(BUILD_NUMBER, "Accept", "text/csv").body().contains(String.valueOf(build))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("build " + build + " was not taken over");
    }
}
