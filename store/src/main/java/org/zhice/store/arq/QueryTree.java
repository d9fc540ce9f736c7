package org.zhice.store.arq;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.Element1;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.QueryLimits;
import org.zhice.store.guard.Durations;
import org.zhice.store.guard.WrittenArguments;

/**
 * A query as a tree, measured before it is planned. It walks with a stack of its own: what is too deep to be planned would be
 * too deep to be measured too.
 */
final class QueryTree {
    private final QueryLimits limits;
    private final Deque<Part> open = new ArrayDeque<>();
    private int elements;

    private QueryTree(QueryLimits limits) {
        this.limits = limits;
    }

    /**
     * A part of the tree.
     *
     * @param depth how many parts it stands in
     * @param exists how many of them are EXISTS
     */
    private record Part(Object thing, int depth, int exists) {}

    /**
     * @throws QueryCostException if there is too much of something
     * @throws QueryRefusedException if a function is not for queries
     */
    static void check(Query query, QueryLimits limits) {
        QueryTree tree = new QueryTree(limits);
        tree.open.push(new Part(query, 0, 0));
        while (!tree.open.isEmpty()) {
            tree.look(tree.open.pop());
        }
    }

    private void look(Part part) {
        count(part.thing() instanceof NodeValue || part.thing() instanceof ExprVar ? 0 : 1);
        require(part.depth(), Cost.NESTING, limits.nesting());
        require(part.exists(), Cost.EXISTS, limits.exists());
        int exists = part.exists() + (part.thing() instanceof ExprFunctionOp ? 1 : 0);
        for (Object inner : parts(part.thing())) {
            if (inner != null) {
                open.push(new Part(inner, part.depth() + 1, exists));
            }
        }
    }

    private Collection<?> parts(Object thing) {
        return thing instanceof Query query
                ? parts(query)
                : thing instanceof Element element
                        ? parts(element)
                        : thing instanceof Expr expression ? parts(expression) : List.of();
    }

    private Collection<?> parts(Query query) {
        List<Object> parts = new ArrayList<>();
        parts.add(query.getQueryPattern());
        parts.addAll(query.getProject().getExprs().values());
        if (!query.isQueryResultStar()) {
            list(query.getProjectVars());
        }
        parts.addAll(list(query.getGroupBy().getExprs().values()));
        list(query.getGroupBy().getVars());
        parts.addAll(query.getHavingExprs());
        if (query.hasOrderBy()) {
            list(query.getOrderBy()).stream().map(SortCondition::getExpression).forEach(parts::add);
        }
        if (query.hasValues()) {
            values(query.getValuesData(), query.getValuesVariables().size());
        }
        if (query.isConstructType()) {
            count(query.getConstructTemplate().getQuads().size());
        }
        slice(query);
        return parts;
    }

    private void slice(Query query) {
        long skipped = query.hasOffset() ? query.getOffset() : 0;
        require(skipped, Cost.OFFSET, limits.offset());
        if (query.hasOrderBy() && query.hasLimit()) {
            require(skipped + query.getLimit(), Cost.SORTED, limits.sorted());
        }
    }

    private Collection<?> parts(Element element) {
        if (element instanceof ElementGroup group) {
            return group.getElements();
        }
        if (element instanceof ElementUnion union) {
            require(union.getElements().size(), Cost.BRANCHES, limits.branches());
            return union.getElements();
        }
        if (element instanceof ElementPathBlock block) {
            block.getPattern().forEach(this::triple);
            return List.of();
        }
        if (element instanceof ElementData data) {
            values(data.getRows(), data.getVars().size());
            return List.of();
        }
        return inner(element);
    }

    private static Collection<?> inner(Element element) {
        if (element instanceof Element1 one) {
            return List.of(one.getElement());
        }
        if (element instanceof ElementOptional optional) {
            return List.of(optional.getOptionalElement());
        }
        if (element instanceof ElementMinus minus) {
            return List.of(minus.getMinusElement());
        }
        if (element instanceof ElementFilter filter) {
            return List.of(filter.getExpr());
        }
        if (element instanceof ElementBind bind) {
            return List.of(bind.getExpr());
        }
        if (element instanceof ElementAssign assign) {
            return List.of(assign.getExpr());
        }
        if (element instanceof ElementNamedGraph graph) {
            return List.of(graph.getElement());
        }
        if (element instanceof ElementService service) {
            return List.of(service.getElement());
        }
        return element instanceof ElementSubQuery query ? List.of(query.getQuery()) : List.of();
    }

    private Collection<?> parts(Expr expression) {
        if (expression instanceof NodeValue value) {
            Durations.require(value, limits);
        }
        if (expression instanceof E_Function function && !SafeFunctions.has(function.getFunctionIRI())) {
            throw new QueryRefusedException(function.getFunctionIRI());
        }
        if (expression instanceof ExprFunctionOp exists) {
            return List.of(exists.getElement());
        }
        if (expression instanceof ExprAggregator aggregate) {
            if (aggregate.getAggregator() instanceof AggCustom custom) {
                throw new QueryRefusedException(custom.getIRI());
            }
            return aggregate.getAggregator().getExprList() == null
                    ? List.of()
                    : list(aggregate.getAggregator().getExprList().getList());
        }
        if (expression instanceof ExprFunction function) {
            WrittenArguments.check(function);
            return list(function.getArgs());
        }
        return List.of();
    }

    private void triple(TriplePath triple) {
        count(1);
        if (!triple.isTriple()) {
            path(triple.getPath());
        } else {
            predicate(triple.getPredicate());
        }
    }

    private static void predicate(Node predicate) {
        if (SafeFunctions.isRefused(predicate)) {
            throw new QueryRefusedException(predicate.getURI());
        }
    }

    private void path(Path path) {
        int steps = 0;
        Deque<Path> left = new ArrayDeque<>(List.of(path));
        while (!left.isEmpty()) {
            Path step = left.pop();
            steps++;
            if (step instanceof P_Path1 one) {
                left.push(one.getSubPath());
            } else if (step instanceof P_Path2 two) {
                left.push(two.getRight());
                left.push(two.getLeft());
            } else if (step instanceof P_NegPropSet none) {
                steps += none.getNodes().size();
            } else if (step instanceof P_Link link) {
                predicate(link.getNode());
            }
            require(steps, Cost.PATH, limits.pathSteps());
        }
        count(steps);
    }

    private void values(List<Binding> rows, int columns) {
        require((long) rows.size() * Math.max(1, columns), Cost.VALUES, limits.values());
        rows.forEach(row -> row.forEach((column, term) -> {
            if (term.isLiteral()) {
                Durations.require(NodeValue.makeNode(term), limits);
            }
        }));
    }

    private <T> Collection<T> list(Collection<T> members) {
        require(members.size(), Cost.LIST, limits.list());
        return members;
    }

    private void count(long more) {
        elements = (int) Math.min(Integer.MAX_VALUE, elements + more);
        require(elements, Cost.ELEMENTS, limits.elements());
    }

    private static void require(long found, Cost cost, long allowed) {
        if (found > allowed) {
            throw new QueryCostException(cost, allowed);
        }
    }
}
