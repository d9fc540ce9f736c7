package org.zhice.server.query;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** A query with terms in the place of variables, to run or to show. */
final class BoundQuery {
    private BoundQuery() {}

    /** Replaces in the parsed query, so that no term can become syntax. */
    static Query of(Query query, Map<Var, Node> terms) {
        return QueryTransformOps.replaceVars(query, terms);
    }

    /**
     * The bound query as text. Jena runs an order by a constant and a column that is grouped by and assigned too; written
     * down they are not SPARQL, so the first is left out and the second is assigned once.
     */
    static String text(Query query, Map<Var, Node> terms) {
        Query shown = of(query, terms);
        if (shown.hasOrderBy()) {
            shown.getOrderBy().removeIf(condition -> condition.getExpression().isConstant());
        }
        Set<Var> grouped = shown.getGroupBy().getExprs().keySet();
        shown.getProject().getExprs().keySet().removeAll(grouped);
        return shown.toString();
    }
}
