package org.zhice.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
 * Our build from tables (read, map, check, store, text index, dumps, saved queries) beside the way without us: CARML for the same
 * tables, then Jena's {@code tdb2.tdbloader} and {@code textindexer} on the N-Quads of our build. Each in a process of its own.
 */
@Command(name = "load", description = "Build from tables beside CARML, tdb2.tdbloader and textindexer")
final class LoadBench implements Callable<Integer> {
    @Parameters(index = "0", description = "The checkout, with a built program")
    Path checkout;

    @Option(names = "--copies", defaultValue = "1", description = "How many times each plan (default 1)")
    int copies;

    @Option(names = "--seed", defaultValue = "1", description = "What places and years are drawn by (default 1)")
    long seed;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of each (default 3)")
    int runs;

    @Option(names = "--heap", defaultValue = "512m", description = "Heap of each process (default 512m)")
    String heap;

    private final Cost ours = new Cost();
    private final Cost mapper = new Cost();
    private final Cost loader = new Cost();
    private final Cost indexer = new Cost();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("zhice-bench");
        try {
            compare(new Corpus(new Home(checkout.toAbsolutePath()), seed).write(folder, copies), folder);
        } finally {
            StoreFiles.delete(folder);
        }
        return 0;
    }

    private void compare(Home home, Path folder) throws Exception {
        Path nquads = folder.resolve(StoreBuilder.NQUADS);
        Path mapped = folder.resolve("carml.nq");
        for (int run = 0; run < runs; run++) {
            ours.run(java(program(), "-Dzhice.home=" + home.root(), "org.zhice.app.Zhice", "build"));
            Files.deleteIfExists(nquads);
            Files.copy(home.stores().good().orElseThrow().resolve(StoreBuilder.NQUADS), nquads);
            Path peer = Files.createDirectory(folder.resolve("peer-" + run));
            mapper.run(peer(Bench.class.getName(), "carml", home.tables().toString(), mapped.toString()));
            loader.run(
                    peer("tdb2.tdbloader", "--loader=sequential", "--loc=" + peer.resolve("tdb2"), nquads.toString()));
            indexer.run(peer("org.apache.jena.query.text.cmd.textindexer", "--desc=" + description(home, peer)));
        }
        report(lines(nquads), lines(mapped));
    }

    private void report(long quads, long mapped) {
        System.out.printf("%,d quads, heap %s, medians of %d%n", quads, heap, runs);
        System.out.println("zhice build     " + ours.text(quads));
        System.out.println("CARML           " + mapper.text(mapped));
        System.out.println("tdb2.tdbloader  " + loader.text(quads));
        System.out.println("textindexer     " + indexer.text(quads));
        double store = loader.seconds() + indexer.seconds();
        System.out.printf("ratio of CPU %.2f, build / (tdbloader + textindexer)%n", ours.seconds() / store);
        System.out.printf(
                "ratio of CPU %.2f, build / (CARML + tdbloader + textindexer)%n",
                ours.seconds() / (mapper.seconds() + store));
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static Path description(Home home, Path peer) throws IOException {
        Path file = peer.resolve("store.ttl");
        try (OutputStream out = Files.newOutputStream(file)) {
            RDFDataMgr.write(out, StoreConfig.read(home.config(), peer), Lang.TURTLE);
        }
        return file;
    }

    private String program() {
        Path jar = checkout.resolve("app/target/zhice-app.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("no " + jar + "; ./zhice --version builds it");
        }
        return jar.toString();
    }

    private List<String> peer(String... command) {
        return java(System.getProperty("java.class.path"), command);
    }

    /** With the quick compiler alone, as {@code ./zhice} runs a build: in so short a time the other costs all of them more. */
    private List<String> java(String classPath, String... command) {
        List<String> whole = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath));
        whole.addAll(List.of(command));
        return whole;
    }
}
