package org.zhice.loader.build;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.zhice.store.tdb.PackedQuads;
import org.zhice.store.tdb.PrintedNumbers;

/**
 * Quads in the order in which they came, each once. A node is held once and a quad is four numbers, which takes a tenth of the
 * room of quads as objects: a million fit where a hundred thousand did.
 */
final class QuadTable extends AbstractCollection<Quad> implements PackedQuads.Rows {
    static final int GRAPH = 0;
    static final int SUBJECT = 1;
    static final int PREDICATE = 2;
    static final int OBJECT = 3;
    static final int UNKNOWN = -1;

    private static final int WIDTH = 4;
    private static final int FIRST_SLOTS = 1 << 12;

    /** By which numbers that follow each other come to lie apart: Fibonacci's hashing. */
    private static final int SCATTER = 0x9E3779B9;

    private static final int SCATTER_BITS = 15;

    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private int[] cells = new int[FIRST_SLOTS];

    /** The row that stands at the place of its hash, counted from 1; 0 where none does. */
    private int[] slots = new int[FIRST_SLOTS];

    private int size;

    /** Adds a quad with the literal that the store will give back, so that all that is made of it says the same. */
    @Override
    public boolean add(Quad quad) {
        int[] row = {
            number(quad.getGraph()), number(quad.getSubject()), number(quad.getPredicate()), number(quad.getObject())
        };
        int slot = slot(row);
        if (slots[slot] != 0) {
            return false;
        }
        if ((size + 1) * WIDTH > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        System.arraycopy(row, 0, cells, size * WIDTH, WIDTH);
        size++;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            widen();
        }
        return true;
    }

    private int number(Node node) {
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        int number = numbers.computeIfAbsent(PrintedNumbers.kept(node), kept -> {
            nodes.add(kept);
            return nodes.size() - 1;
        });
        numbers.put(node, number);
        return number;
    }

    private int slot(int[] row) {
        int hash = 0;
        for (int cell : row) {
            hash = Integer.rotateLeft((hash ^ cell) * SCATTER, SCATTER_BITS);
        }
        int mask = slots.length - 1;
        int slot = (hash ^ (hash >>> SCATTER_BITS)) & mask;
        while (slots[slot] != 0 && !isRow(slots[slot] - 1, row)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isRow(int row, int[] other) {
        return Arrays.equals(cells, row * WIDTH, (row + 1) * WIDTH, other, 0, WIDTH);
    }

    private void widen() {
        slots = new int[slots.length * 2];
        for (int row = 0; row < size; row++) {
            slots[slot(Arrays.copyOfRange(cells, row * WIDTH, (row + 1) * WIDTH))] = row + 1;
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<Quad> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Quad next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return quad(next++);
            }
        };
    }

    Quad quad(int row) {
        return Quad.create(node(row, GRAPH), node(row, SUBJECT), node(row, PREDICATE), node(row, OBJECT));
    }

    Node node(int row, int column) {
        return nodes.get(cell(row, column));
    }

    @Override
    public int cell(int row, int column) {
        return cells[row * WIDTH + column];
    }

    @Override
    public List<Node> nodes() {
        return nodes;
    }

    @Override
    public int[] sorted(int[] ranks, int... columns) {
        return QuadOrder.of(this, ranks, columns).rows();
    }

    /** {@link #UNKNOWN} if no quad has it. */
    int numberOf(Node node) {
        return numbers.getOrDefault(node, UNKNOWN);
    }
}
