package org.zhice.loader.build;

import java.util.stream.IntStream;

/**
 * The rows of a table, sorted by its columns one after the other.
 *
 * @param columns the first one first
 * @param rows sorted
 * @param starts for each number of a node, where the rows with it in the first column begin
 */
record QuadOrder(QuadTable table, int[] columns, int[] rows, int[] starts) {
    /** By the numbers of the nodes. */
    static QuadOrder of(QuadTable table, int... columns) {
        return of(table, IntStream.range(0, table.nodes().size()).toArray(), columns);
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
            int[] next = starts.clone();
            int[] sorted = new int[rows.length];
            for (int row : rows) {
                sorted[next[ranks[table.cell(row, columns[i])]]++] = row;
            }
            rows = sorted;
        }
        return new QuadOrder(table, columns, rows, starts);
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

    /** The first place from one on, and before another, whose row has no lesser number in a column. */
    int firstFrom(int from, int to, int column, int number) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (table.cell(rows[middle], column) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
