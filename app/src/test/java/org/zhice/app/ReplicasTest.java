package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.app.ReplicaSource.Fault;
import org.zhice.loader.input.Home;
import org.zhice.server.ZhiceServer;
import org.zhice.store.publish.Publisher;

/**
 * Three replicas in processes of their own behind HAProxy with the configuration that is shipped, asked while releases roll, one
 * replica is killed, one is cut off and one gets a damaged release.
 */
@Tag("long")
class ReplicasTest {
    private static final int REPLICAS = 3;
    private static final int READERS = 8;
    private static final long REQUESTS = 100_000;
    private static final int ROLLING_SECONDS = 900;
    private static final int MEASURED_SECONDS = 10;

    /** All come from one address, of which a replica answers so many at once. */
    private static final int MEASURED_READERS = 6;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the second release says otherwise, and what is the same in both. */
    private static final List<String> PATHS = List.of(
            "/sparql?format=csv&query="
                    + URLEncoder.encode(
                            "SELECT ?o { <https://w3id.org/zhice/id/task/2019-038> ?p ?o FILTER(isIRI(?o)) } ORDER BY ?o",
                            StandardCharsets.UTF_8),
            "/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2023&format=csv");

    @TempDir
    Path folder;

    private final Map<String, Map<String, String>> right = new HashMap<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Program> replicas = new ArrayList<>();
    private ReplicaSource source;
    private Path before;
    private Path after;
    private int published;

    @Test
    void no_session_sees_a_mixture_whatever_happens() throws Exception {
        List<Map<String, String>> contents = twoReleases();
        try (ReplicaSource opened = new ReplicaSource(folder.resolve("releases"), REPLICAS)) {
            source = opened;
            roll(before, contents.get(0));
            for (int number = 0; number < REPLICAS; number++) {
                ports.add(Program.freePort());
                replicas.add(start(number));
            }
            int port = Program.freePort();
            Process proxy = proxy(port, REPLICAS);
            try (Visitors visitors = new Visitors(site(port), right, READERS, "max-age=3600")) {
                rollAndBreak(visitors, contents);
                rollOn(visitors, contents);
                assertThat(visitors.errors).isEmpty();
                assertThat(visitors.wrong).isEmpty();
            } finally {
                proxy.destroy();
            }
            for (int number = 1; number <= REPLICAS; number++) {
                measure(number);
            }
        } finally {
            replicas.forEach(Program::close);
        }
    }

    private void rollAndBreak(Visitors visitors, List<Map<String, String>> contents) throws Exception {
        long begin = System.nanoTime();
        String second = roll(after, contents.get(1));
        awaitAll(second, 0, 1, 2);
        System.out.printf("all replicas have a new release after %.1f s%n", (System.nanoTime() - begin) / 1e9);

        replicas.get(0).close();
        Thread.sleep(3_000);
        System.out.printf("errors of the %d readers when a replica is killed: %s%n", READERS, visitors.errors);
        assertThat(visitors.errors).hasSizeLessThanOrEqualTo(READERS);
        assertThat(visitors.errors).allMatch(error -> !error.startsWith("503"));
        replicas.set(0, start(0));
        Thread.sleep(3_000);
        visitors.errors.clear();

        source.faults.put(2, Fault.CUT_OFF);
        String third = roll(before, contents.get(0));
        awaitAll(third, 0, 1);
        Thread.sleep(5_000);
        awaitAll(second, 2);
        assertThat(health(2)).contains("\"follow\"");
        source.faults.clear();
        awaitAll(third, 2);

        source.faults.put(1, Fault.CORRUPTED);
        String fourth = roll(after, contents.get(1));
        awaitAll(fourth, 0, 2);
        await(60, () -> health(1).contains("is not what was published"));
        awaitAll(third, 1);
        source.faults.clear();
        awaitAll(fourth, 1);
        System.out.printf(
                "%d answers, %d errors, %d wrong%n",
                visitors.answered.sum(), visitors.errors.size(), visitors.wrong.size());
    }

    /** One release after the other until all is asked that is to be asked. */
    private void rollOn(Visitors visitors, List<Map<String, String>> contents) throws Exception {
        long end = System.nanoTime() + ROLLING_SECONDS * 1_000_000_000L;
        for (int which = 0; visitors.answered.sum() < REQUESTS; which = 1 - which) {
            assertThat(System.nanoTime()).isLessThan(end);
            awaitAll(roll(which == 0 ? before : after, contents.get(which)), 0, 1, 2);
        }
        System.out.printf("%d answers over %d releases%n", visitors.answered.sum(), published);
    }

