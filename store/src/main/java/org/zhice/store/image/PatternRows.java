package org.zhice.store.image;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.store.image.Planner.Step;

/** Rows joined with a pattern over numbers, one triple within the other. */
final class PatternRows extends QueryIter {
    private static final Logger LOG = LoggerFactory.getLogger(PatternRows.class);
    private static final int STEPS = 255;

    private final Image image;
    private final Slots slots;
    private final ExprList filter;
    private final QueryIterator input;
    private final Runnable check;
    private final Map<BitSet, List<Step>> plans = new HashMap<>();
    private final Cursor[] cursors;

    /** By column, the number that it has now. */
    private final int[] row;

    private Binding parent;
    private List<Step> plan;
    private int graph;

    /** The triple that is walked over; -1 if the next row of the input is due. */
    private int depth = -1;

    private int steps;
    private Binding next;

    PatternRows(
            Image image,
            Slots slots,
            ExprList filter,
            QueryIterator input,
            ExecutionContext execution,
            Runnable check) {
        super(execution);
        this.image = image;
        this.slots = slots;
        this.filter = filter;
        this.input = input;
        this.check = check;
        this.row = new int[slots.columns().size()];
        this.cursors = new Cursor[slots.triples().length];
        Arrays.setAll(cursors, i -> new Cursor(image));
    }

    @Override
    protected boolean hasNextBinding() {
        while (next == null) {
            if (depth < 0) {
                if (!slots.possible() || !input.hasNext()) {
                    return false;
                }
                begin(input.next());
            } else {
                step();
            }
            if ((++steps & STEPS) == 0) {
                check.run();
            }
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = next;
        next = null;
        return row;
    }

    private void begin(Binding given) {
        parent = given;
        BitSet bound = new BitSet();
        for (int column = 0; column < row.length; column++) {
            row[column] = NumberedRow.number(given, slots.columns().get(column), image.terms());
            if (row[column] == Terms.NONE) {
                return;
            }
            bound.set(column, row[column] != Image.ANY);
        }
        graph = graph();
        if (graph != Terms.NONE) {
            plan = plans.computeIfAbsent(bound, key -> Planner.plan(image, slots, filter, row, graph));
            open(0);
        }
    }

    private int graph() {
        if (slots.graph() == Slots.UNION) {
            return Cursor.UNION;
        }
        int name = Slots.value(slots.graph(), row);
        return name == Image.ANY ? Image.ANY : image.graphs().graph(name);
    }

    private void open(int to) {
        depth = to;
        int[] places = plan.get(to).slots();
        cursors[to].open(Slots.value(places[0], row), Slots.value(places[1], row), Slots.value(places[2], row), graph);
    }

    /** One triple on; then down to the next or up to the one before. */
    private void step() {
        Step step = plan.get(depth);
        for (int column : step.binds()) {
            row[column] = Image.ANY;
        }
        Cursor cursor = cursors[depth];
        if (!cursor.next()) {
            depth--;
            return;
        }
        if (!bind(step.slots(), cursor)) {
            return;
        }
        boolean last = depth == cursors.length - 1;
        Binding found = last || !step.filter().isEmpty() ? found(step) : null;
        if (!holds(step.filter(), found)) {
            return;
        }
        if (last) {
            next = found;
        } else {
            open(depth + 1);
        }
    }

    private boolean bind(int[] places, Cursor cursor) {
        boolean fits =
                bind(places[0], cursor.subject) && bind(places[1], cursor.predicate) && bind(places[2], cursor.object);
        if (fits && cursor.isEachGraph()) {
            graph = cursor.found;
            return bind(slots.graph(), image.graphs().names()[graph]);
        }
        return fits;
    }

    /** A variable may stand twice in a triple. */
    private boolean bind(int slot, int number) {
        if (slot >= 0) {
            return true;
        }
        int column = -1 - slot;
        if (row[column] == Image.ANY) {
            row[column] = number;
        }
        return row[column] == number;
    }

    private Binding found(Step step) {
        int[] own = step.own();
        if (own.length == 0) {
            return parent;
        }
        int[] numbers = new int[own.length];
        for (int i = 0; i < own.length; i++) {
            numbers[i] = row[own[i]];
        }
        return new NumberedRow(parent, image.terms(), step.names(), numbers);
    }

    /** As ARQ has it: what cannot be told does not hold. */
    private boolean holds(List<Expr> filters, Binding found) {
        for (Expr expr : filters) {
            try {
                if (!expr.isSatisfied(found, getExecContext())) {
                    return false;
                }
            } catch (QueryCancelledException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.debug("A filter failed", e);
                return false;
            }
        }
        return true;
    }

    @Override
    protected void closeIterator() {
        input.close();
    }

    @Override
    protected void requestCancel() {
        input.cancel();
    }
}
