package org.zhice.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.zhice.loader.build.Beside;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.build.Supplement;
import org.zhice.loader.check.GraphCheck;
import org.zhice.loader.evidence.EvidenceTables;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Additions;
import org.zhice.loader.tables.Tables;
import org.zhice.store.Limits;
import org.zhice.store.tdb.FolderLock;
import org.zhice.store.tdb.StoreFiles;

/** The front door of the loader: from the tables of a checkout to a checked graph and a published store. */
public final class Loader {
    static {
        JenaSystem.init();
    }

    private final Home home;
    private final Progress progress;

    public Loader(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /**
     * Reads the tables and the added texts, maps them and checks the graph with shapes and lint queries.
     *
     * @return the whole graph, which is good
     * @throws InputException with all findings of the first step that has any
     */
    public KnowledgeGraph check() {
        return checked(tables(), graph -> Set.of());
    }

    /**
     * Checks, then writes and publishes a store. What was published before stays current until the new one is whole.
     *
     * @throws InputException as {@link #check()}
     */
    public Summary build() {
        return build(Supplement.NONE);
    }

    /**
     * As {@link #build()}, with more quads in the build.
     *
     * @throws IllegalStateException if another process builds
     */
    public Summary build(Supplement supplement) {
        FolderLock lock = home.stores().lock();
        try {
            return buildAlone(supplement);
        } finally {
            lock.close();
        }
    }

    private Summary buildAlone(Supplement supplement) {
        Instant start = Instant.now();
        StoreBuilder builder = new StoreBuilder(home, progress);
        Tables tables = tables();
        KnowledgeGraph graph = checked(tables, tabled -> content(supplement, tabled));
        long quads = graph.quads().size();
        long graphs = graph.graphCount();
        Path build = builder.build(graph, supplement);
        return new Summary(
                tables.rowCount(),
                quads,
                graphs,
                Duration.between(start, Instant.now()),
                StoreBuilder.size(build),
                build);
    }

    /**
     * Puts the rows of a folder among the reviewed ones, if all of them together are good; else changes nothing.
     *
     * @param rows a folder of files with names and headers of reviewed tables, such as {@code zhice extract} writes
     * @return how many rows are new, by table
     * @throws InputException as {@link #check()}, and as {@link Additions#read}
     */
    public Map<String, Long> merge(Path rows) {
        Additions additions = Additions.read(home, rows);
        Path trial = temporaryFolder();
        try {
            Home copy = home.copyTo(trial);
            additions.writeTo(copy.tables());
            new Loader(copy, progress).check();
        } catch (InputException e) {
            throw new InputException(additions.placed(e.findings()));
        } finally {
            StoreFiles.delete(trial);
        }
        additions.writeTo(home.tables());
        return additions.counts();
    }

    /** Whether there is no store, or one that was made from other input. */
    public boolean isStale() {
        return StoreBuilder.isStale(home);
    }

    private Tables tables() {
        progress.at("read tables", 0, 1);
        Tables reviewed = Tables.read(home);
        Tables tables = reviewed.with(EvidenceTables.of(home, reviewed));
        progress.at("read tables", 1, 1);
        return tables;
    }

    private Collection<Quad> content(Supplement supplement, KnowledgeGraph graph) {
        Limits wide = Limits.read(home.config()).ofBuild();
        return supplement.content(graph.releases(wide), graph::without);
    }

    /**
     * @param further works out, while the graph of the tables is checked, what belongs to it beside
     */
    private KnowledgeGraph checked(Tables tables, Function<KnowledgeGraph, Collection<Quad>> further) {
        Mapper mapper = new Mapper(home, tables);
        KnowledgeGraph graph = new KnowledgeGraph(home);
        GraphCheck check = new GraphCheck(home, tables, mapper, graph);
        graph.map(tables, mapper, progress);
        try (Beside<Collection<Quad>> content = Beside.begin("content", () -> further.apply(graph))) {
            List<Finding> findings = check.findings(graph, progress);
            if (!findings.isEmpty()) {
                throw new InputException(findings);
            }
            graph.add(content.outcome());
        }
        return graph;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("zhice");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
