package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.zhice.server.TestServer;
import org.zhice.server.credential.Operators;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Page;
import org.zhice.server.web.Routes;
import org.zhice.store.FrontLimits;
import org.zhice.store.Limits;
import org.zhice.store.memory.MemoryReleases;

class LoadLimitTest {
    static {
        JenaSystem.init();
    }

    private static final FrontLimits FRONT = new FrontLimits(
            20,
            100,
            100,
            10,
            10,
            8_192,
            50,
            4_096,
            1_000_000,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1_000,
            1_000_000,
            100_000);

    private static final Limits ONE_AT_A_TIME = new Limits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            10,
            10,
            10,
            10,
            10,
            Limits.read(TestServer.CONFIG).match(),
            1_000,
            1,
            Duration.ofMillis(50),
            Duration.ofSeconds(1),
            Limits.read(TestServer.CONFIG).query(),
            0,
            FRONT,
            List.of());

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void one_too_many_is_told_to_come_again() throws Exception {
        Page slow = (client, release) -> {
            begun.countDown();
            return wait(end);
        };
        FusekiServer.Builder builder = FusekiServer.create().port(0).fusekiModules(FusekiModules.empty());
        Routes routes = new Routes(builder, MemoryReleases.of(List.of(), ONE_AT_A_TIME), ONE_AT_A_TIME)
                .query("/slow", slow)
                .page("/quick", (client, release) -> Answer.text("text/plain", "quick"));
        FusekiServer server = builder.build();
        Handlers.around(server.getJettyServer(), routes, Operators.local());
        server.start();
        try {
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.serverURL() + "slow"))
                    .build();
            CompletableFuture<HttpResponse<String>> first = http.sendAsync(request, BodyHandlers.ofString());
            begun.await();

            HttpResponse<String> second = http.send(request, BodyHandlers.ofString());
            HttpRequest quick = HttpRequest.newBuilder(URI.create(server.serverURL() + "quick"))
                    .build();
            assertThat(http.send(quick, BodyHandlers.ofString()).body()).isEqualTo("quick");
            end.countDown();

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("2");
            assertThat(second.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(second.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(second.body()).contains("problem/busy").contains("at most 1 are answered at once");
            assertThat(first.get().body()).isEqualTo("done");
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        } finally {
            server.stop();
        }
    }

    private static Answer wait(CountDownLatch latch) {
        try {
            latch.await();
            return Answer.text("text/plain; charset=utf-8", "done");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
