package org.zhice.store.image;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.store.guard.Patterns.Pattern;
import org.zhice.store.image.Planner.Step;

/** Rows joined with a pattern over numbers, one triple within the other. */
final class PatternRows extends QueryIter {
    private static final Logger LOG = LoggerFactory.getLogger(PatternRows.class);
    private static final int STEPS = 255;

    private final Image image;
    private final Slots slots;
    private final ExprList filter;

    /** The filters that ask whether a pattern matches. */
    private final IdentityHashMap<Expr, PatternRows> tests = new IdentityHashMap<>();

    private final boolean optional;
    private final QueryIterator input;
    private final Runnable check;
    private final Map<BitSet, List<Step>> plans = new HashMap<>();
    private final Cursor[] cursors;

    /** By column, the number that it has now. */
    private final int[] row;

    private Binding parent;

    /** Whether the row of the input is to come out as it is, unless something matches. */
    private boolean isAlone;

    private List<Step> plan;
    private int graph;

    /** The triple that is walked over; -1 if the next row of the input is due. */
    private int depth = -1;

    private int steps;
    private Binding next;

    PatternRows(
            Image image,
            Pattern pattern,
            boolean optional,
            QueryIterator input,
            ExecutionContext execution,
            Runnable check) {
        super(execution);
        this.image = image;
        this.slots = Slots.of(image.terms(), pattern);
        this.filter = pattern.filter();
        this.optional = optional;
        this.input = input;
        this.check = check;
        this.row = new int[slots.columns().size()];
        this.cursors = new Cursor[slots.triples().length];
        Arrays.setAll(cursors, i -> new Cursor(image));
        for (Expr expr : filter) {
            if (expr instanceof ExprFunctionOp test) {
                Pattern.of(test.getGraphPattern())
                        .filter(inner -> !inner.triples().isEmpty())
                        .ifPresent(inner -> tests.put(expr, of(inner)));
            }
        }
    }

    /** Matches of a pattern with rows that it is given one by one. */
    private PatternRows of(Pattern inner) {
        ExecutionContext execution = getExecContext();
        return new PatternRows(image, inner, false, QueryIterNullIterator.create(execution), execution, check);
    }

    @Override
    protected boolean hasNextBinding() {
        while (next == null) {
            if (depth < 0) {
                if (isAlone) {
                    isAlone = false;
                    next = parent;
                } else if (input.hasNext()) {
                    begin(input.next());
                } else {
                    return false;
                }
            } else {
                step();
            }
        }
        return true;
    }

    private boolean matches(Binding given) {
        begin(given);
        while (depth >= 0 && next == null) {
            step();
        }
        return moveToNextBinding() != null;
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = next;
        next = null;
        return row;
    }

    private void begin(Binding given) {
        parent = given;
        isAlone = optional;
        depth = -1;
        if (!slots.possible()) {
            return;
        }
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
        if ((++steps & STEPS) == 0) {
            check.run();
        }
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
            isAlone = false;
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
                PatternRows test = tests.get(expr);
                boolean holds = test == null
                        ? expr.isSatisfied(found, getExecContext())
                        : test.matches(found) == expr instanceof E_Exists;
                if (!holds) {
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
        tests.values().forEach(PatternRows::close);
    }

    @Override
    protected void requestCancel() {
        input.cancel();
    }
}
