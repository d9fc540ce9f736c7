package org.zhice.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.zhice.loader.input.Finding;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.TableFile;

/**
 * Some rows of a table.
 *
 * @param cells what is wrong in the cells of the table; told by its first batch
 * @param keys as {@code cells}, of its keys
 */
record Batch(String table, List<Table.Row> rows, List<Finding> cells, List<Finding> keys) implements Serializable {
    /** Enough to make a query worth its price, and some megabytes of lines at most. */
    private static final int ROWS = 2_000;

    /** At least one, so that what is wrong with a table without rows is told too. */
    static List<Batch> of(TableFile file) {
        List<Table.Row> rows = file.table().rows();
        String name = file.table().name();
        List<Batch> batches = new ArrayList<>();
        batches.add(new Batch(name, rows(rows, 0), file.cells(), file.keys()));
        for (int from = ROWS; from < rows.size(); from += ROWS) {
            batches.add(new Batch(name, rows(rows, from), List.of(), List.of()));
        }
        return batches;
    }

    boolean isFaulty() {
        return !cells.isEmpty() || !keys.isEmpty();
    }

    Batch withoutRows() {
        return new Batch(table, List.of(), cells, keys);
    }

    private static List<Table.Row> rows(List<Table.Row> all, int from) {
        return new ArrayList<>(all.subList(from, Math.min(from + ROWS, all.size())));
    }
}
