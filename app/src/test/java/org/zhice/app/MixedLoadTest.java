package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Twice as many requests as the program can answer, of all kinds, for {@code zhice.minutes} (2 unless said): each is answered
 * right or with 503, and memory stays flat.
 */
@Tag("long")
class MixedLoadTest {
    private static final int MINUTES = Integer.getInteger("zhice.minutes", 2);
    private static final int CLIENTS = 8;

    /** More than all places and all that wait: requests that nobody has begun to send. */
    private static final int UNDER_WAY = 400;

    private static final List<String> ASKED = List.of(
            "/?lang=en",
            "/queries?lang=zh",
            "/id/task/2023-030.ttl",
            "/id/task/2019-010.html?lang=en",
            "/ontology.html?lang=en",
            "/static/zhice.css",
            "/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2023&format=csv",
            "/search?q=%E4%B8%93%E5%88%A9&format=json",
            "/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22%E8%B4%A2%E6%94%BF%E9%83%A8%22%7D%7D",
            "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20ORDER%20BY%20%3Fs%20%3Fp%20%3Fo%20LIMIT%20300&format=csv",
            "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D&format=csv");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> right = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();

    @Test
    void twice_what_can_be_served_gets_right_answers_or_503_in_flat_memory() throws Exception {
        try (Program zhice = ServedProgram.start()) {
            for (String path : ASKED) {
                HttpResponse<String> answer = http.send(request(zhice, path), BodyHandlers.ofString());
                assertThat(answer.statusCode()).describedAs(path).isEqualTo(200);
                right.put(path, answer.body().hashCode());
            }
            capacity(zhice, 10);
            double perSecond = capacity(zhice, 20);

            List<long[]> memory = load(zhice, 2 * perSecond);

            System.out.printf(
                    "%.0f requests/s can be served; %d asked in %d min: %s; RSS and its anonymous part in MB: %s%n",
                    perSecond,
                    asked.get(),
                    MINUTES,
                    new TreeMap<>(answers),
                    memory.stream().map(Arrays::toString).toList());
            assertThat(wrong).isEmpty();
            assertThat(answers.keySet()).isSubsetOf(200, 503);
            assertThat(answers.get(200).get()).isPositive();
            assertThat(most(memory.subList(memory.size() * 2 / 3, memory.size())))
                    .isLessThan(most(memory.subList(0, memory.size() * 2 / 3)) * 110 / 100 + 20);
            assertThat(zhice.get("/sparql?query=ASK%7B%7D", "application/sparql-results+json"))
                    .contains("true");
        }
    }

    /** Answers in a second to clients that ask one after the other, each as fast as it is answered. */
    private double capacity(Program zhice, int seconds) throws InterruptedException {
        AtomicInteger answered = new AtomicInteger();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int first = i;
            clients.add(new Thread(() -> {
                for (int n = first; System.nanoTime() < end; n++) {
                    answered.addAndGet(ask(zhice, ASKED.get(n % ASKED.size())) == 200 ? 1 : 0);
                }
            }));
        }
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
        return (double) answered.get() / seconds;
    }

    private int ask(Program zhice, String path) {
        try {
            return http.send(request(zhice, path), BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends at a steady rate, whether answers come or not. */
    private List<long[]> load(Program zhice, double perSecond) throws Exception {
        List<long[]> memory = new ArrayList<>();
        Semaphore underWay = new Semaphore(UNDER_WAY);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        long nanos = (long) (1e9 / perSecond);
        Future<?> unused = clock.scheduleAtFixedRate(() -> send(zhice, underWay), 0, nanos, TimeUnit.NANOSECONDS);
        int samples = Math.max(12, MINUTES * 2);
        for (int i = 0; i < samples; i++) {
            Thread.sleep(MINUTES * 60_000L / samples);
            memory.add(memory(zhice.pid()));
        }
        clock.shutdownNow();
        underWay.acquire(UNDER_WAY);
        return memory;
    }

    private void send(Program zhice, Semaphore underWay) {
        if (!underWay.tryAcquire()) {
            return;
        }
        String path = ASKED.get((int) (asked.getAndIncrement() % ASKED.size()));
        CompletableFuture<?> unused = http.sendAsync(request(zhice, path), BodyHandlers.ofString())
                .whenComplete((answer, failure) -> {
                    underWay.release();
                    if (failure != null) {
                        wrong.add(path + ": " + failure);
                    } else {
                        count(path, answer);
                    }
                });
    }

    private void count(String path, HttpResponse<String> answer) {
        answers.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                .incrementAndGet();
        boolean isRight = answer.statusCode() == 200 && answer.body().hashCode() == right.get(path);
        boolean isBusy = answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
        if (!isRight && !isBusy && wrong.size() < 20) {
            wrong.add(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static HttpRequest request(Program zhice, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + zhice.port() + path))
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    private static long most(List<long[]> samples) {
        return samples.stream().mapToLong(sample -> sample[0]).max().orElseThrow();
    }

    /** Resident memory of a process and of it what is not backed by a file, in MB. */
    private static long[] memory(long pid) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
        return new long[] {megabytes(status, "VmRSS"), megabytes(status, "RssAnon")};
    }

    private static long megabytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }
}
