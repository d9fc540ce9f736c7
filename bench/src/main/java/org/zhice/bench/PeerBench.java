package org.zhice.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.arq.ArqRelease;
import org.zhice.store.federation.Federation;
import org.zhice.store.image.Images;
import org.zhice.store.tdb.StoreFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Twelve queries at our store and at peers, in turn, over the newest release of the checkout and made quads. */
@Command(name = "peers", description = "Twelve queries at our store and at peers, in turn, over made quads")
final class PeerBench implements Callable<Integer> {
    @Parameters(index = "0", description = "The checkout, with a built store")
    Path checkout;

    @Option(names = "--quads", defaultValue = "100000", description = "How many are made (default 100000)")
    long quads;

    @Option(names = "--seed", defaultValue = "1", description = "What they are drawn by (default 1)")
    long seed;

    @Option(names = "--runs", defaultValue = "20", description = "Counted runs of each, after as many that are not")
    int runs;

    @Option(names = "--served", description = "Zhice and a stock Fuseki instead, each a server of its own")
    boolean served;

    @Option(names = "--endpoint", description = "NAME=URL of a further endpoint on this machine, loaded with the same")
    Map<String, URI> endpoints = new LinkedHashMap<>();

    @Option(names = "--heap", defaultValue = "512m", description = "Of each server (default 512m)")
    String heap;

    @Option(names = "--rounds", defaultValue = "3", description = "Turns of each endpoint that count (default 3)")
    int rounds;

    @Option(names = "--turn", defaultValue = "500", description = "Milliseconds of a turn (default 500)")
    int turn;

    @Option(
            names = "--chart",
            description = "Where to draw the geometric means, as SVG: of CPU, or if --served by the clock")
    Path chart;

    @Option(names = "--write", description = "Only writes the quads: FILE.nq, and FILE.nt without their graphs")
    String written;

    private static final String PREFIXES =
            "PREFIX zc: <https://w3id.org/zhice/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
                    + "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX eli: <http://data.europa.eu/eli/ontology#> ";

