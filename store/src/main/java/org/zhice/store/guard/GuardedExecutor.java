package org.zhice.store.guard;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterDistinct;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.zhice.store.Limits;
import org.zhice.store.guard.Patterns.Pattern;

/**
 * Runs the steps of a query that hold rows in memory as TDB2 and ARQ do, counting what they hold, and those that work long
 * without giving a row with an eye on the clock.
 */
public class GuardedExecutor extends OpExecutorTDB2 {
    private final QueryMeter meter;

    /** @param limits for a query that nobody has begun to measure */
    protected GuardedExecutor(ExecutionContext execution, Limits limits) {
        super(execution);
        this.meter = QueryMeter.of(execution.getContext(), limits);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return holding(
                exec(order.getSubOp(), input),
                rows -> new QueryIterSort(rows, new PatientOrder(order.getConditions(), execCxt, meter), execCxt));
    }

    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        boolean distinct = top.getSubOp() instanceof OpDistinct;
        Op inner = distinct ? ((OpDistinct) top.getSubOp()).getSubOp() : top.getSubOp();
        Holding holding = meter.holding();
        long most = top.getLimit() < 0 ? Long.MAX_VALUE : top.getLimit();
        QueryIterator rows = new BestRows(exec(inner, input), holding, meter, most);
        PatientOrder patient = new PatientOrder(top.getConditions(), execCxt, meter);
        return releasing(new QueryIterTopN(rows, patient, top.getLimit(), distinct, execCxt), holding);
    }

    /** Each row comes out once, and is kept from then on. */
    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        Holding holding = meter.holding();
        QueryIterator rows = new QueryIterDistinct(exec(distinct.getSubOp(), input), null, execCxt);
        return releasing(new HeldRows(rows, holding), holding);
    }

    /** Without aggregates ARQ keeps something of every row. */
    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        QueryIterator rows = exec(group.getSubOp(), input);
        if (group.getAggregators().isEmpty()) {
            return holding(
                    rows, some -> new QueryIterGroup(some, group.getGroupVars(), group.getAggregators(), execCxt));
        }
        Holding holding = meter.holding();
        return releasing(
                patterns()
                        .flatMap(data -> data.groups(group, rows, execCxt, holding::add))
                        .orElseGet(() -> new QueryIterGroup(
                                rows, group.getGroupVars(), CountedGroups.of(group, meter, holding), execCxt)),
                holding);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = exec(join.getRight(), root());
        return holding(left, rows -> Join.join(rows, right, execCxt));
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        return holding(exec(join.getRight(), root()), rows -> Join.leftJoin(left, rows, join.getExprs(), execCxt));
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        QueryIterator left = exec(minus.getLeft(), input);
        var common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return holding(exec(minus.getRight(), root()), rows -> QueryIterMinus.create(left, rows, common, execCxt));
    }

    @Override
    protected QueryIterator execute(OpTable table, QueryIterator input) {
        return table.isJoinIdentity() || input.isJoinIdentity()
                ? super.execute(table, input)
                : holding(input, rows -> Join.join(rows, table.getTable().iterator(execCxt), execCxt));
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return new PathRows(path.getTriplePath(), input, meter, execCxt);
    }

    @Override
    protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
        return isFound(pattern) ? rows(pattern, false, input) : super.execute(pattern, input);
    }

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        return isFound(filter) ? rows(filter, false, input) : super.execute(filter, input);
    }

    @Override
    protected QueryIterator execute(OpConditional join, QueryIterator input) {
        return isFound(join.getRight())
                ? rows(join.getRight(), true, exec(join.getLeft(), input))
                : super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpDatasetNames names, QueryIterator input) {
        return patterns().isPresent()
                ? rows(new Pattern(names.getGraphNode(), new BasicPattern(), ExprList.emptyList), false, input)
                : super.execute(names, input);
    }

    private Optional<Patterns> patterns() {
        return Optional.ofNullable(execCxt.getDataset())
                .filter(Patterns.class::isInstance)
                .map(Patterns.class::cast);
    }

    private boolean isFound(Op op) {
        return patterns().isPresent()
                && Pattern.of(op)
                        .filter(pattern -> !pattern.triples().isEmpty())
                        .isPresent();
    }

    private QueryIterator rows(Op op, boolean optional, QueryIterator input) {
        return rows(Pattern.of(op).orElseThrow(), optional, input);
    }

    private QueryIterator rows(Pattern pattern, boolean optional, QueryIterator input) {
        return patterns().orElseThrow().rows(pattern, optional, input, execCxt, meter::check);
    }

    private QueryIterator holding(QueryIterator input, UnaryOperator<QueryIterator> step) {
        Holding holding = meter.holding();
        return releasing(step.apply(new HeldRows(input, holding)), holding);
    }

    private QueryIterator releasing(QueryIterator rows, Holding holding) {
        return new ReleasingRows(rows, holding, execCxt);
    }
}
