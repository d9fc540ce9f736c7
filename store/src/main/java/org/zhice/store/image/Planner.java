package org.zhice.store.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;

/**
 * Plans how to join rows that have the same columns bound with a pattern. After the first, the triple that comes next is always
 * the one that gives the fewest rows for each row so far, by the count of what its terms match, shared evenly among the values
 * of columns that are bound by then. What can be told of a row is told as soon as it can.
 */
final class Planner {
    private static final int FIRSTS = 4;

    /** Estimates err: what begins with fewer rows is left only for so small a part of them in all. */
    private static final double CLEARLY = 0.6;

    private final Image image;
    private final Slots slots;
    private final int[] row;
    private final BitSet bound = new BitSet();
    private final List<Expr> waiting;
    private final Cursor cursor;
    private final int graph;

    private Planner(Image image, Slots slots, ExprList filter, int[] row, int graph) {
        this.image = image;
        this.slots = slots;
        this.row = row;
        this.graph = graph;
        this.waiting = new ArrayList<>(filter.getList());
        this.cursor = new Cursor(image);
    }

    /**
     * One triple of the pattern.
     *
     * @param slots of subject, predicate, object
     * @param binds the columns that it is the first to bind
     * @param own the columns that the pattern has bound by then
     * @param filter what can be told by then, and not before
     */
    @SuppressWarnings("ArrayRecordComponent") // compared with none
    record Step(int[] slots, int[] binds, int[] own, Var[] names, List<Expr> filter) {}

    /**
     * The steps for rows such as this one.
     *
     * @param row by column, its numbers; {@link Image#ANY} where it has none
     */
    static List<Step> plan(Image image, Slots slots, ExprList filter, int[] row, int graph) {
        return new Planner(image, slots, filter, row, graph).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<int[]> order = ordered();
        bound.clear();
        for (int[] triple : order) {
            BitSet before = (BitSet) bound.clone();
            bind(triple);
            BitSet binds = (BitSet) bound.clone();
            binds.andNot(before);
            Var[] names = bound.stream().mapToObj(slots.columns()::get).toArray(Var[]::new);
            boolean last = steps.size() == order.size() - 1;
            steps.add(new Step(triple, binds.stream().toArray(), bound.stream().toArray(), names, ready(last)));
        }
        return steps;
    }

    /** The order that begins with one of those that give the fewest rows, and gives clearly the fewest in all. */
    private List<int[]> ordered() {
        List<int[]> firsts = Arrays.stream(slots.triples())
                .sorted(Comparator.comparingDouble(this::rows))
                .limit(FIRSTS)
                .toList();
        List<int[]> best = firsts;
        double least = Double.POSITIVE_INFINITY;
        for (int[] first : firsts) {
            bound.clear();
            List<int[]> left = new ArrayList<>(List.of(slots.triples()));
            List<int[]> order = new ArrayList<>();
            double rows = 1;
            double all = 0;
            for (int[] next = first; next != null; next = fewest(left)) {
                rows *= rows(next);
                all += rows;
                bind(next);
                left.remove(next);
                order.add(next);
            }
            if (all < least * CLEARLY) {
                least = all;
                best = order;
            }
        }
        return best;
    }

    private int[] fewest(List<int[]> triples) {
        return triples.stream().min(Comparator.comparingDouble(this::rows)).orElse(null);
    }

    private void bind(int[] triple) {
        bind(triple[0]);
        bind(triple[1]);
        bind(triple[2]);
        if (slots.graph() != Slots.UNION) {
            bind(slots.graph());
        }
    }

    private void bind(int slot) {
        if (slot < 0 && row[-1 - slot] == Image.ANY) {
            bound.set(-1 - slot);
        }
    }

    /** What shares no column with what came before gives all of its rows for each of theirs: it comes last. */
    private double rows(int[] triple) {
        int predicate = Slots.value(triple[1], row);
        cursor.open(Slots.value(triple[0], row), predicate, Slots.value(triple[2], row), graph);
        double rows = cursor.count();
        double subjects = isBound(triple[0]) ? different(image.subjects(), predicate, image.spo()) : 1;
        double objects = isBound(triple[2]) ? different(image.objects(), predicate, image.osp()) : 1;
        double predicates = isBound(triple[1]) ? Math.max(1, Math.sqrt(rows)) : 1;
        boolean isApart = !bound.isEmpty() && rows > 1 && subjects * objects * predicates == 1;
        return rows / subjects / objects / predicates + (isApart ? image.triples() : 0);
    }

    private static double different(int[] ofPredicate, int predicate, Index otherwise) {
        return Math.max(1, predicate >= 0 ? ofPredicate[predicate] : otherwise.start().length - 1);
    }

    /** By a triple that comes before, to values that are not known yet. */
    private boolean isBound(int slot) {
        return slot < 0 && bound.get(-1 - slot);
    }

    /** Takes out what can be told by now; what gives another value each time is asked once for each row. */
    private List<Expr> ready(boolean last) {
        Set<Var> open = new HashSet<>(slots.columns());
        for (int column = 0; column < row.length; column++) {
            if (row[column] != Image.ANY || bound.get(column)) {
                open.remove(slots.columns().get(column));
            }
        }
        List<Expr> ready =
                waiting.stream().filter(expr -> last || isTold(expr, open)).toList();
        waiting.removeAll(ready);
        return ready;
    }

    private static boolean isTold(Expr expr, Set<Var> open) {
        return ExprLib.isStable(expr) && expr.getVarsMentioned().stream().noneMatch(open::contains);
    }
}
