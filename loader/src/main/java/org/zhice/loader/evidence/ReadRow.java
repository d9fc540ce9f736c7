package org.zhice.loader.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhice.loader.extract.Evidence;
import org.zhice.loader.extract.clean.Passage;

/**
 * A row that was read in a text, in the columns of its table.
 *
 * @param table the table's name
 * @param cells by column; columns that only a person fills are missing
 * @param evidence what states it; at least one
 */
record ReadRow(String table, Map<String, String> cells, List<Evidence> evidence) {

    /**
     * A row.
     *
     * @param columns separated by commas
     * @param values one for each column
     */
    static ReadRow of(String table, List<Evidence> evidence, String columns, Object... values) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> names = List.of(columns.split(",", -1));
        for (int i = 0; i < values.length; i++) {
            cells.put(names.get(i), values[i].toString());
        }
        return new ReadRow(table, cells, evidence);
    }

    /** Where it stands first of all. */
    Passage passage() {
        return evidence.get(0).passage();
    }
}
