package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.Home;
import org.zhice.server.ZhiceServer;

/**
 * Each file of a build of the shipped data is damaged in each way: never is there a wrong answer. The good build before is
 * served with a warning, or nothing with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedServedTest {
    private static final String OLDER = "build-20260101-000000-000";
    private static final String NEWEST = "build-20260101-000000-001";
    private static final int HEAD = 4_096;

    /** Counts, a saved question, a search, a thing. */
    private static final List<String> ASKED = List.of(
            "/sparql?format=csv&query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7BGRAPH%20%3Fg%20%7B%3Fs%20%3Fp%20%3Fo%7D%7D",
            "/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2023&format=csv",
            "/search?q=%E4%B8%93%E5%88%A9&format=json",
            "/id/task/2023-030.html?lang=en");

    /** Locks, of which a seal tells nothing and which hold nothing. */
    private static final Set<String> LOCKS = Set.of("tdb.lock", "write.lock");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Home home;
    private Path stores;
    private Path aside;
    private List<String> right;

    private enum Damaging {
        DELETED,
        EMPTIED,
        CUT,
        OVERWRITTEN,
        FLIPPED;

        /** Whether the file is another one now. */
        boolean damage(Path file) throws IOException {
            byte[] before = Files.readAllBytes(file);
            int length = before.length;
            switch (this) {
                case DELETED -> Files.delete(file);
                case EMPTIED -> truncate(file, 0);
                case CUT -> truncate(file, length / 2);
                case OVERWRITTEN -> write(file, 0, filled(Math.min(length, HEAD)));
                case FLIPPED -> {
                    if (length > 0) {
                        write(file, length - 1, new byte[] {(byte) ~before[length - 1]});
                    }
                }
            }
            return Files.notExists(file) || !Arrays.equals(before, Files.readAllBytes(file));
        }

        private static byte[] filled(int length) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) 0xA5);
            return bytes;
        }

        private static void truncate(Path file, long length) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
        }

        private static void write(Path file, long at, byte[] bytes) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes), at);
            }
        }
    }

    @BeforeAll
    void two_builds_of_the_shipped_data(@TempDir Path folder) throws IOException {
        home = Shipped.HOME.copyTo(Files.createDirectory(folder.resolve("home")));
        stores = Files.createDirectories(home.root().resolve("data/store"));
        aside = Files.createDirectory(folder.resolve("aside"));
        Path build = Shipped.built().stores().good().orElseThrow();
        AttackedServer.copy(build, stores.resolve(OLDER));
        AttackedServer.copy(build, stores.resolve(NEWEST));
        Files.createSymbolicLink(stores.resolve("current"), Path.of(NEWEST));
        try (ZhiceServer server = ZhiceServer.start(home.config(), home.root(), 0)) {
            right = answers(server);
            assertThat(right.get(0)).matches("n\\R[1-9]\\d{3,}\\R");
            assertThat(ask(server, "/healthz")).contains(NEWEST).doesNotContain("\"check\"");
        }
    }

    @Test
    void a_few_damages_bring_no_wrong_answer() throws IOException {
        Set<String> few = Set.of("GPOS.dat", "nodes-data.obj", "seal.json", "segments_2", "task.csv");

        assertThat(withGood(name -> few.contains(name), 2)).isGreaterThan(1);
        assertThat(withoutGood(few::contains)).isGreaterThan(20);
        assertThat(whileServing(few::contains)).isGreaterThan(4);
    }

    @Test
    @Tag("long")
    void no_damage_brings_a_wrong_answer() throws IOException {
        long begin = System.nanoTime();
        int without = withoutGood(name -> true);
        int serving = whileServing(name -> true);
        int with = withGood(name -> true, Integer.MAX_VALUE);

        System.out.printf(
                "%d damages beside a good build, %d without one, %d under a server, in %d s%n",
                with, without, serving, (System.nanoTime() - begin) / 1_000_000_000);
        assertThat(with).isGreaterThan(300);
        assertThat(without).isEqualTo(with);
    }

    private int withGood(Predicate<String> names, int most) throws IOException {
        int cases = 0;
        for (Path file : files(names)) {
            for (Damaging damaging : Damaging.values()) {
                if (cases == most) {
                    return cases;
                }
                byte[] before = Files.readAllBytes(file);
                boolean isOther = damaging.damage(file);
                try (ZhiceServer server = ZhiceServer.start(home.config(), home.root(), 0)) {
                    assertThat(answers(server)).as("%s %s", damaging, file).isEqualTo(right);
                    if (isOther && !isLock(file)) {
                        cases++;
                        assertThat(ask(server, "/healthz"))
                                .as("%s %s", damaging, file)
                                .contains("\"store\"", file.getFileName().toString(), "./zhice build");
                        assertThat(ask(server, "/?lang=en")).contains("A newer build of this dataset is damaged");
                    }
                } finally {
                    Files.write(file, before);
                }
            }
        }
        return cases;
    }

    private int withoutGood(Predicate<String> names) throws IOException {
        int cases = 0;
        Files.move(stores.resolve(OLDER), aside.resolve(OLDER));
        try {
            for (Path file : files(names)) {
                for (Damaging damaging : Damaging.values()) {
                    byte[] before = Files.readAllBytes(file);
                    if (damaging.damage(file) && !isLock(file)) {
                        cases++;
                        refuses(file);
                    }
                    Files.write(file, before);
                }
            }
        } finally {
            Files.move(aside.resolve(OLDER), stores.resolve(OLDER));
        }
        return cases;
    }

    /** A folder without a seal is no build. */
    private void refuses(Path file) {
        String name = file.getFileName().toString();
        assertThatThrownBy(() -> ZhiceServer.start(home.config(), home.root(), 0))
                .as(file.toString())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("`./zhice build`")
                .hasMessageContaining(name);
    }

    private int whileServing(Predicate<String> names) throws IOException {
        int cases = 0;
        try (ZhiceServer server = ZhiceServer.start(home.config(), home.root(), 0)) {
            for (Path file : files(names)) {
                byte[] before = Files.readAllBytes(file);
                Damaging damaging = Damaging.values()[cases++ % Damaging.values().length];
                damaging.damage(file);
                assertThat(answers(server)).as("%s %s", damaging, file).isEqualTo(right);
                Files.write(file, before);
            }
        }
        return cases;
    }

    private List<Path> files(Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(stores.resolve(NEWEST))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> names.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isLock(Path file) {
        return LOCKS.contains(file.getFileName().toString());
    }

    private static List<String> answers(ZhiceServer server) {
        List<String> answers = new ArrayList<>();
        for (String path : ASKED) {
            answers.add(ask(server, path));
        }
        return answers;
    }

    /** Two builds of the same, each on its port, differ in these names alone. */
    private static String ask(ZhiceServer server, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url().replaceFirst("/$", "") + path))
                .header("Accept", "text/html, */*;q=0.1")
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body().replace(OLDER, NEWEST).replace(server.url(), "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
