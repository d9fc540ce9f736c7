package org.zhice.loader.build;

import static org.zhice.loader.build.QuadTable.GRAPH;
import static org.zhice.loader.build.QuadTable.OBJECT;
import static org.zhice.loader.build.QuadTable.PREDICATE;
import static org.zhice.loader.build.QuadTable.SUBJECT;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapZero;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.core.TransactionalTrait;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** An index as Jena asks it, to read. */
final class IndexedDataset extends DatasetGraphBaseFind implements TransactionalTrait {
    private final QuadIndex index;
    private final boolean isUnion;
    private final IntPredicate graphs;
    private final Transactional transactional = TransactionalNull.create();
    private final Graph defaultGraph = new DefaultGraph();
    private final boolean isWhole;
    private final List<Node> names;

    /**
     * An index but for some of its graphs.
     *
     * @param isUnion whether the default graph is all graphs together; else it is empty
     */
    IndexedDataset(QuadIndex index, boolean isUnion, Set<Node> without) {
        this.index = index;
        this.isUnion = isUnion;
        Set<Integer> left = without.stream().map(index.table()::numberOf).collect(Collectors.toUnmodifiableSet());
        this.graphs = left.isEmpty() ? graph -> true : graph -> !left.contains(graph);
        this.isWhole = left.isEmpty();
        this.names = IntStream.of(index.numbers(GRAPH))
                .filter(graphs)
                .mapToObj(index.table().nodes()::get)
                .toList();
        QC.setFactory(getContext(), AnyGraphExecutor::new);
    }

    /** Whether no graph is left out. */
    boolean isWhole() {
        return isWhole;
    }

    /** The terms in a column of all quads, each once. */
    Stream<Node> terms(int column) {
        return IntStream.of(index.numbers(column)).mapToObj(index.table().nodes()::get);
    }

    private final class DefaultGraph extends GraphBase {
        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            Iterator<Integer> rows = isUnion
                    ? rows(
                            Node.ANY,
                            pattern.getMatchSubject(),
                            pattern.getMatchPredicate(),
                            pattern.getMatchObject(),
                            true)
                    : Iter.nullIterator();
            return WrappedIterator.createNoRemove(Iter.map(rows, IndexedDataset.this::triple));
        }
    }

    private Iterator<Integer> rows(Node g, Node s, Node p, Node o, boolean distinct) {
        return index.find(Arrays.asList(g, s, p, o), graphs, distinct);
    }

    private Triple triple(int row) {
        QuadTable table = index.table();
        return Triple.create(table.node(row, SUBJECT), table.node(row, PREDICATE), table.node(row, OBJECT));
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        return Iter.map(defaultGraph.find(s, p, o), triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return Iter.map(rows(g, s, p, o, false), index.table()::quad);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return findInSpecificNamedGraph(Node.ANY, s, p, o);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return names.iterator();
    }

    @Override
    public Graph getDefaultGraph() {
        return defaultGraph;
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        unsupportedMethod(this, "addGraph");
    }

    @Override
    public void removeGraph(Node name) {
        unsupportedMethod(this, "removeGraph");
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapZero.empty;
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return false;
    }

    @Override
    public Transactional getTxn() {
        return transactional;
    }
}
