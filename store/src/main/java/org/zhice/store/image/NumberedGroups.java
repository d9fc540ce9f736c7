package org.zhice.store.image;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.zhice.store.image.NumberedRow.Column;

/** Rows in groups by the numbers of their terms, counted. What is no term of the release gets a number for the time being. */
final class NumberedGroups extends QueryIter1 {
    private static final int GROUP = 200;
    private static final int VALUE = 40;

    private final Terms terms;
    private final List<Column> keys;
    private final List<Pairs> groups;
    private final List<Count> counts;
    private final LongConsumer holds;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> others = new ArrayList<>();
    private final List<int[]> found = new ArrayList<>();
    private Iterator<Binding> result;

    NumberedGroups(Terms terms, OpGroup group, QueryIterator rows, ExecutionContext execution, LongConsumer holds) {
        super(rows, execution);
        this.terms = terms;
        this.holds = holds;
        this.keys = group.getGroupVars().getVars().stream().map(Column::new).toList();
        this.groups = keys.stream().map(key -> new Pairs()).toList();
        this.counts = group.getAggregators().stream().map(Count::new).toList();
    }

    /** Whether nothing is asked of the groups but to count rows or values of columns. */
    static boolean areCounted(OpGroup group) {
        return group.getGroupVars().getExprs().isEmpty()
                && group.getAggregators().stream()
                        .map(ExprAggregator::getAggregator)
                        .allMatch(one -> one instanceof AggCount || isOfColumn(one));
    }

    private static boolean isOfColumn(Aggregator one) {
        return (one instanceof AggCountVar || one instanceof AggCountVarDistinct)
                && one.getExprList().get(0) instanceof ExprVar;
    }

    private final class Count {
        private final Var name;
        private final Column column;
        private final Pairs values;
        private long[] counts = new long[16];

        Count(ExprAggregator asked) {
            Aggregator aggregator = asked.getAggregator();
            this.name = asked.getVar();
            this.column = isOfColumn(aggregator)
                    ? new Column(aggregator.getExprList().get(0).asVar())
                    : null;
            this.values = aggregator instanceof AggCountVarDistinct ? new Pairs() : null;
        }

        void add(int group, Binding row) {
            if (group >= counts.length) {
                counts = Arrays.copyOf(counts, 2 * group);
            }
            int value = column == null ? 0 : number(column, row);
            if (value != Image.ANY && (values == null || isNew(group, value))) {
                counts[group]++;
            }
        }

        private boolean isNew(int group, int value) {
            int before = values.size();
            boolean isNew = values.number(group, value) == before;
            holds.accept(isNew ? VALUE : 0);
            return isNew;
        }
    }

    @Override
    protected boolean hasNextBinding() {
        if (result == null) {
            if (keys.isEmpty()) {
                found.add(new int[0]);
            }
            getInput().forEachRemaining(this::add);
            result = IntStream.range(0, found.size()).mapToObj(this::row).iterator();
        }
        return result.hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return result.next();
    }

    private void add(Binding row) {
        int[] key = new int[keys.size()];
        int group = 0;
        for (int i = 0; i < key.length; i++) {
            key[i] = number(keys.get(i), row);
            group = groups.get(i).number(group, key[i]);
        }
        if (group == found.size()) {
            found.add(key);
            holds.accept(GROUP);
        }
        for (Count count : counts) {
            count.add(group, row);
        }
    }

    private int number(Column column, Binding row) {
        int number = column.number(row, terms);
        return number == Terms.NONE ? other(row.get(column.name())) : number;
    }

    /** Below all numbers that mean something. */
    private int other(Node term) {
        return numbers.computeIfAbsent(term, key -> {
            others.add(key);
            return Terms.NONE - others.size();
        });
    }

    private Binding row(int group) {
        BindingBuilder row = Binding.builder();
        int[] key = found.get(group);
        for (int i = 0; i < key.length; i++) {
            if (key[i] != Image.ANY) {
                Node term = key[i] >= 0 ? terms.term(key[i]) : others.get(Terms.NONE - 1 - key[i]);
                row.add(keys.get(i).name(), term);
            }
        }
        for (Count count : counts) {
            row.add(count.name, NodeFactoryExtra.intToNode(count.counts[group]));
        }
        return row.build();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}
}
