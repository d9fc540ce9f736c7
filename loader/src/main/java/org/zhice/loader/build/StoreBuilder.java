package org.zhice.loader.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.query.text.changes.TextDatasetChanges;
import org.apache.jena.query.text.changes.TextQuadAction;
import org.apache.jena.sparql.core.Quad;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.store.Limits;
import org.zhice.store.ReleaseId;
import org.zhice.store.Releases;
import org.zhice.store.dump.Manifest;
import org.zhice.store.tdb.Damage;
import org.zhice.store.tdb.PackedQuads;
import org.zhice.store.tdb.StoreCheck;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;

/**
 * Writes a fresh TDB2 store with its text index beside the live one and then makes it current. If anything fails the
 * half-made folder is deleted and the live store is untouched.
 */
public final class StoreBuilder {
    /** The release as sorted N-Quads, in the folder of the build. */
    public static final String NQUADS = StoreFiles.NQUADS;

    /** What came of running the saved queries, as sorted N-Quads: another file, since times differ from build to build. */
    public static final String CONTRACT = "contract.nq";

    /** What the build was made from; see {@link Inputs}. */
    private static final String INPUTS = "inputs.sha256";

    /** What the disk said of it then; see {@link Inputs#stamp}. */
    private static final String STAMP = "inputs.stamp";

    private static final String QUADS = "GSPO";
    private static final String TRIPLES = "SPO";

    private final Home home;
    private final Progress progress;
    private final Optional<String> stamp;
    private final String inputs;

    /** Takes the digest of the input: to be made before the input is read, so that a change meanwhile is seen later. */
    public StoreBuilder(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
        this.stamp = Inputs.stamp(home);
        this.inputs = Inputs.digest(home);
    }

    /** Whether there is no good build of the store, or one that was made from other input. */
    public static boolean isStale(Home home) {
        return home.stores().good().filter(build -> isOf(build, home)).isEmpty();
    }

