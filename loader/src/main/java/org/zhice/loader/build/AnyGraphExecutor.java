package org.zhice.loader.build;

import java.util.Iterator;
import java.util.Objects;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.OpExecutor;

/** Matches {@code GRAPH ?graph { … }} over the quads of all graphs at once, where ARQ tries one graph after the other. */
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
