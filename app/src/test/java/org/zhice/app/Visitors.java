package org.zhice.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Readers who ask again and again, each in sessions that keep cookies as browsers do, and hold each answer against what the
 * release that it names should answer.
 */
final class Visitors implements AutoCloseable {
    private static final int SESSION = 100;

    final LongAdder answered = new LongAdder();
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    final Queue<String> errors = new ConcurrentLinkedQueue<>();

    /** Of each path the right answers, by build. */
    private final Map<String, Map<String, String>> right;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;
    private final String control;
    private final List<Thread> threads;
    private volatile boolean stop;

    /** @param control the header Cache-Control of all requests */
    Visitors(String site, Map<String, Map<String, String>> right, int readers, String control) {
        this.site = site;
        this.right = right;
        this.control = control;
        this.threads = IntStream.range(0, readers)
                .mapToObj(number -> new Thread(this::visit))
                .toList();
        threads.forEach(Thread::start);
    }

    private void visit() {
        while (!stop) {
            Map<String, String> cookies = new HashMap<>();
            String seen = "";
            for (int i = 0; i < SESSION && !stop; i++) {
                seen = ask(cookies, seen);
            }
        }
    }

    /** The release that was seen by then. */
    private String ask(Map<String, String> cookies, String seen) {
        List<String> paths = List.copyOf(right.keySet());
        String path = paths.get(ThreadLocalRandom.current().nextInt(paths.size()));
        try {
            HttpResponse<String> answer = http.send(request(path, cookies), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                errors.add(answer.statusCode() + " " + answer.body());
                return seen;
            }
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(cookies, cookie));
            String release = answer.headers().firstValue("Zhice-Release").orElse("none");
            if (!answer.body().equals(right.get(path).get(release))) {
                wrong.add(release + " " + path + " " + answer.body());
            }
            if (release.compareTo(seen) < 0) {
                wrong.add(release + " after " + seen);
            }
            answered.increment();
            return release;
        } catch (IOException e) {
            errors.add(e.toString());
            return seen;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest request(String path, Map<String, String> cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(Duration.ofSeconds(60))
                .header("Sec-Fetch-Mode", "navigate")
                .header("Cache-Control", control);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(one -> one.getKey() + "=" + one.getValue())
                                    .toList()));
        }
        return request.build();
    }

    private static void keep(Map<String, String> cookies, String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    @Override
    public void close() {
        stop = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
