package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Queries that hurt, one after the other, against the shipped data in a process of 512 MB; a query may take five seconds. */
@Tag("alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {
    private static final String NORMAL = "SELECT (COUNT(?s) AS ?n) { ?s a <https://w3id.org/zhice/ontology#Task> }";
    private static final long LIMIT_MILLIS = 5_000;
    private static final long GRACE_MILLIS = 5_000;
    private static final long HEALTH_MILLIS = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder;
    private Process server;
    private BufferedReader told;
    private PrintWriter ask;
    private String url;
    private String right;
    private ReleaseFacts facts;

    @BeforeAll
    void the_server_is_up(@TempDir Path temporary) throws IOException {
        folder = temporary;
        facts = new ReleaseFacts(Shipped.built().stores().good().orElseThrow());
        server = AttackedServer.start(folder, 4_000, LIMIT_MILLIS);
        told = server.inputReader();
        ask = new PrintWriter(server.outputWriter(), true);
        url = told.lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the server did not start: " + log()))
                .replaceFirst("/$", "");
        right = send(NORMAL, "text/csv").body();
        assertThat(right).matches("n\r\n[1-9][0-9]+\r\n");
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @AfterAll
    void the_server_is_stopped() {
        server.destroyForcibly();
    }

    @Test
    void there_are_more_than_a_hundred() {
        assertThat(Attack.all()).hasSizeGreaterThan(100);
        assertThat(Attack.all()).filteredOn(Attack::isShort).hasSizeGreaterThan(20);
    }

    /** An answer that nobody compares can be wrong, and of many outcomes one is always there. */
    @Test
    void each_says_what_its_answer_is_and_why_if_there_may_be_several() {
        assertThat(Attack.all()).allSatisfy(attack -> {
            assertThat(attack.gets()).doesNotContain("200");
            assertThat(attack.gets()).hasSizeLessThanOrEqualTo(attack.why().isEmpty() ? 1 : 2);
        });
    }

    @Test
    void each_of_a_few_attacks_gets_its_clear_answer_and_hurts_nobody_else() throws IOException {
        survives(Attack.all().stream().filter(Attack::isShort).toList());
    }

    @Test
    @Tag("long")
    void each_attack_gets_its_clear_answer_and_hurts_nobody_else() throws IOException {
        survives(Attack.all());
    }

    private void survives(List<Attack> attacks) throws IOException {
        AtomicLong slowest = new AtomicLong();
        Thread health = new Thread(() -> watch(slowest));
        health.start();
        SoftAssertions each = new SoftAssertions();
        try {
            for (Attack attack : attacks) {
                slowest.set(0);
                each.assertThat(outcome(attack))
                        .as(attack.name())
                        .isIn(attack.gets().stream().map(facts::filledIn).toList());
                each.assertThat(isQuiet())
                        .as("all ended after " + attack.name())
                        .isTrue();
                each.assertThat(send(NORMAL, "text/csv").body())
                        .as("after " + attack.name())
                        .isEqualTo(right);
                each.assertThat(slowest.get()).as("health at " + attack.name()).isLessThan(HEALTH_MILLIS);
                assertThat(server.isAlive()).as("alive after " + attack.name()).isTrue();
            }
        } finally {
            health.interrupt();
        }
        each.assertAll();
    }

    /** In time, or it is none. */
    private String outcome(Attack attack) {
        long start = System.nanoTime();
        HttpResponse<String> response = send(attack.query(), attack.accept());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        if (millis > LIMIT_MILLIS + GRACE_MILLIS) {
            return response.statusCode() + " after " + millis + " ms";
        }
        return AttackAnswer.of(response);
    }

    private boolean isQuiet() throws IOException {
        for (int i = 0; i < 50; i++) {
            ask.println();
            if (told.readLine().equals("0 0 0")) {
                return true;
            }
            pause(GRACE_MILLIS / 50);
        }
        return false;
    }

    /** Asks on a connection of its own, again and again. */
    private void watch(AtomicLong slowest) {
        HttpClient other = HttpClient.newHttpClient();
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(url + "/healthz")).build();
        try {
            while (!Thread.interrupted()) {
                long start = System.nanoTime();
                int status = other.send(health, BodyHandlers.discarding()).statusCode();
                long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
                slowest.accumulateAndGet(status == 200 ? millis : Long.MAX_VALUE, Math::max);
                Thread.sleep(50);
            }
        } catch (IOException e) {
            slowest.set(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(String query, String accept) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + "/sparql"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", accept)
                            .POST(BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer to " + query.substring(0, Math.min(200, query.length())), e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
