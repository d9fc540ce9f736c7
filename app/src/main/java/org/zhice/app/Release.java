package org.zhice.app;

import java.nio.file.Path;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.zhice.loader.Home;
import org.zhice.loader.Loader;
import org.zhice.loader.Progress;
import org.zhice.loader.build.StoreBuilder;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The newest build in memory. A TDB2 folder opens for one process at a time, which may be a running server; the
 * N-Quads of the build can be read by all.
 */
final class Release {
    private Release() {}

    /** The quads of the newest build, each in its graph and all in the default graph; built first if need be. */
    static DatasetGraph load(Home home, CommandSpec spec) {
        if (new Loader(home, Progress.NONE).isStale()) {
            BuildCommand.build(spec);
        }
        Path nquads = home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS);
        DatasetGraph release = DatasetGraphFactory.createTxnMem();
        release.executeWrite(() -> RDFParser.source(nquads).parse(into(release)));
        return release;
    }

    private static StreamRDF into(DatasetGraph release) {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                release.add(quad);
                release.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
            }
        };
    }
}
