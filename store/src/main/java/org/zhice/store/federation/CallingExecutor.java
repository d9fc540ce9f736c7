package org.zhice.store.federation;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.ExprList;
import org.zhice.store.guard.GuardedExecutor;

/**
 * Runs SERVICE over many rows at a time, also within OPTIONAL and UNION, where Jena would ask once for each row. The
 * guarded executor does all else.
 */
final class CallingExecutor extends GuardedExecutor {
    private final Federation federation;

    CallingExecutor(Federation federation, ExecutionContext execution) {
        super(execution, federation.limits());
        this.federation = federation;
    }

    @Override
    protected QueryIterator execute(OpService service, QueryIterator input) {
        Node name = service.getService();
        ServiceCall call = new ServiceCall(federation, service, execCxt);
        int size =
                name.isVariable() ? federation.batch() : federation.caller(name).batch();
        return new Batches(input, size, call::answer, execCxt);
    }

    /** Joining with what is asked about the rows at hand is the same as asking about everything, then joining. */
    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return join.getRight() instanceof OpService
                ? exec(join.getRight(), exec(join.getLeft(), input))
                : super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpConditional optional, QueryIterator input) {
        return Services.in(optional.getRight())
                ? optional(exec(optional.getLeft(), input), optional.getRight(), new ExprList())
                : super.execute(optional, input);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        return join.getRight() instanceof OpService
                ? optional(exec(join.getLeft(), input), join.getRight(), filter(join.getExprs()))
                : super.execute(join, input);
    }

    @Override
    protected QueryIterator execute(OpUnion union, QueryIterator input) {
        return Services.in(union) ? each(flattenUnion(union), input) : super.execute(union, input);
    }

    @Override
    protected QueryIterator execute(OpDisjunction either, QueryIterator input) {
        return Services.in(either) ? each(either.getElements(), input) : super.execute(either, input);
    }

    private QueryIterator optional(QueryIterator left, Op right, ExprList filter) {
        OptionalCall call = new OptionalCall(rows -> exec(right, iterator(rows)), filter, execCxt);
        return new Batches(left, federation.batch(), call::answer, execCxt);
    }

    private static ExprList filter(ExprList filter) {
        return filter == null ? new ExprList() : filter;
    }

    private QueryIterator each(List<Op> branches, QueryIterator input) {
        return new Batches(
                input,
                federation.batch(),
                rows -> branches.stream()
                        .flatMap(branch -> stream(exec(branch, iterator(rows))))
                        .iterator(),
                execCxt);
    }

    private static QueryIterator iterator(List<Binding> rows) {
        return QueryIterPlainWrapper.create(rows.iterator());
    }

    private static Stream<Binding> stream(Iterator<Binding> rows) {
        return Iter.asStream(rows);
    }
}