    private final List<Engine> engines = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("zhice-bench");
        try {
            Home home = new Home(checkout.toAbsolutePath());
            Path nquads = home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS);
            if (written != null) {
                write(nquads);
            } else if (served || !endpoints.isEmpty()) {
                race(nquads, folder);
            } else {
                start(home, nquads, folder);
                queries().forEach(this::check);
                measure(queries());
            }
        } finally {
            StoreFiles.delete(folder);
        }
        return 0;
    }

    /** For servers that are loaded by hand. */
    private void write(Path nquads) throws IOException {
        try (OutputStream triples = Files.newOutputStream(Path.of(written + ".nt"));
                OutputStream all = Files.newOutputStream(Path.of(written + ".nq"))) {
            StreamRDF union = StreamRDFWriter.getWriterStream(triples, Lang.NTRIPLES);
            StreamRDF graphs = StreamRDFWriter.getWriterStream(all, Lang.NQUADS);
            union.start();
            graphs.start();
            all(nquads, quad -> {
                union.triple(quad.asTriple());
                graphs.quad(quad);
            });
            union.finish();
            graphs.finish();
        }
    }

    private void race(Path nquads, Path folder) throws Exception {
        try (ServedPeers peers = new ServedPeers(checkout.toAbsolutePath(), folder, heap)) {
            List<Race.Side> sides = new ArrayList<>(served ? peers.start(sink -> all(nquads, sink)) : List.of());
            endpoints.forEach((name, url) -> sides.add(new Race.Side(name, url, null)));
            sides.forEach(side -> engines.add(Engine.of(side.name(), side.endpoint())));
            queries().forEach(this::check);
            new Race(sides, rounds, Duration.ofMillis(turn)).run(queries(), chart);
        }
    }

    static Map<String, String> queries() throws Exception {
        Map<String, String> queries = new LinkedHashMap<>();
        try (var text = PeerBench.class.getResourceAsStream("twelve.rq")) {
            for (String part : new String(text.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^# ", -1)) {
                if (!part.isBlank()) {
                    String[] lines = part.split("\n", 2);
                    queries.put(lines[0], PREFIXES + lines[1]);
                }
            }
        }
        return queries;
    }

    private void start(Home home, Path nquads, Path folder) {
        DatasetGraph stock =
                DatabaseMgr.connectDatasetGraph(folder.resolve("stock").toString());
        DatasetGraph fast = new DatasetGraphMapLink(new GraphMem2Fast());
        List<Quad> first = new ArrayList<>();
        load(
                stock,
                sink -> all(nquads, quad -> {
                    sink.accept(quad);
                    if (!fast.getDefaultGraph().contains(quad.asTriple())) {
                        sink.accept(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
                        first.add(quad);
                    }
                    fast.getDefaultGraph().add(quad.asTriple());
                    if (!fast.containsGraph(quad.getGraph())) {
                        fast.addGraph(quad.getGraph(), new GraphMem2Fast());
                    }
                    fast.getGraph(quad.getGraph()).add(quad.asTriple());
                }));
        System.out.printf("%,d triples, seed %d%n", first.size(), seed);

        Limits limits = Limits.read(home.config()).unhurried();
        engines.add(Engine.of("TDB2 with limits", releases(stock, limits)));
        DatasetGraph image = new DatasetGraphWrapper(stock, stock.getContext().copy());
        ArqRelease.guard(image, new Federation(limits), limits);
        System.out.println(Images.put(image, Long.MAX_VALUE, () -> true));
        engines.add(Engine.of("image", releases(Images.of(image), limits)));
        engines.add(Engine.of("Mem2Fast", releases(fast, limits)));
        engines.add(Engine.of("Mem2Fast unguarded", new DatasetGraphWrapper(fast, new Context())));
        engines.add(Engine.of("RDF4J memory", Rdf4jPeer.memory(first)));
        engines.add(Engine.of("RDF4J LMDB", Rdf4jPeer.lmdb(first, folder.resolve("lmdb"))));
        first.clear();
        engines.add(Engine.of("TDB2 as stock", stock));
    }

    static void load(DatasetGraph store, Consumer<Consumer<Quad>> source) {
        DataLoader loader = LoaderFactory.sequentialLoader(store, (format, args) -> {});
        loader.startBulk();
        loader.stream().start();
        source.accept(quad -> {
            if (quad.isDefaultGraph()) {
                loader.stream().triple(quad.asTriple());
            } else {
                loader.stream().quad(quad);
            }
        });
        loader.stream().finish();
        loader.finishBulk();
    }

    private void all(Path nquads, Consumer<Quad> sink) {
        RDFParser.source(nquads).parse(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                sink.accept(quad);
            }
        });
        PolicyQuads.write(seed, quads, sink);
    }

    private static Releases releases(DatasetGraph data, Limits limits) {
        ArqRelease.guard(data, new Federation(limits), limits);
        Memo memo = new Memo();
        return new Releases() {
            @Override
            public <T> T read(Function<Release, T> use) {
                return Txn.calculateRead(data, () -> use.apply(new ArqRelease(data, "", limits, memo, new Calls())));
            }
        };
    }

    private void check(String name, String query) {
        List<String> expected = sorted(engines.get(0), query);
        System.out.printf("%6d rows: %s%n", expected.size(), name);
        for (Engine engine : engines) {
            List<String> found = sorted(engine, query);
            if (!found.equals(expected)) {
                throw new IllegalStateException(engine.name() + ": " + found.size() + " rows, first "
                        + found.stream().findFirst() + ", expected "
                        + expected.stream().findFirst());
            }
        }
    }

    private static List<String> sorted(Engine engine, String query) {
        return engine.rows(query).stream().sorted().toList();
    }

    private void measure(Map<String, String> queries) throws Exception {
        for (int run = 0; run < runs; run++) {
            queries.values().forEach(query -> engines.forEach(engine -> engine.run(query)));
        }
        double[] wall = new double[engines.size()];
        double[] cpu = new double[engines.size()];
        for (Map.Entry<String, String> query : queries.entrySet()) {
            Times[] times = new Times[engines.size()];
            Arrays.setAll(times, i -> new Times());
            long[] used = new long[engines.size()];
            for (int run = 0; run < runs; run++) {
                for (int i = 0; i < times.length; i++) {
                    Engine engine = engines.get(i);
                    long before = processor();
                    times[i].add(() -> engine.run(query.getValue()));
                    used[i] += processor() - before;
                }
            }
            System.out.println(query.getKey());
            for (int i = 0; i < times.length; i++) {
                report(engines.get(i), times[i].median(), used[i] / 1e6 / runs);
                wall[i] += Math.log(times[i].median()) / queries.size();
                cpu[i] += Math.log(used[i] / 1e6 / runs) / queries.size();
            }
        }
        System.out.println("geometric means");
        Map<String, Double> bars = new LinkedHashMap<>();
        for (int i = 0; i < wall.length; i++) {
            report(engines.get(i), Math.exp(wall[i]), Math.exp(cpu[i]));
            bars.put(engines.get(i).name(), Math.exp(cpu[i]));
        }
        if (chart != null) {
            Chart.write(chart, bars);
        }
    }

    private static void report(Engine engine, double wall, double cpu) {
        System.out.printf("  %-20s %10.3f ms, %10.3f ms of a processor%n", engine.name(), wall, cpu);
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