    /** By sizes and times; if these differ, as after a clone, by content. */
    private static boolean isOf(Path build, Home home) {
        Path stamp = build.resolve(STAMP);
        boolean unchanged = Files.exists(stamp) && Inputs.stamp(home).equals(Optional.of(read(stamp)));
        return unchanged || read(build.resolve(INPUTS)).equals(Inputs.digest(home));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a build: its files, and what each of its parts says of the others. */
    public static List<Damage> check(Home home, Path build) {
        return StoreCheck.damages(home.config(), home.stores(), build, List.of(NQUADS, CONTRACT), KnowledgeGraph::line);
    }

    /**
     * The folder of the new build, published. To be called while the folder of stores is held.
     *
     * @param graph gets what the supplement says of the build
     */
    public Path build(KnowledgeGraph graph, Supplement supplement) {
        StoreFiles stores = home.stores();
        stores.sweep();
        Path build = stores.fresh();
        try {
            write(graph, supplement, build);
            return build;
        } catch (IOException e) {
            StoreFiles.discard(build);
            throw unwritable(build, e);
        } catch (RuntimeException e) {
            StoreFiles.discard(build);
            throw Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .filter(IOException.class::isInstance)
                    .findFirst()
                    .<RuntimeException>map(cause -> unwritable(build, (IOException) cause))
                    .orElse(e);
        } catch (InternalError e) {
            StoreFiles.discard(build);
            throw unwritable(build, new IOException("no room for a file that is mapped into memory", e));
        } catch (Error e) {
            StoreFiles.discard(build);
            throw e;
        }
    }

    private void write(KnowledgeGraph graph, Supplement supplement, Path build) throws IOException {
        copyTables(build.resolve(StoreFiles.TABLES));
        long size = graph.quads().size();
        progress.at("store", 0, size);
        Manifest manifest;
        long triples;
        try (Beside<Described> described = Beside.begin("release", () -> describe(graph, supplement, build))) {
            triples = pack(graph, () -> described.outcome().results(), build);
            manifest = described.outcome().manifest();
        }
        progress.at("store", size, size);
        Files.writeString(build.resolve(INPUTS), inputs);
        if (stamp.isPresent()) {
            Files.writeString(build.resolve(STAMP), stamp.get());
        }
        SortedMap<String, Long> counts = counts(build, graph.quads().size(), triples);
        home.dumps().list(manifest);
        home.stores().publish(build, counts);
    }

    /** What is written beside the store. */
    private record Described(Manifest manifest, Collection<Quad> results) {}

    /** The saved queries need no more than the version, and that last of all. */
    private Described describe(KnowledgeGraph graph, Supplement supplement, Path build) throws IOException {
        try (Beside<ReleaseDumps> dumps = Beside.begin("dumps", () -> dumps(graph, build))) {
            Releases release = graph.releases(Limits.read(home.config()));
            Collection<Quad> results =
                    supplement.results(release, () -> dumps.outcome().id());
            Files.write(build.resolve(CONTRACT), lines(results));
            return new Described(dumps.outcome().manifest(graph, results), results);
        }
    }

    private ReleaseDumps dumps(KnowledgeGraph graph, Path build) throws IOException {
        SortedQuads release = graph.sorted();
        Path nquads = build.resolve(NQUADS);
        release.write(nquads);
        String id = ReleaseId.of(nquads);
        ReleaseDumps dumps = new ReleaseDumps(home.dumps(), id);
        dumps.write(nquads, release, graph.quads());
        return dumps;
    }

    private static UncheckedIOException unwritable(Path build, IOException e) {
        return new UncheckedIOException(
                build + ": found no way to write it (" + e.getMessage() + "), expected room for a build; what was built"
                        + " before stays",
                e);
    }

    private static List<String> lines(Collection<Quad> quads) {
        return quads.stream().map(KnowledgeGraph::line).sorted().toList();
    }

    /** What can be read back from the disk. */
    private SortedMap<String, Long> counts(Path build, long quads, long triples) {
        SortedMap<String, Long> counts = StoreCheck.counts(home.config(), build);
        if (counts.get(QUADS) != quads || counts.get(TRIPLES) != triples) {
            throw new IllegalStateException(build + ": found " + counts.get(QUADS) + " quads and " + counts.get(TRIPLES)
                    + " triples after writing, expected " + quads + " and " + triples);
        }
        return counts;
    }

    /**
     * What is served as the tables of a release must be those that it was made from, whatever the checkout holds by then. A
     * table that changes between reading and copying makes the build stale, since the digest of the input is older.
     */
    private void copyTables(Path folder) throws IOException {
        Files.createDirectory(folder);
        try (Stream<Path> files = Files.list(home.tables())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** Bytes that the files of a folder take. */
    public static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The nodes and, beside them, the text index; then, when all that is known last is there, the indexes in one go.
     *
     * @param results gives what is known last; nobody else reads the graph from then on
     * @return how many triples there are in all graphs together
     */
    private long pack(KnowledgeGraph graph, Supplier<Collection<Quad>> results, Path build) {
        return open(build, store -> {
            PackedQuads packed = new PackedQuads(store, graph.rows());
            try (Beside<Integer> texts = Beside.begin("texts", () -> index(store, graph.quads()))) {
                packed.writeNodes();
                texts.outcome();
            }
            Collection<Quad> last = results.get();
            graph.add(last);
            index(store, last);
            return packed.write(build);
        });
    }

    private <T> T open(Path build, Function<DatasetGraphText, T> use) {
        DatasetGraphText store = (DatasetGraphText) StoreConfig.open(home.config(), build);
        try {
            return use.apply(store);
        } finally {
            StoreConfig.close(store);
        }
    }

    /** How many quads it has looked at. */
    private static int index(DatasetGraphText store, Collection<Quad> quads) {
        TextDatasetChanges producer = store.getMonitor();
        producer.start();
        quads.forEach(quad -> producer.change(
                TextQuadAction.ADD, quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        producer.finish();
        store.getTextIndex().prepareCommit();
        store.getTextIndex().commit();
        return quads.size();
    }
}
