package org.zhice.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.zhice.store.Limits;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;
import org.zhice.store.tdb.UnionGraph;

/**
 * Zhice and a stock Fuseki over the same quads, each in a process of its own with the same heap.
 *
 * @param checkout whose configuration and saved queries are served
 * @param folder where the stores are made
 * @param heap as Java takes it
 */
record ServedPeers(Path checkout, Path folder, String heap, List<Process> started) implements AutoCloseable {
    private static final Duration READ = Duration.ofMinutes(2);

    ServedPeers(Path checkout, Path folder, String heap) {
        this(checkout, folder, heap, new ArrayList<>());
    }

    /** Loads and starts both; Zhice is asked when it has read its release into memory, if it is to. */
    List<Race.Side> start(Consumer<Consumer<Quad>> source) throws Exception {
        Path stock = folder.resolve("stock");
        load(
                stock,
                sink -> source.accept(quad -> {
                    sink.accept(quad);
                    sink.accept(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
                }));
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("queries"), checkout.resolve("queries"));
        StoreFiles files = new StoreFiles(home.resolve("data/store"));
        Path build = files.fresh();
        StoreConfig.close(StoreConfig.open(checkout.resolve("fuseki-config/zhice.ttl"), build));
        load(build.resolve("tdb2"), source);
        union(build);
        files.publish(build);
        Race.Side fuseki = side("stock Fuseki", PeerServer.Kind.FUSEKI, stock);
        Race.Side zhice = side("Zhice", PeerServer.Kind.ZHICE, home);
        if (Limits.read(checkout.resolve("fuseki-config/zhice.ttl")).imageBytes() > 0) {
            awaitImage(zhice.endpoint().getPort());
        }
        return List.of(fuseki, zhice);
    }

    private void union(Path build) {
        DatasetGraph store = StoreConfig.open(checkout.resolve("fuseki-config/zhice.ttl"), build);
        Txn.executeWrite(store, () -> UnionGraph.write(store, build));
        StoreConfig.close(store);
    }

    private static void load(Path store, Consumer<Consumer<Quad>> source) {
        DatasetGraph data = DatabaseMgr.connectDatasetGraph(store.toString());
        PeerBench.load(data, source);
        TDBInternal.expel(data);
    }

    private Race.Side side(String name, PeerServer.Kind kind, Path served) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        "peer",
                        kind.name(),
                        served.toString(),
                        checkout.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        URI endpoint = endpoint(process);
        return new Race.Side(name, endpoint, process.toHandle());
    }

    /** The line that tells it; others are of the log. What follows is read too, so that the process can go on writing. */
    private static URI endpoint(Process process) throws IOException {
        var out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("http")) {
                Thread reader = new Thread(() -> out.lines().forEach(rest -> {}));
                reader.setDaemon(true);
                reader.start();
                return URI.create(line);
            }
        }
        throw new IllegalStateException("a server did not start");
    }

    private static void awaitImage(int port) throws IOException {
        long end = System.nanoTime() + READ.toNanos();
        while (System.nanoTime() < end) {
            try (Rider rider = new Rider(port)) {
                byte[] metrics = rider.body(Rider.request(port, "/$/metrics", ""));
                if (new String(metrics, StandardCharsets.UTF_8).matches("(?s).*zhice_image_bytes\\S* [1-9].*")) {
                    return;
                }
            }
            Contest.pause(Duration.ofMillis(200));
        }
        throw new IllegalStateException("the release was not read into memory");
    }

    @Override
    public void close() {
        started.forEach(Process::destroy);
        for (Process process : started) {
            process.onExit().join();
        }
    }
}
