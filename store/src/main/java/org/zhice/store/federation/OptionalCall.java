package org.zhice.store.federation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.zhice.store.RemoteException;

/**
 * An OPTIONAL with a SERVICE in it, over many rows at a time: each row bears a number through it, by which what was found is
 * put back in its place. If a remote fails, the rows stay without.
 *
 * @param right runs what is optional over rows
 * @param filter which of the rows that come out count
 */
record OptionalCall(Function<List<Binding>, QueryIterator> right, ExprList filter, ExecutionContext execution) {
    /** Within an OPTIONAL there may be another: each numbers in a column of its own. */
    private static final AtomicLong COLUMNS = new AtomicLong();

    Iterator<Binding> answer(List<Binding> rows) {
        Var column = Var.alloc("." + COLUMNS.incrementAndGet());
        List<Binding> numbered = numbers(rows)
                .mapToObj(i -> BindingFactory.binding(rows.get(i), column, NodeFactoryExtra.intToNode(i)))
                .toList();
        Map<Node, List<Binding>> found = found(numbered, column);
        return numbers(rows)
                .mapToObj(i -> found.getOrDefault(NodeFactoryExtra.intToNode(i), List.of(rows.get(i))))
                .flatMap(List::stream)
                .iterator();
    }

    private static IntStream numbers(List<Binding> rows) {
        return IntStream.range(0, rows.size());
    }

    private Map<Node, List<Binding>> found(List<Binding> numbered, Var column) {
        Map<Node, List<Binding>> found = new HashMap<>();
        QueryIterator rows = right.apply(numbered);
        try {
            while (rows.hasNext()) {
                Binding row = rows.next();
                if (filter.isSatisfied(row, execution)) {
                    found.computeIfAbsent(row.get(column), number -> new ArrayList<>())
                            .add(without(row, column));
                }
            }
        } catch (RemoteException e) {
            if (!e.isFailure()) {
                throw e;
            }
            Federation.calls(execution.getContext()).miss(e);
            return Map.of();
        } finally {
            rows.close();
        }
        return found;
    }

    private static Binding without(Binding row, Var column) {
        BindingBuilder rest = BindingFactory.builder();
        row.forEach((name, value) -> {
            if (!name.equals(column)) {
                rest.add(name, value);
            }
        });
        return rest.build();
    }
}
