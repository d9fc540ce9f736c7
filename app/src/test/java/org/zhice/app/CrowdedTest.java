package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slow, idle and greedy clients together leave room for cheap pages: asked of the program as it is started. */
@Tag("alone")
class CrowdedTest {
    private static final List<String> CHEAP = List.of(
            "/healthz",
            "/",
            "/static/zhice.css",
            "/ontology.html",
            "/queries",
            "/id/task/2023-030.html",
            "/robots.txt");

    /** Below, a page is quick however many times slower it has become. */
    private static final double QUICK_MILLIS = 20;

    @Test
    void a_small_crowd_leaves_room_for_cheap_pages() throws Exception {
        try (Program zhice = ServedProgram.start()) {
            measure(zhice, 15);
            try (Crowd crowd = new Crowd(zhice.port())) {
                crowd.idle(100).slowSenders(30).slowReaders(10).heavy(10);
                Thread.sleep(1_000);

                assertThat(percentile(measure(zhice, 10), 95)).isLessThan(1_000);
            }
            for (int clients : new int[] {952, 1_000}) {
                for (int bytes : new int[] {500_000, 16_000}) {
                    try (Crowd crowd = new Crowd(zhice.port())) {
                        crowd.endlessHeaders(clients, bytes);

                        assertThat(percentile(measure(zhice, 10), 95))
                                .describedAs("%d clients with %d bytes of headers", clients, bytes)
                                .isLessThan(1_000);
                    }
                }
            }
        }
    }

    @Test
    @Tag("long")
    void a_crowd_makes_cheap_pages_at_most_three_times_slower() throws Exception {
        try (Program zhice = ServedProgram.start()) {
            measure(zhice, 60);
            double idle = percentile(measure(zhice, 60), 95);
            try (Crowd crowd = new Crowd(zhice.port())) {
                crowd.idle(1_000).slowSenders(30).slowReaders(30).heavy(30);
                Thread.sleep(3_000);

                double crowded = percentile(measure(zhice, 120), 95);

                System.out.printf(
                        "p95 of cheap pages: idle %.1f ms, crowded %.1f ms; heavy queries: %s%n",
                        idle, crowded, crowd.heavyAnswers());
                assertThat(crowd.heavyAnswers().keySet()).isSubsetOf(503, 422, 400);
                assertThat(crowded).isLessThan(Math.max(QUICK_MILLIS, 3 * idle));
            }
            Thread.sleep(1_000);
            assertThat(zhice.get("/sparql?query=ASK%7B%7D", "application/sparql-results+json"))
                    .contains("true");
        }
    }

    private static List<Double> measure(Program zhice, int rounds) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            for (String page : CHEAP) {
                long begin = System.nanoTime();
                read(zhice.url() + page);
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return millis;
    }

    private static void read(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestProperty("Accept", "text/html");
        assertThat(connection.getResponseCode()).describedAs(address).isEqualTo(200);
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() * percent / 100);
    }
}
