package org.zhice.loader.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table must look like.
 *
 * @param name the file name without {@code .csv}
 * @param columns in the order of the file
 * @param primaryKey the columns whose values together are unique and sorted
 * @param foreignKeys references to other tables
 * @param urls the IRIs of a row by the variable that a mapping knows them as: {@code about} the thing that the row tells of,
 *     {@code organisation_url} the thing in its column {@code organisation}
 * @param read how rows that were read in a text are compared; none if no text is read for the table
 */
record TableContract(
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        Map<String, UrlTemplate> urls,
        Optional<Table.Read> read) {

    /** A column whose values, where not empty, stand in a column of one of some tables. */
    record ForeignKey(String column, String table, String tableColumn) {}

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    int index(String column) {
        return header().indexOf(column);
    }

    String file() {
        return name + ".csv";
    }

    /**
     * The cells of a row in the order of the columns, empty where none is given.
     *
     * @throws IllegalArgumentException if a cell is of no column
     */
    List<String> inOrder(Map<String, String> cells) {
        List<String> header = header();
        cells.keySet().stream()
                .filter(column -> !header.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new IllegalArgumentException(name + " has no column " + column);
                });
        return header.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }
}
