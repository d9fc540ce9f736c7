package org.zhice.store.tdb;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderProc;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderProcIndexes;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.zhice.store.tdb.TripleCounts.Count;

/**
 * The order in which the triples of a pattern are looked up: that with the fewest rows on the way, by what the store counted
 * when it was built. What shares no variable with what was looked up before waits, since it would multiply the rows; Jena's
 * orders look at each triple by itself. It is cheap, for EXISTS orders its pattern anew for each row.
 */
record JoinOrder(TripleCounts counts) implements ReorderTransformation {
    /** Of a longer pattern one beginning is tried, as of two triples; of others each. */
    private static final int MANY = 8;

    /** The beginning with the fewest matches is kept unless another is so many times better, for rows are guessed by averages. */
    private static final double CLEARLY = 5;

    /** To begin with the things of a class, say, they must be fewer by this: else one checks whether what is found is of it. */
    private static final double CHECKED = 1.5;

    /** Where the predicate is a variable: triples of a thing, and of what is said of many. */
    private static final double OF_SUBJECT = 10;

    private static final double OF_OBJECT = 50;

    @Override
    public BasicPattern reorder(BasicPattern pattern) {
        return reorderIndexes(pattern).reorder(pattern);
    }

    @Override
    public ReorderProc reorderIndexes(BasicPattern pattern) {
        List<Node> variables = new ArrayList<>();
        Step[] steps = new Step[pattern.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = step(pattern.get(i), variables);
        }
        Way best = way(steps, next(steps, new boolean[steps.length], 0));
        for (int start = 0; start < steps.length && steps.length > 2 && steps.length <= MANY; start++) {
            Way way = way(steps, start);
            best = way.cost * CLEARLY < best.cost ? way : best;
        }
        return new ReorderProcIndexes(best.order);
    }

    /** An order, and the rows on the way: each costs a look-up, and each that it leads to is one to go on with. */
    private static final class Way {
        private final int[] order;
        private double cost;

        private Way(int steps) {
            order = new int[steps];
        }
    }

    private static Way way(Step[] steps, int start) {
        Way way = new Way(steps.length);
        boolean[] gone = new boolean[steps.length];
        double rows = 1;
        long known = 0;
        for (int at = 0; at < steps.length; at++) {
            int next = at == 0 ? start : next(steps, gone, known);
            way.order[at] = next;
            gone[next] = true;
            way.cost += rows;
            rows *= steps[next].rows(known);
            way.cost += rows;
            known |= steps[next].variables();
        }
        return way;
    }

    /** The best to go on with, or none if all are gone. */
    private static int next(Step[] steps, boolean[] gone, long known) {
        int best = -1;
        for (int i = 0; i < steps.length; i++) {
            if (!gone[i] && (best < 0 || steps[i].isBefore(steps[best], known))) {
                best = i;
            }
        }
        return best;
    }

    /**
     * One triple to look up. A variable is a bit, what is written out is 0; beyond 64 variables some share a bit, which makes an
     * order worse and no answer wrong.
     *
     * @param all its matches; those of a subject, of an object, and of both, for each row in which these are known
     */
    private record Step(
            long subject, long predicate, long object, double all, double bySubject, double byObject, double byBoth) {
        long variables() {
            return subject | predicate | object;
        }

        boolean isBefore(Step other, long known) {
            boolean joins = joins(known);
            return joins == other.joins(known) ? weight(known) < other.weight(known) : joins;
        }

        /** To check a whole triple takes half of what it takes to look for those that fit. */
        private double weight(long known) {
            boolean isCheck = known == 0 && subject != 0 && predicate == 0 && object == 0;
            return isCheck ? rows(known) * CHECKED : rows(known);
        }

        private boolean joins(long known) {
            return variables() == 0 || (variables() & known) != 0;
        }

        private double rows(long known) {
            boolean hasObject = (object & ~known) == 0;
            return (subject & ~known) == 0 ? hasObject ? byBoth : bySubject : hasObject ? byObject : all;
        }
    }

    private Step step(Triple triple, List<Node> variables) {
        long subject = bit(triple.getSubject(), variables);
        long predicate = bit(triple.getPredicate(), variables);
        long object = bit(triple.getObject(), variables);
        if (predicate != 0) {
            return new Step(subject, predicate, object, counts.triples(), OF_SUBJECT, OF_OBJECT, 1);
        }
        Count count = counts.predicates().get(triple.getPredicate());
        if (count == null) {
            return new Step(subject, predicate, object, 0, 0, 0, 0);
        }
        double byObject = count.byObject(triple.getObject());
        double byBoth = Math.min(1, byObject / count.subjects());
        return new Step(subject, predicate, object, count.triples(), count.bySubject(), byObject, byBoth);
    }

    private static long bit(Node node, List<Node> variables) {
        if (node.isConcrete()) {
            return 0;
        }
        int place = variables.indexOf(node);
        if (place < 0) {
            place = variables.size();
            variables.add(node);
        }
        return 1L << place;
    }
}
