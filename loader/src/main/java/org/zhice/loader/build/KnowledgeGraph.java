package org.zhice.loader.build;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.loader.map.Closure;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;
import org.zhice.store.Kinds;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.Terms;
import org.zhice.store.memory.MemoryReleases;
import org.zhice.store.tdb.PackedQuads;

/**
 * All quads of a release: the ontology and its companions, what the tables say, and what follows from our axioms. Held
 * in memory as a whole; the same input gives the same quads, blank nodes included.
 */
public final class KnowledgeGraph {
    private static final Node SHAPES = Terms.graph("shapes");
    private static final UUID BLANK_NODE_SEED = new UUID(0, 0);

    private final Graph ontology;
    private final Graph concepts;
    private final Graph shapes;
    private final QuadTable quads = new QuadTable();
    private QuadIndex index;

    /** What no table says. */
    public KnowledgeGraph(Home home) {
        ontology = parse(home.ontology().resolve("zhice.ttl"));
        concepts = parse(home.ontology().resolve("schemes.ttl"));
        shapes = parse(home.ontology().resolve("shapes.ttl"));
        add("ontology", ontology);
        add("shapes", shapes);
        add("concepts", concepts);
        add("meta", parse(home.ontology().resolve("graphs.ttl")));
    }

    /** Maps the tables, and adds what follows. */
    public void map(Tables tables, Mapper mapper, Progress progress) {
        long done = 0;
        for (Table table : tables.list()) {
            progress.at("map", done, tables.rowCount());
            mapper.map(table, quads::add);
            done += table.rows().size();
        }
        add(closure().of(quads, dataset(true).getDefaultGraph()::contains));
        progress.at("map", done, tables.rowCount());
    }

    /** What follows from our axioms. */
    Closure closure() {
        return new Closure(ontology);
    }

    public Collection<Quad> quads() {
        return Collections.unmodifiableCollection(quads);
    }

    PackedQuads.Rows rows() {
        return quads;
    }

    public long graphCount() {
        return IntStream.range(0, quads.size())
                .map(row -> quads.cell(row, QuadTable.GRAPH))
                .distinct()
                .count();
    }

    /** How many triples there are; one that stands in several graphs counts once. */
    long tripleCount() {
        return dataset(true).getDefaultGraph().size();
    }

    /** Ontology and code lists as the default graph, for the queries that lint them. */
    public DatasetGraph vocabulary() {
        Graph both = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(both, ontology);
        GraphUtil.addInto(both, concepts);
        return DatasetGraphFactory.wrap(both);
    }

    /** All quads as one graph, without the shapes. */
    public Graph union() {
        return without(Set.of(SHAPES));
    }

    /** All quads as one graph, without those of some graphs. */
    public Graph without(Set<Node> graphs) {
        return new IndexedDataset(index(), true, graphs).getDefaultGraph();
    }

    /** The shapes alone. */
    public Graph shapes() {
        return shapes;
    }

    /** Adds quads, each with the literal that the store will give back, so that all that is made of them says the same. */
    public final void add(Collection<Quad> further) {
        quads.addAll(further);
    }

    /** The quads that there are now, each in its graph. */
    public DatasetGraph dataset() {
        return dataset(false);
    }

    /** The quads that there are now, to be asked as a release is. Their kinds take a look at every thing, once and whatever the limits. */
    public Releases releases(Limits limits) {
        MemoryReleases releases = MemoryReleases.over(dataset(true), limits);
        releases.prepare(Kinds::of);
        return releases;
    }

    private DatasetGraph dataset(boolean isUnion) {
        return new IndexedDataset(index(), isUnion, Set.of());
    }

    private synchronized QuadIndex index() {
        if (index == null || !index.isCurrent()) {
            index = new QuadIndex(quads);
        }
        return index;
    }

    /** The quads that there are now, sorted as the lines of a release are. */
    SortedQuads sorted() {
        return new SortedQuads(quads);
    }

    /** One line for each quad, sorted by code unit, so that two builds can be compared byte by byte. */
    public List<String> nquads() {
        return sorted().lines().toList();
    }

    private void add(String name, Graph graph) {
        add(graph.find()
                .mapWith(triple -> Quad.create(Terms.graph(name), triple))
                .toList());
    }

    static String line(Quad quad) {
        return QuadLine.of(quad).toString();
    }

    private static Graph parse(Path file) {
        return RDFParser.source(file)
                .labelToNode(LabelToNode.createScopeByDocumentHash(BLANK_NODE_SEED))
                .toGraph();
    }
}
