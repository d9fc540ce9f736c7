package org.zhice.store.image;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.DatasetGraphNull;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.zhice.store.guard.Patterns;

/** An image as ARQ asks it: the union of all graphs is its default graph; nothing can be changed. */
final class ImageDataset extends DatasetGraphNull implements Patterns {
    private final Image image;
    private final Context context;

    /** @param context of the data that this is an image of */
    ImageDataset(Image image, Context context) {
        this.image = image;
        this.context = context;
    }

    @Override
    public QueryIterator rows(
            Pattern pattern, boolean optional, QueryIterator input, ExecutionContext execution, Runnable check) {
        // Begun at once, as TDB2 does: ARQ fails if a join is closed that was never begun.
        if (!input.hasNext()) {
            return input;
        }
        if (!pattern.triples().isEmpty()) {
            return new PatternRows(image, pattern, optional, input, execution, check);
        }
        return pattern.isPlain()
                ? input
                : QueryIter.flatMap(input, row -> names(row, pattern.graph(), execution), execution);
    }

    @Override
    public Optional<QueryIterator> groups(
            OpGroup group, QueryIterator rows, ExecutionContext execution, LongConsumer holds) {
        return NumberedGroups.areCounted(group)
                ? Optional.of(new NumberedGroups(image.terms(), group, rows, execution, holds))
                : Optional.empty();
    }

    /** The row for each graph that the name may mean. */
    private QueryIterator names(Binding row, Node name, ExecutionContext execution) {
        Node known = Var.lookup(row, name);
        Iterator<Binding> rows = Var.isVar(known)
                ? Iter.map(listGraphNodes(), graph -> BindingFactory.binding(row, Var.alloc(known), graph))
                : Iter.map(Iter.filter(listGraphNodes(), known::equals), graph -> row);
        return QueryIterPlainWrapper.create(rows, execution);
    }

    /** Nothing changes, so nothing is begun. */
    @Override
    public void begin(TxnType type) {}

    @Override
    public void end() {}

    @Override
    public boolean isInTransaction() {
        return true;
    }

    @Override
    public Context getContext() {
        return context;
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapFactory.emptyPrefixMap();
    }

    @Override
    public Graph getDefaultGraph() {
        return getUnionGraph();
    }

    @Override
    public Graph getUnionGraph() {
        return new ImageGraph(image, Cursor.UNION);
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isUnionGraph(name) || Quad.isDefaultGraphGenerated(name)) {
            return getUnionGraph();
        }
        int number = image.terms().number(name);
        int graph = number == Terms.NONE ? Terms.NONE : image.graphs().graph(number);
        return graph == Terms.NONE ? createGraph() : new ImageGraph(image, graph);
    }

    @Override
    protected Graph createGraph() {
        return GraphFactory.createDefaultGraph();
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Arrays.stream(image.graphs().names())
                .mapToObj(image.terms()::term)
                .iterator();
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node name, Node s, Node p, Node o) {
        return Iter.map(getGraph(name).find(s, p, o), triple -> Quad.create(name, triple));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return Iter.flatMap(listGraphNodes(), name -> findInSpecificNamedGraph(name, s, p, o));
    }
}
