package org.zhice.store.guard;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.expr.ExprList;

/** Data that find whole patterns by themselves, in an order of their own. */
public interface Patterns {
    /**
     * Triples to be found together.
     *
     * @param graph where to look: a name, a variable, a name for all graphs as one, or that of a query that names none
     * @param triples may be empty: then there is a row for each graph
     * @param filter what must hold of each row
     */
    record Pattern(Node graph, BasicPattern triples, ExprList filter) {
        /** The pattern that a step of a plan is, if it is one. */
        public static Optional<Pattern> of(Op op) {
            if (op instanceof OpFilter filter && filter.getSubOp() instanceof OpQuadPattern quads) {
                return Optional.of(new Pattern(quads.getGraphNode(), quads.getBasicPattern(), filter.getExprs()));
            }
            return op instanceof OpQuadPattern quads
                    ? Optional.of(new Pattern(quads.getGraphNode(), quads.getBasicPattern(), ExprList.emptyList))
                    : Optional.empty();
        }

        /** Whether the query names no graph here. */
        public boolean isPlain() {
            return Quad.isDefaultGraphGenerated(graph);
        }
    }

    /**
     * Rows joined with a pattern.
     *
     * @param optional whether a row stays as it is if nothing matches; not for a pattern without triples
     * @param check to be asked again and again; throws if the time of the query is up
     */
    QueryIterator rows(
            Pattern pattern, boolean optional, QueryIterator input, ExecutionContext execution, Runnable check);

    /**
     * Rows in groups, and how many there are in each.
     *
     * @param holds is told what is held, in bytes; throws if that is too much
     * @return empty if more is asked of the groups than to count
     */
    Optional<QueryIterator> groups(OpGroup group, QueryIterator rows, ExecutionContext execution, LongConsumer holds);
}