    /** Answers of each, by servers that stand alone. */
    private List<Map<String, String>> twoReleases() throws Exception {
        Home other = Shipped.HOME.copyTo(folder.resolve("other"));
        Path table = other.tables().resolve("task_topic.csv");
        String rows = Files.readString(table);
        Files.writeString(table, rows.replace("\n2019-038,legal-software\n", "\n2019-038,trade-secret\n"));
        Shipped.build(other);
        before = release(Shipped.built(), "before");
        after = release(other, "after");
        List<Map<String, String>> contents = new ArrayList<>();
        for (Home home : List.of(Shipped.built(), other)) {
            try (ZhiceServer server = ZhiceServer.start(home.config(), home.root(), 0)) {
                Map<String, String> answers = new HashMap<>();
                for (String path : PATHS) {
                    String url = server.url().replaceFirst("/$", "") + path;
                    await(120, () -> !get(url).isEmpty());
                    answers.put(path, get(url));
                }
                contents.add(answers);
            }
        }
        assertThat(contents.get(0).get(PATHS.get(0))).contains("legal-software");
        assertThat(contents.get(1).get(PATHS.get(0))).contains("trade-secret");
        return contents;
    }

    private Path release(Home home, String name) {
        Path to = folder.resolve(name);
        return to.resolve(new Publisher(to)
                .publish(home.stores(), home.dumps())
                .published()
                .build());
    }

    /** Publishes a content as the newest release, and notes what is right from then on. */
    private String roll(Path content, Map<String, String> answers) throws IOException {
        String build = "build-20990101-000000-00" + ++published;
        answers.forEach((path, answer) ->
                right.computeIfAbsent(path, key -> new ConcurrentHashMap<>()).put(build, answer));
        source.publish(content, build);
        return build;
    }

    private Program start(int number) throws IOException {
        return ServedProgram.start(
                ports.get(number),
                List.of("-Dzhice.data=" + folder.resolve("replica-" + number)),
                "--follow",
                source.url(number));
    }

    /** What so many replicas answer, kept answers and others; readers, proxy and replicas share the cores. */
    private void measure(int number) throws Exception {
        int port = Program.freePort();
        Process proxy = proxy(port, number);
        List<Supplier<Duration>> processes = List.of(
                () -> cpu(ProcessHandle.current()),
                () -> cpu(proxy.toHandle()),
                () -> replicas.stream().map(Program::cpu).reduce(Duration.ZERO, Duration::plus));
        try {
            for (String control : List.of("max-age=3600", "no-cache")) {
                try (Visitors visitors = new Visitors(site(port), right, MEASURED_READERS, control)) {
                    Thread.sleep(2_000);
                    visitors.answered.reset();
                    List<Duration> before =
                            processes.stream().map(Supplier::get).toList();
                    Thread.sleep(MEASURED_SECONDS * 1_000);
                    System.out.printf(
                            "%d replicas, %s: %d requests/s; cores of readers, proxy, replicas: %s%n",
                            number,
                            control,
                            visitors.answered.sum() / MEASURED_SECONDS,
                            IntStream.range(0, before.size())
                                    .mapToObj(at -> processes.get(at).get().minus(before.get(at)))
                                    .map(spent -> "%.2f".formatted(spent.toMillis() / 1e3 / MEASURED_SECONDS))
                                    .toList());
                    assertThat(visitors.errors).isEmpty();
                    assertThat(visitors.wrong).isEmpty();
                }
            }
        } finally {
            proxy.destroy();
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The configuration that is shipped, with other ports. */
    private Process proxy(int port, int number) throws Exception {
        String config = Files.readString(Shipped.HOME.root().resolve("ops/haproxy.cfg"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + port);
        for (int i = 0; i < REPLICAS; i++) {
            config = i < number
                    ? config.replace("127.0.0.1:333" + (i + 1), "127.0.0.1:" + ports.get(i))
                    : config.replaceFirst("(?m)^ *server replica-" + (i + 1) + ".*$", "");
        }
        Path file = Files.writeString(folder.resolve("haproxy-" + port + ".cfg"), config);
        Process proxy = new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy-" + port + ".log").toFile())
                .start();
        await(60, () -> get(site(port) + "/readyz").contains("ready"));
        return proxy;
    }

    private static String site(int port) {
        return "http://127.0.0.1:" + port;
    }

    private String health(int number) {
        return get(site(ports.get(number)) + "/readyz");
    }

    private void awaitAll(String build, int... numbers) throws Exception {
        for (int number : numbers) {
            await(120, () -> health(number).contains(build));
        }
    }

    /** Empty if there is no good answer. */
    private static String get(String url) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(int seconds, Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!done.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
