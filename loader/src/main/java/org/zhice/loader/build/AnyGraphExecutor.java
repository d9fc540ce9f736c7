package org.zhice.loader.build;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.OpExecutor;

/**
 * Matches {@code GRAPH ?graph { … }} over the quads of all graphs at once, where ARQ tries one graph after the other; and takes
 * the different terms of a column from the index, where ARQ would look at each quad.
 */
final class AnyGraphExecutor extends OpExecutor {
    AnyGraphExecutor(ExecutionContext execution) {
        super(execution);
    }

    @Override
    protected QueryIterator execute(OpGraph graph, QueryIterator input) {
        return graph.getNode() instanceof Var name
                        && graph.getSubOp() instanceof OpBGP triples
                        && !triples.getPattern().isEmpty()
                ? new Rows(input, name, triples.getPattern())
                : super.execute(graph, input);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        boolean isColumn = distinct.getSubOp() instanceof OpProject project
                && project.getVars().size() == 1
                && execCxt.getDataset() instanceof IndexedDataset data
                && data.isWhole();
        return super.execute(isColumn ? ofColumn((OpProject) distinct.getSubOp()) : distinct, input);
    }

    private OpDistinct ofColumn(OpProject project) {
        List<Var> one = project.getVars();
        return new OpDistinct(new OpProject(terms(project.getSubOp(), one.get(0), Set.of()), one));
    }

    /** What gives the same terms of a variable, be it once or often, if no filter looks at another one of the same quad. */
    private Op terms(Op op, Var variable, Set<Var> filtered) {
        if (op instanceof OpFilter filter) {
            Set<Var> all = new HashSet<>(filter.getExprs().getVarsMentioned());
            all.addAll(filtered);
            return OpFilter.filterBy(filter.getExprs(), terms(filter.getSubOp(), variable, all));
        }
        List<Node> quad = quad(op);
        boolean isFree = quad.contains(variable)
                && quad.stream().allMatch(Var.class::isInstance)
                && Set.copyOf(quad).size() == quad.size()
                && quad.stream().noneMatch(other -> !other.equals(variable) && filtered.contains(other));
        return isFree ? column(variable, quad.indexOf(variable)) : op;
    }

    /** In the order of the columns; empty if it is more or less than one. */
    private static List<Node> quad(Op op) {
        if (op instanceof OpGraph graph
                && graph.getSubOp() instanceof OpBGP triples
                && triples.getPattern().size() == 1) {
            Triple triple = triples.getPattern().get(0);
            return List.of(graph.getNode(), triple.getSubject(), triple.getPredicate(), triple.getObject());
        }
        return List.of();
    }

    private Op column(Var variable, int column) {
        Table terms = TableFactory.create(List.of(variable));
        ((IndexedDataset) execCxt.getDataset())
                .terms(column)
                .forEach(term -> terms.addBinding(BindingFactory.binding(variable, term)));
        return OpTable.create(terms);
    }

    /** Of each row the first triple in any graph, and the others in the graph that it was found in. */
    private final class Rows extends QueryIterRepeatApply {
        private final Var name;
        private final BasicPattern triples;

        Rows(QueryIterator input, Var name, BasicPattern triples) {
            super(input, execCxt);
            this.name = name;
            this.triples = triples;
        }

        @Override
        protected QueryIterator nextStage(Binding row) {
            if (row.contains(name)) {
                return in(QueryIterSingleton.create(row, execCxt), triples);
            }
            Triple first = Substitute.substitute(triples.get(0), row);
            Iterator<Quad> quads =
                    execCxt.getDataset().findNG(Node.ANY, first.getSubject(), first.getPredicate(), first.getObject());
            QueryIterator rows = QueryIterPlainWrapper.create(
                    Iter.filter(Iter.map(quads, quad -> extended(row, first, quad)), Objects::nonNull), execCxt);
            return triples.size() == 1
                    ? rows
                    : in(rows, BasicPattern.wrap(triples.getList().subList(1, triples.size())));
        }

        private QueryIterator in(QueryIterator rows, BasicPattern pattern) {
            return AnyGraphExecutor.super.execute(new OpGraph(name, new OpBGP(pattern)), rows);
        }

        /** Null if a variable that comes twice has two values. */
        private Binding extended(Binding row, Triple first, Quad quad) {
            BindingBuilder extended = Binding.builder(row);
            boolean fits = fits(extended, name, quad.getGraph())
                    && fits(extended, first.getSubject(), quad.getSubject())
                    && fits(extended, first.getPredicate(), quad.getPredicate())
                    && fits(extended, first.getObject(), quad.getObject());
            return fits ? extended.build() : null;
        }

        private static boolean fits(BindingBuilder row, Node pattern, Node value) {
            if (!(pattern instanceof Var variable)) {
                return true;
            }
            Node before = row.get(variable);
            if (before == null) {
                row.add(variable, value);
            }
            return before == null || before.equals(value);
        }
    }
}
