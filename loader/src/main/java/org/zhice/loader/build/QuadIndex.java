package org.zhice.loader.build;

import static org.zhice.loader.build.QuadTable.GRAPH;
import static org.zhice.loader.build.QuadTable.OBJECT;
import static org.zhice.loader.build.QuadTable.PREDICATE;
import static org.zhice.loader.build.QuadTable.SUBJECT;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;

/** The quads that a table has when this is made, by whatever is known of them. */
final class QuadIndex {
    /** In a pattern, for what is not known. */
    private static final int ANY = -2;

    private final QuadTable table;
    private final int size;
    private final int nodes;
    private final List<QuadOrder> orders;

    QuadIndex(QuadTable table) {
        this.table = table;
        this.size = table.size();
        this.nodes = table.nodes().size();
        QuadOrder bySubject = QuadOrder.of(table, SUBJECT, PREDICATE, OBJECT, GRAPH);
        QuadOrder byObject = bySubject.with(OBJECT);
        this.orders = List.of(bySubject, byObject.with(PREDICATE), byObject, bySubject.with(GRAPH));
    }

    QuadTable table() {
        return table;
    }

    /** Whether the table has got no more quads. */
    boolean isCurrent() {
        return size == table.size();
    }

    /** The numbers that stand in a column. */
    int[] numbers(int column) {
        QuadOrder order = orders.stream()
                .filter(one -> one.column(0) == column)
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, nodes)
                .filter(number -> order.start(number) < order.start(number + 1))
                .toArray();
    }

    /**
     * The rows that fit a pattern, of those in some graphs.
     *
     * @param pattern graph, subject, predicate and object, each a node or what stands for any
     * @param distinct whether of rows that differ in the graph alone there is one
     */
    PrimitiveIterator.OfInt find(List<Node> pattern, IntPredicate graphs, boolean distinct) {
        int[] numbers = pattern.stream().mapToInt(this::number).toArray();
        if (IntStream.of(numbers).anyMatch(number -> number == QuadTable.UNKNOWN)) {
            return IntStream.empty().iterator();
        }
        return new Rows(order(numbers), numbers, graphs, distinct);
    }

    private int number(Node node) {
        if (node == null || !node.isConcrete()) {
            return ANY;
        }
        int number = table.numberOf(node);
        return number < nodes ? number : QuadTable.UNKNOWN;
    }

    /** The order in which most of what is known comes first. */
    private QuadOrder order(int[] numbers) {
        QuadOrder best = orders.get(0);
        int most = 0;
        for (QuadOrder order : orders) {
            int known = 0;
            while (known < numbers.length && numbers[order.column(known)] != ANY) {
                known++;
            }
            if (known > most) {
                best = order;
                most = known;
            }
        }
        return best;
    }

    private final class Rows implements PrimitiveIterator.OfInt {
        private final QuadOrder order;
        private final int[] numbers;
        private final IntPredicate graphs;
        private final boolean distinct;
        private int at;
        private int end;
        private int row = -1;
        private int before = -1;

        Rows(QuadOrder order, int[] numbers, IntPredicate graphs, boolean distinct) {
            this.order = order;
            this.numbers = numbers;
            this.graphs = graphs;
            this.distinct = distinct;
            narrow();
        }

        private void narrow() {
            end = size;
            for (int i = 0; i < numbers.length && numbers[order.column(i)] != ANY; i++) {
                int column = order.column(i);
                int number = numbers[column];
                at = i == 0 ? order.start(number) : order.firstFrom(at, end, column, number);
                end = i == 0 ? order.start(number + 1) : order.firstFrom(at, end, column, number + 1);
            }
        }

        @Override
        public boolean hasNext() {
            while (row < 0 && at < end) {
                int next = order.row(at++);
                if (fits(next)) {
                    row = next;
                    before = next;
                }
            }
            return row >= 0;
        }

        private boolean fits(int next) {
            for (int column = 0; column < numbers.length; column++) {
                if (numbers[column] != ANY && numbers[column] != table.cell(next, column)) {
                    return false;
                }
            }
            return graphs.test(table.cell(next, GRAPH)) && !(distinct && before >= 0 && isSameTriple(next));
        }

        private boolean isSameTriple(int next) {
            return table.cell(next, SUBJECT) == table.cell(before, SUBJECT)
                    && table.cell(next, PREDICATE) == table.cell(before, PREDICATE)
                    && table.cell(next, OBJECT) == table.cell(before, OBJECT);
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int found = row;
            row = -1;
            return found;
        }
    }
}
