package org.zhice.loader.tables;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.zhice.loader.input.Place;

/**
 * A table that keeps its contract.
 *
 * @param file as a person in the checkout would write it; of a table that a build makes, the text it was made from
 */
public record Table(String file, TableContract contract, List<Row> rows) {

    /**
     * A row.
     *
     * @param line the line of the file on which the row begins, header = 1; of a text, the code points before the row
     * @param cells in the order of the columns; empty cells are empty strings
     */
    public record Row(long line, List<String> cells) implements Serializable {}

    /**
     * A row whose cells are given by column; those that are not given are empty.
     *
     * @param line as of a {@link Row}
     */
    public record Cells(long line, Map<String, String> byColumn) {}

    /**
     * How a row that was read in a text is laid beside the reviewed ones.
     *
     * @param key the columns in which the two must be equal
     * @param names the column of the thing that the row names where it tells of another one; else empty
     * @param statedByTask whether a reviewed row that was not read is stated by its task as a whole, as law-making without
     *     title marks is; not so of agencies, since a text that names another one would be quoted as proof
     */
    public record Read(List<String> key, String names, boolean statedByTask) {}

    public String name() {
        return contract.name();
    }

    public List<String> header() {
        return contract.header();
    }

    /** How rows read in a text are compared; none if no text is read for the table. */
    public Optional<Read> read() {
        return contract.read();
    }

    /** The columns whose values together name a row. */
    public List<String> primaryKey() {
        return contract.primaryKey();
    }

    /** The variables of a mapping: the columns, and the IRIs that the contract makes of them. */
    public List<Var> vars() {
        return Stream.concat(header().stream(), contract.urls().keySet().stream())
                .map(Var::alloc)
                .toList();
    }

    /** The columns that a variable of a mapping is made of; none if it is no variable of this table. */
    public List<String> columnsOf(String variable) {
        UrlTemplate url = contract.urls().get(variable);
        return url != null
                ? url.columns()
                : header().stream().filter(variable::equals).toList();
    }

    /**
     * An IRI of a row.
     *
     * @param variable such as {@code about}
     * @param row by column
     * @return none if the contract has no such IRI, or a cell that it needs is empty
     */
    public Optional<String> url(String variable, Map<String, String> row) {
        return Optional.ofNullable(contract.urls().get(variable)).flatMap(url -> url.fill(row::get));
    }

    /** A row as ARQ sees it: a typed literal for each cell that is not empty, and the IRIs of the row. */
    public Binding binding(Row row) {
        BindingBuilder binding = Binding.builder();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (!cell.isEmpty()) {
                Column column = contract.columns().get(i);
                binding.add(Var.alloc(column.name()), column.literal(cell));
            }
        }
        contract.urls()
                .forEach((variable, url) -> url.fill(column -> cell(row, column))
                        .ifPresent(iri -> binding.add(Var.alloc(variable), NodeFactory.createURI(iri))));
        return binding.build();
    }

    /** The cells of a row by column, in the order of the columns. */
    public Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        header().forEach(column -> cells.put(column, cell(row, column)));
        return cells;
    }

    /** The cells of all rows. */
    public List<Map<String, String>> cells() {
        return rows.stream().map(this::cells).toList();
    }

    /** The same table with other rows.
     *
     * @throws IllegalArgumentException if a cell is of no column
     */
    public Table with(List<Cells> others) {
        return new Table(
                file,
                contract,
                others.stream()
                        .map(row -> new Row(row.line(), contract.inOrder(row.byColumn())))
                        .toList());
    }

    /** The cell of a row in a column. */
    public String cell(Row row, String column) {
        return contract.cell(row, column);
    }

    /** File and line of a row. */
    public Place place(Row row) {
        return Place.of(file, row.line());
    }

    /** The cells of a row that must hold what another table holds, those that are empty left out. */
    public Stream<Reference> references(Row row) {
        return contract.foreignKeys().stream()
                .filter(key -> !cell(row, key.column()).isEmpty())
                .map(key -> new Reference(place(row).in(key.column()), cell(row, key.column()), key.target()));
    }

    /** Rows in the order of their keys: numbers by value, all else by code unit. */
    Comparator<Row> keyOrder() {
        return contract.keyOrder();
    }

    List<String> key(Row row) {
        return contract.key(row);
    }
}
