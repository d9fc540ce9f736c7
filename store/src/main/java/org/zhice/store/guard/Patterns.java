package org.zhice.store.guard;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.expr.ExprList;

/** Data that find whole patterns by themselves, in an order of their own. */
public interface Patterns {
    /**
     * Rows joined with a pattern.
     *
     * @param graph where to look: a name, a variable, or a name for all graphs as one
     * @param pattern may be empty: then there is a row for each graph
     * @param filter what must hold of each row
     * @param check to be asked again and again; throws if the time of the query is up
     */
    QueryIterator rows(
            Node graph,
            BasicPattern pattern,
            ExprList filter,
            QueryIterator input,
            ExecutionContext execution,
            Runnable check);
}
