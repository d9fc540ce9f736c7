package org.zhice.loader.extract.clean.table;

import java.util.List;

/**
 * A table of duties in a text.
 *
 * @param start its first row of heads
 * @param body one past its heads, which are passed over
 * @param rows its rows in order of place, each with its cells; a row with one cell alone is a heading
 * @param end one past it
 */
record Table(int start, int body, List<List<Cell>> rows, int end) {
    Table {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
