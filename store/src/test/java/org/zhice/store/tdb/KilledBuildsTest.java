package org.zhice.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that builds, publishes and opens one made-up store after the other is killed at a random moment, again and again:
 * there is always a good build, never an older one than was published, and it holds what it was made of.
 */
class KilledBuildsTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");
    private static final String NUMBER = "number";
    private static final int QUADS = 200;
    private static final int ROUNDS_OF_A_FOLDER = 8;

    @TempDir
    Path folder;

    private int kills;

    @Test
    void eight_kills_lose_nothing() throws Exception {
        kill(8, 20261129);
    }

    @Test
    @Tag("long")
    void two_hundred_kills_lose_nothing() throws Exception {
        kill(Integer.getInteger("zhice.kills", 200), Long.getLong("zhice.seed", 20261130));
    }

    private void kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        long published = 0;
        for (kills = 0; kills < times; kills++) {
            if (kills % ROUNDS_OF_A_FOLDER == 0) {
                published = 0;
            }
            StoreFiles files = new StoreFiles(folder.resolve("store-" + kills / ROUNDS_OF_A_FOLDER));
            published = Math.max(published, killOne(files, random.nextInt(1_500)));
            look(files, published, "seed " + seed + ", kill " + kills);
        }
        assertThat(kills).isEqualTo(times);
    }

    /** The number of the last build that the process said it had published. */
    private static long killOne(StoreFiles files, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dzhice.home=" + System.getProperty("zhice.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledBuildsTest.class.getName(),
                        files.root().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            Thread.sleep(millis);
            // Process.destroyForcibly would close what it said
            process.toHandle().destroyForcibly();
            process.waitFor();
            return said.lines()
                    .filter(line -> line.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
        }
    }

    private void look(StoreFiles files, long published, String when) throws IOException {
        Optional<Path> good = files.good();
        if (good.isEmpty()) {
            assertThat(published).as("%s: a published build was lost", when).isZero();
            return;
        }
        assertThat(good).as("%s: the link names it", when).isEqualTo(files.current());
        long number = Long.parseLong(Files.readString(good.get().resolve(NUMBER)));
        assertThat(number).as("%s: not older than what was published", when).isGreaterThanOrEqualTo(published);
        try (ServedBuilds served = ServedBuilds.begin(files)) {
            assertThat(served.damages()).as(when).isEmpty();
            assertThat(numbers(served.copy())).as(when).containsExactly(String.valueOf(number));
        }
        assertThat(files.allGood()).as("%s: killed builds take no place", when).hasSizeLessThanOrEqualTo(3);
    }

    private static List<String> numbers(Path build) {
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        try {
            return Txn.calculateRead(store, () -> {
                List<Quad> quads = store.stream().toList();
                assertThat(quads).hasSize(QUADS);
                return quads.stream()
                        .map(quad -> quad.getObject().getLiteralLexicalForm())
                        .distinct()
                        .toList();
            });
        } finally {
            StoreConfig.close(store);
        }
    }

    /** Builds until it is killed. */
    public static void main(String[] args) throws IOException {
        StoreFiles files = new StoreFiles(Path.of(args[0]));
        System.out.append("ready\n");
        long number = files.good().map(KilledBuildsTest::number).orElse(0L);
        while (true) {
            number++;
            FolderLock lock = files.lock();
            files.sweep();
            Path build = files.fresh();
            fill(build, number);
            SortedMap<String, Long> counts = StoreCheck.counts(CONFIG, build);
            files.publish(build, counts);
            lock.close();
            System.out.append(number + "\n");
            ServedBuilds.begin(files).close();
        }
    }

    private static long number(Path build) {
        try {
            return Long.parseLong(Files.readString(build.resolve(NUMBER)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Path build, long number) throws IOException {
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        Txn.executeWrite(store, () -> {
            for (int i = 0; i < QUADS; i++) {
                store.add(Quad.create(
                        NodeFactory.createURI("https://example.org/graph"),
                        NodeFactory.createURI("https://example.org/thing/" + i),
                        RDFS.label.asNode(),
                        NodeFactory.createLiteralString(String.valueOf(number))));
            }
        });
        StoreConfig.close(store);
        Files.writeString(build.resolve(NUMBER), String.valueOf(number));
    }
}
