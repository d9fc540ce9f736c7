package org.zhice.loader.tables;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** A column whose values, where not empty, stand in a column of a table. */
    record ForeignKey(String column, Reference.Target target) {}

    /** What a cell of a column should be that points to another table. */
    Optional<String> reference(String column) {
        return foreignKeys.stream()
                .filter(key -> key.column().equals(column))
                .map(key -> key.target().expected())
                .findFirst();
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** The columns that keys and templates speak of. */
    Stream<String> named() {
        return Stream.of(
                        primaryKey.stream(),
                        foreignKeys.stream().map(ForeignKey::column),
                        urls.values().stream().flatMap(url -> url.columns().stream()),
                        read.stream().flatMap(rows -> rows.key().stream()))
                .flatMap(columns -> columns);
    }

    String cell(Table.Row row, String column) {
        return row.cells().get(header().indexOf(column));
    }

    List<String> key(Table.Row row) {
        return primaryKey.stream().map(column -> cell(row, column)).toList();
    }

    /** Numbers by value, all else by code unit. */
    Comparator<Table.Row> keyOrder() {
        return primaryKey.stream()
                .map(this::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private Comparator<Table.Row> order(String column) {
        return columns.get(header().indexOf(column)).isNumber()
                ? Comparator.comparing(row -> new BigDecimal(cell(row, column)))
                : Comparator.comparing(row -> cell(row, column));
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
