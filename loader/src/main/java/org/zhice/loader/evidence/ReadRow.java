package org.zhice.loader.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.reading.RowTable;

/**
 * A row that was read in a text, in the columns of its table.
 *
 * @param table the table's name
 * @param cells by column; what was not read is empty
 * @param evidence what states it; at least one
 */
record ReadRow(String table, Map<String, String> cells, List<Evidence> evidence) {

    /** All rows that rest on a passage, in the order of the text within each table. */
    static Stream<ReadRow> of(Extraction extraction, List<RowTable> tables) {
        return tables.stream()
                .flatMap(table -> table.rows().stream()
                        .filter(row -> row.evidence().isPresent())
                        .map(row -> of(extraction, table, row)));
    }

    /** A role that rests on the sentence about lists is stated in that sentence too. */
    private static ReadRow of(Extraction extraction, RowTable table, RowTable.Row row) {
        Map<String, String> cells = table.cells(row);
        List<Evidence> evidence = new ArrayList<>(List.of(row.evidence().orElseThrow()));
        if (cells.getOrDefault("role_basis", "").endsWith("-listed-rule")) {
            extraction.listRule().ifPresent(evidence::add);
        }
        return new ReadRow(table.name(), cells, evidence);
    }

    /** Where it stands first of all. */
    Passage passage() {
        return evidence.get(0).passage();
    }
}
