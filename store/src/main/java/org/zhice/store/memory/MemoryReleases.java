package org.zhice.store.memory;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.arq.ArqRelease;
import org.zhice.store.federation.Federation;

/**
 * A release in memory, each quad in its graph and all in the default graph. A TDB2 folder opens for one process at a time,
 * which may be a running server; the N-Quads of a build can be read by all.
 */
public final class MemoryReleases implements Releases {
    private final DatasetGraph data;
    private final String id;
    private final Limits limits;
    private final Memo memo = new Memo();

    private MemoryReleases(DatasetGraph data, String id, Limits limits) {
        this.data = data;
        this.id = id;
        this.limits = limits;
        ArqRelease.guard(data, new Federation(limits), limits);
    }

    private static DatasetGraph filled(Consumer<Consumer<Quad>> source) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> source.accept(quad -> {
            data.add(quad);
            data.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
        }));
        return data;
    }

    /** What files of N-Quads hold. */
    public static MemoryReleases read(List<Path> nquads, String id, Limits limits) {
        return new MemoryReleases(
                filled(add -> nquads.forEach(file -> RDFParser.source(file).parse(to(add)))), id, limits);
    }

    /** Quads at hand. */
    public static MemoryReleases of(Collection<Quad> quads, Limits limits) {
        return over(filled(quads::forEach), limits);
    }

    /**
     * Quads where they are. Queries to them from now on may call no function that is unsafe.
     *
     * @param data with the union of all graphs as default graph
     */
    public static MemoryReleases over(DatasetGraph data, Limits limits) {
        return new MemoryReleases(data, "", limits);
    }

    @Override
    public <T> T read(Function<Release, T> use) {
        return read(use, limits);
    }

    /** As {@link #read}, with time and room for what must be known before anyone asks. */
    public <T> T prepare(Function<Release, T> use) {
        return read(use, limits.ofBuild());
    }

    private <T> T read(Function<Release, T> use, Limits held) {
        return Txn.calculateRead(data, () -> use.apply(new ArqRelease(data, id, held, memo, new Calls())));
    }

    private static StreamRDF to(Consumer<Quad> sink) {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                sink.accept(quad);
            }
        };
    }
}
