package org.zhice.store.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/** Rows in groups by the numbers of their terms, counted. What is no term of the release gets a number for the time being. */
final class NumberedGroups extends QueryIter1 {
    private static final int GROUP = 200;
    private static final int VALUE = 40;

    private final Terms terms;
    private final List<Var> keys;
    private final List<ExprAggregator> counted;
    private final LongConsumer holds;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> others = new ArrayList<>();

    /** A group so far, and one more term of its key, give the group by both. */
    private final Pairs parts = new Pairs();

    private final Pairs values = new Pairs();
    private final Map<Integer, Group> groups = new HashMap<>();
    private Iterator<Binding> result;

    NumberedGroups(Terms terms, OpGroup group, QueryIterator rows, ExecutionContext execution, LongConsumer holds) {
        super(rows, execution);
        this.terms = terms;
        this.holds = holds;
        this.keys = group.getGroupVars().getVars();
        this.counted = group.getAggregators();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared with none
    private record Group(int[] key, long[] counts) {}

    /** Whether nothing is asked of the groups but to count rows or values of columns. */
    static boolean areCounted(OpGroup group) {
        return group.getGroupVars().getExprs().isEmpty()
                && group.getAggregators().stream()
                        .map(ExprAggregator::getAggregator)
                        .allMatch(one -> one instanceof AggCount || isOfColumn(one));
    }

    private static boolean isOfColumn(Aggregator one) {
        return (one instanceof AggCountVar || one instanceof AggCountVarDistinct)
                && one.getExprList().get(0).isVariable();
    }

    @Override
    protected boolean hasNextBinding() {
        if (result == null) {
            if (keys.isEmpty()) {
                group(0, new int[0]);
            }
            getInput().forEachRemaining(this::add);
            result = groups.values().stream().map(this::row).iterator();
        }
        return result.hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return result.next();
    }

    private void add(Binding row) {
        int[] key = new int[keys.size()];
        int id = 0;
        for (int i = 0; i < key.length; i++) {
            key[i] = number(keys.get(i), row);
            id = 1 + parts.number(id, key[i]);
        }
        Group group = group(id, key);
        for (int i = 0; i < counted.size(); i++) {
            Aggregator count = counted.get(i).getAggregator();
            if (isCounted(count, id * counted.size() + i, row)) {
                group.counts()[i]++;
            }
        }
    }

    /** @param place of this count among those of all groups */
    private boolean isCounted(Aggregator count, int place, Binding row) {
        if (count instanceof AggCount) {
            return true;
        }
        Var column = count.getExprList().get(0).asVar();
        if (count instanceof AggCountVar) {
            return row.contains(column);
        }
        int value = number(column, row);
        return value != Image.ANY && isNew(place, value);
    }

    private Group group(int id, int[] key) {
        return groups.computeIfAbsent(id, one -> {
            holds.accept(GROUP);
            return new Group(key, new long[counted.size()]);
        });
    }

    private boolean isNew(int count, int value) {
        int before = values.size();
        boolean isNew = values.number(count, value) == before;
        holds.accept(isNew ? VALUE : 0);
        return isNew;
    }

    /** Of what is no term of the release it is below all numbers that mean something. */
    private int number(Var column, Binding row) {
        int number = NumberedRow.number(row, column, terms);
        if (number != Terms.NONE) {
            return number;
        }
        return numbers.computeIfAbsent(row.get(column), term -> {
            holds.accept(VALUE + ImageReader.weight(term));
            others.add(term);
            return Terms.NONE - others.size();
        });
    }

    private Binding row(Group group) {
        BindingBuilder row = Binding.builder();
        IntStream.range(0, keys.size()).forEach(i -> {
            int number = group.key()[i];
            if (number != Image.ANY) {
                row.add(keys.get(i), number >= 0 ? terms.term(number) : others.get(Terms.NONE - 1 - number));
            }
        });
        IntStream.range(0, counted.size())
                .forEach(i -> row.add(counted.get(i).getVar(), NodeFactoryExtra.intToNode(group.counts()[i])));
        return row.build();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}
}
