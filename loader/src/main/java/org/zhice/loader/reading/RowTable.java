package org.zhice.loader.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.loader.extract.rows.Evidence;

/**
 * Rows to review, in the form of a reviewed table.
 *
 * @param name that of the reviewed table
 * @param header its columns
 */
public record RowTable(String name, List<String> header, List<Row> rows) {

    /** @throws IllegalArgumentException if a cell is of no column */
    public RowTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (!header.containsAll(row.cells().keySet())) {
                throw new IllegalArgumentException(name + " has the columns " + header + ", not " + row.cells());
            }
        }
    }

    /**
     * A row.
     *
     * @param key the values of the key, joined by a slash; of a row without an id, what is printed
     * @param cells by column; what only a person can write is missing
     * @param evidence empty for the row of a new entity: see the rows that name it
     */
    public record Row(String key, Map<String, String> cells, Optional<Evidence> evidence) {
        public Row {
            cells = Map.copyOf(cells);
        }
    }

    /** The cells of a row in the order of the columns, empty where the row has none. */
    public Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        header.forEach(column -> cells.put(column, row.cells().getOrDefault(column, "")));
        return cells;
    }
}
