package org.zhice.loader.build;

import java.util.stream.IntStream;

/** The rows of a table, sorted by its columns one after the other. */
final class QuadOrder {
    private final QuadTable table;
    private final int[] columns;
    private final int[] rows;
    private final int[] starts;

    private QuadOrder(QuadTable table, int[] columns, int[] rows, int[] starts) {
        this.table = table;
        this.columns = columns;
        this.rows = rows;
        this.starts = starts;
    }

    /** By the numbers of the nodes. */
    static QuadOrder of(QuadTable table, int... columns) {
        return of(table, numbers(table), columns);
    }

    /**
     * By ranks of the nodes. Sorted by counting, the last column first, which takes no comparison.
     *
     * @param ranks by number of node, each once
     */
    static QuadOrder of(QuadTable table, int[] ranks, int... columns) {
        int[] rows = IntStream.range(0, table.size()).toArray();
        int[] starts = {0};
        for (int i = columns.length - 1; i >= 0; i--) {
            starts = starts(table, ranks, columns[i]);
            rows = sorted(table, rows, ranks, columns[i], starts);
        }
        return new QuadOrder(table, columns, rows, starts);
    }

    /** The same rows by one of the columns, in the order that they have here where it is equal: one step in the place of four. */
    QuadOrder with(int first) {
        int[] ranks = numbers(table);
        int[] firsts = starts(table, ranks, first);
        int[] others = IntStream.of(columns).filter(column -> column != first).toArray();
        return new QuadOrder(
                table,
                IntStream.concat(IntStream.of(first), IntStream.of(others)).toArray(),
                sorted(table, rows, ranks, first, firsts),
                firsts);
    }

    private static int[] sorted(QuadTable table, int[] rows, int[] ranks, int column, int[] starts) {
        int[] next = starts.clone();
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[ranks[table.cell(row, column)]]++] = row;
        }
        return sorted;
    }

    private static int[] numbers(QuadTable table) {
        return IntStream.range(0, table.nodes().size()).toArray();
    }

    private static int[] starts(QuadTable table, int[] ranks, int column) {
        int[] starts = new int[ranks.length + 1];
        for (int row = 0; row < table.size(); row++) {
            starts[ranks[table.cell(row, column)] + 1]++;
        }
        for (int rank = 0; rank < ranks.length; rank++) {
            starts[rank + 1] += starts[rank];
        }
        return starts;
    }

    /** The columns by which it is sorted, the first one first. */
    int column(int at) {
        return columns[at];
    }

    /** All rows. */
    int[] rows() {
        return rows;
    }

    /** The row at a place. */
    int row(int place) {
        return rows[place];
    }

    /** The place from which on the first column has a number, or the next one that is there. */
    int start(int number) {
        return starts[number];
    }

    /** The first place from one on, and before another, whose row has no lesser number in a column. */
    int firstFrom(int from, int to, int column, int number) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table.cell(rows[middle], column) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
