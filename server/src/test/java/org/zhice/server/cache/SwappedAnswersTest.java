package org.zhice.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.server.TestServer;

/**
 * Random queries while one release takes the place of another. Each thing of a release bears the number of that release, so that
 * an answer shows from which it was made, whether from one alone, and whether it is whole.
 */
class SwappedAnswersTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer().with("limit:clientRequests 60");

    private static final int THINGS = 200;
    private static final int CLIENTS = 8;
    private static final Pattern MARK = Pattern.compile("𠮷([0-9]+)\\.([0-9]+)\\.");

    /** How a refusal in words begins. */
    private static final String REFUSAL = "\"https://w3id.org/zhice/problem/";

    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void no_answer_is_stale_mixed_or_partial() throws InterruptedException {
        ask(3_000, 2);
    }

    @Test
    @Tag("long")
    void none_of_a_hundred_thousand_either() throws InterruptedException {
        ask(100_000, 20);
    }

    private void ask(int requests, int swaps) throws InterruptedException {
        SERVER.swap(release(0));
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(seed -> new Thread(() -> client(new Random(seed), requests)))
                .toList();
        clients.forEach(Thread::start);
        for (int number = 1; number <= swaps; number++) {
            while (answered.get() < (long) requests * number / (swaps + 1) && goesOn(requests)) {
                Thread.sleep(10);
            }
            SERVER.swap(release(number));
            served.set(number);
        }
        for (Thread client : clients) {
            client.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(answered.get()).isGreaterThanOrEqualTo(requests);
        assertThat(refused.get()).isLessThan(requests);
        assertThat(hits.get()).isGreaterThan(requests / 4);
    }

    private static String release(int number) {
        return IntStream.range(0, THINGS)
                .mapToObj(thing -> "<https://example.org/%d> <https://example.org/mark> \"𠮷%d.%d.\" ."
                        .formatted(thing, thing, number))
                .collect(Collectors.joining("\n", "<https://example.org/graph> {\n", "\n}"));
    }

    private void client(Random random, int requests) {
        while (answered.get() < requests && goesOn(requests)) {
            int least = served.get();
            // Some are asked often, most are not.
            int first = random.nextInt(random.nextBoolean() ? 5 : THINGS - 20);
            int count = 1 + random.nextInt(20);
            HttpRequest.Builder request = request(random, first, count);
            try {
                check(SERVER.send(request, BodyHandlers.ofByteArray()), first, count, least);
            } catch (UncheckedIOException e) {
                wrong.add("no answer: " + e);
            }
        }
    }

    private boolean goesOn(int requests) {
        return wrong.isEmpty() && refused.get() < requests;
    }

    private static HttpRequest.Builder request(Random random, int first, int count) {
        String query = IntStream.range(first, first + count)
                .mapToObj(thing -> "<https://example.org/" + thing + ">")
                .collect(Collectors.joining(
                        " ", "SELECT ?mark { VALUES ?thing { ", " } ?thing <https://example.org/mark> ?mark }"));
        String text = URLEncoder.encode(query, StandardCharsets.UTF_8);
        HttpRequest.Builder request = random.nextBoolean()
                ? SERVER.request("/sparql?query=" + text)
                : SERVER.request("/sparql", "Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofString(query));
        request.header("Accept", random.nextBoolean() ? "text/csv" : "application/sparql-results+json");
        if (random.nextBoolean()) {
            request.header("Accept-Encoding", "gzip");
        }
        if (random.nextInt(50) == 0) {
            request.header("Cache-Control", "no-cache");
        }
        return request;
    }

    /** On a busy machine a query may be refused or take too long, and is told so; that is no answer, and another is asked. */
    private void check(HttpResponse<byte[]> response, int first, int count, int least) {
        String body = text(response);
        if (response.statusCode() == 503 && body.contains(REFUSAL)) {
            refused.incrementAndGet();
            return;
        }
        answered.incrementAndGet();
        List<String> things = marks(body, 1).toList();
        List<String> releases = marks(body, 2).distinct().toList();
        boolean whole = response.statusCode() == 200
                && things.equals(IntStream.range(first, first + count)
                        .mapToObj(String::valueOf)
                        .toList());
        boolean fresh = releases.size() == 1 && Integer.parseInt(releases.get(0)) >= least;
        if (!whole || !fresh) {
            wrong.add(least + ": " + response.statusCode() + " "
                    + response.headers().map() + "\n" + body);
        }
        if (response.headers().firstValue("Cache-Status").orElse("").equals("zhice; hit")) {
            hits.incrementAndGet();
        }
    }

    private static Stream<String> marks(String body, int group) {
        return MARK.matcher(body).results().map((MatchResult mark) -> mark.group(group));
    }

    private static String text(HttpResponse<byte[]> response) {
        try {
            byte[] body = response.headers().firstValue("Content-Encoding").isPresent()
                    ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
                    : response.body();
            return new String(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
