package org.zhice.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Our build from tables (read, map, check, store, text index, dumps, saved queries) beside Jena's {@code tdb2.tdbloader} and
 * {@code textindexer} on the N-Quads of the same build: what all that we do besides costs. Each in a process of its own.
 */
@Command(name = "load", description = "Build from tables beside tdb2.tdbloader and textindexer on the same quads")
final class LoadBench implements Callable<Integer> {
    private static final Pattern MINUTES = Pattern.compile("(\\d+)m([\\d.]+)s");

    @Parameters(index = "0", description = "The checkout")
    Path checkout;

    @Option(names = "--copies", defaultValue = "1", description = "How many times each plan (default 1)")
    int copies;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of each (default 3)")
    int runs;

    @Option(names = "--heap", defaultValue = "512m", description = "Heap of each process (default 512m)")
    String heap;

    /** Seconds by the clock and of processors, medians. */
    private static final class Cost {
        private final Times wall = new Times();
        private final Times processor = new Times();

        String text() {
            return "%6.1f s, CPU %6.1f s".formatted(wall.median() / 1e3, processor.median() / 1e3);
        }
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("zhice-bench");
        try {
            compare(new Corpus(new Home(checkout.toAbsolutePath())).write(folder, copies), folder);
        } finally {
            StoreFiles.delete(folder);
        }
        return 0;
    }

    private void compare(Home home, Path folder) throws Exception {
        Cost ours = new Cost();
        Cost loader = new Cost();
        Cost indexer = new Cost();
        Path nquads = folder.resolve(StoreBuilder.NQUADS);
        for (int run = 0; run < runs; run++) {
            run(ours, "-XX:TieredStopAtLevel=1", "-Dzhice.home=" + home.root(), "org.zhice.app.Zhice", "build");
            Files.deleteIfExists(nquads);
            Files.copy(home.stores().good().orElseThrow().resolve(StoreBuilder.NQUADS), nquads);
            Path peer = Files.createDirectory(folder.resolve("peer-" + run));
            run(loader, "tdb2.tdbloader", "--loader=sequential", "--loc=" + peer.resolve("tdb2"), nquads.toString());
            run(indexer, "org.apache.jena.query.text.cmd.textindexer", "--desc=" + description(home, peer));
        }
        try (Stream<String> lines = Files.lines(nquads)) {
            System.out.printf("%,d quads, heap %s, medians of %d%n", lines.count(), heap, runs);
        }
        System.out.println("zhice build     " + ours.text());
        System.out.println("tdb2.tdbloader  " + loader.text());
        System.out.println("textindexer     " + indexer.text());
        System.out.printf(
                "ratio of CPU %.2f, build / (tdbloader + textindexer)%n",
                ours.processor.median() / (loader.processor.median() + indexer.processor.median()));
    }

    private static Path description(Home home, Path peer) throws IOException {
        Path file = peer.resolve("store.ttl");
        try (OutputStream out = Files.newOutputStream(file)) {
            RDFDataMgr.write(out, StoreConfig.read(home.config(), peer), Lang.TURTLE);
        }
        return file;
    }

    /** In a process of its own: commands of Jena change logging and leave state behind. */
    private void run(Cost cost, String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of(
                "bash",
                "-c",
                "\"$@\" >&2 || exit; times",
                "-",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        whole.addAll(List.of(command));
        cost.wall.add(() -> {
            Process process = new ProcessBuilder(whole)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + process.exitValue());
            }
            cost.processor.addMillis(ofChildren(times));
        });
    }

    /** User and system time of the processes that a shell waited for, from the second line of its {@code times}. */
    private static double ofChildren(String times) {
        String line = times.lines().skip(1).findFirst().orElseThrow();
        return MINUTES.matcher(line).results().mapToDouble(LoadBench::millis).sum();
    }

    private static double millis(MatchResult time) {
        return Integer.parseInt(time.group(1)) * 60_000 + Double.parseDouble(time.group(2)) * 1e3;
    }
}
