package org.zhice.query;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.memory.MemoryReleases;

/** The small made-up graph and the queries of the tests; with the real ontology, from which kinds of things come. */
final class MadeUpGraph {
    static {
        JenaSystem.init();
    }

    static final Path HOME = Path.of(System.getProperty("zhice.home"));
    static final Limits LIMITS = Limits.read(HOME.resolve("fuseki-config/zhice.ttl"));

    private MadeUpGraph() {}

    /** The graph in memory, and further files. */
    static MemoryReleases releases(String... further) {
        List<String> files = new ArrayList<>(List.of("graph.trig"));
        files.addAll(Arrays.asList(further));
        List<Quad> quads = new ArrayList<>();
        files.forEach(file -> quads.addAll(
                RDFDataMgr.loadDatasetGraph(MadeUpGraph.class.getResource(file).toString()).stream()
                        .toList()));
        return MemoryReleases.of(quads, LIMITS);
    }

    /** The graph in memory, with other limits than those of a server. */
    static MemoryReleases releases(Limits limits) {
        return MemoryReleases.of(
                RDFDataMgr.loadDatasetGraph(
                                MadeUpGraph.class.getResource("graph.trig").toString())
                        .stream()
                        .toList(),
                limits);
    }

    /** The triples of the graph and of further quads, but for those that stand only in some graphs. */
    static Graph without(Set<Node> graphs, List<Quad> further) {
        List<Quad> quads = new ArrayList<>(further);
        quads.addAll(RDFDataMgr.loadDatasetGraph(
                        MadeUpGraph.class.getResource("graph.trig").toString())
                .stream()
                .toList());
        Graph without = GraphFactory.createDefaultGraph();
        quads.stream().filter(quad -> !graphs.contains(quad.getGraph())).forEach(quad -> without.add(quad.asTriple()));
        return without;
    }

    /** The graph in memory, and further quads. */
    static MemoryReleases releasesWith(List<Quad> further) {
        List<Quad> quads = new ArrayList<>(further);
        quads.addAll(RDFDataMgr.loadDatasetGraph(
                        MadeUpGraph.class.getResource("graph.trig").toString())
                .stream()
                .toList());
        return MemoryReleases.of(quads, LIMITS);
    }

    /** A query that is made for tests. */
    static SavedQuery query(String id) {
        try {
            Path folder = Path.of(MadeUpGraph.class.getResource("queries").toURI());
            return SavedQueries.read(folder).find(id).orElseThrow();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
