package org.zhice.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.zhice.loader.Loader;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.server.query.LocalEngine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A release in memory, each quad in its graph and all in the default graph. A TDB2 folder opens for one process at a
 * time, which may be a running server; the N-Quads of the build can be read by all.
 */
final class Release {
    private Release() {}

    /** The newest build; built first if need be. */
    static LocalEngine load(Home home, CommandSpec spec) {
        if (new Loader(home, Progress.NONE).isStale()) {
            BuildCommand.build(spec);
        }
        Path build = home.stores().current().orElseThrow();
        return read(List.of(build.resolve(StoreBuilder.NQUADS), build.resolve(StoreBuilder.CONTRACT)));
    }

    /** What files of N-Quads hold. */
    static LocalEngine read(List<Path> nquads) {
        return filled(add -> nquads.forEach(file -> RDFParser.source(file).parse(to(add))));
    }

    /** Quads at hand. */
    static LocalEngine of(Collection<Quad> quads) {
        return filled(quads::forEach);
    }

    private static LocalEngine filled(Consumer<Consumer<Quad>> source) {
        DatasetGraph release = DatasetGraphFactory.createTxnMem();
        release.executeWrite(() -> source.accept(quad -> {
            release.add(quad);
            release.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
        }));
        return new LocalEngine(release);
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
