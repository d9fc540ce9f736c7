package org.zhice.loader.tables;

import java.util.List;

/**
 * What a table must look like.
 *
 * @param name the file name without {@code .csv}
 * @param columns in the order of the file
 * @param primaryKey the columns whose values together are unique and sorted
 * @param foreignKeys references to other tables
 */
record TableContract(String name, List<Column> columns, List<String> primaryKey, List<ForeignKey> foreignKeys) {

    /** A column whose values, where not empty, stand in a column of one of some tables. */
    record ForeignKey(String column, String table, String tableColumn) {}

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    int index(String column) {
        return header().indexOf(column);
    }
}
