package org.zhice.loader.reading;

import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Lexicon;

/**
 * Rows to review, in the form of a reviewed table.
 *
 * @param name that of the reviewed table
 * @param header its columns
 */
public record RowTable(String name, List<String> header, List<Row> rows) {
    public RowTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** All rows of an extraction, and rows for the entities that the reviewed tables do not have yet. */
    public static List<RowTable> of(Extraction extraction, Lexicon lexicon) {
        return RowTables.of(extraction, lexicon);
    }

    /**
     * A row; what only a person can write is left empty.
     *
     * @param key the values of the key, joined by a slash; of a row without an id, what is printed
     * @param evidence empty for the row of a new entity: see the rows that name it
     */
    public record Row(String key, List<String> cells, Optional<Evidence> evidence) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
