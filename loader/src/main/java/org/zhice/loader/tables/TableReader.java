package org.zhice.loader.tables;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Place;

/** Reads one CSV file (UTF-8, RFC 4180, header row) and compares header and cells with its contract. */
final class TableReader {
    private final String name;
    private final TableContract contract;
    private final Consumer<Finding> wrong;
    private boolean broken;

    private TableReader(String name, TableContract contract, Consumer<Finding> wrong) {
        this.name = name;
        this.contract = contract;
        this.wrong = wrong;
    }

    /**
     * The table, as far as it can be read.
     *
     * @param name of the file in findings
     * @param wrong told of every fault
     */
    static Table read(Path file, String name, TableContract contract, Consumer<Finding> wrong) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            return new Table(name, contract, new TableReader(name, contract, wrong).rows(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Table.Row> rows(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        List<Table.Row> rows = new ArrayList<>();
        if (isHeader(next(parser, records))) {
            for (List<String> cells = next(parser, records); !cells.isEmpty(); cells = next(parser, records)) {
                Table.Row row = new Table.Row(parser.getCurrentLineNumber(), cells);
                rows.add(row);
                check(row);
            }
        }
        return List.copyOf(rows);
    }

    /** The cells of the next row; none at the end of the file, or where it stops being CSV. */
    private List<String> next(CSVParser parser, Iterator<CSVRecord> records) {
        try {
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (UncheckedIOException e) {
            broken = true;
            boolean coding = e.getCause() instanceof CharacterCodingException;
            wrong.accept(new Finding(
                    Place.of(name, parser.getCurrentLineNumber() + 1),
                    coding ? "bytes that are not UTF-8" : "a row that is not CSV (RFC 4180)",
                    coding ? "UTF-8" : "closed quotes and commas between cells"));
            return List.of();
        }
    }

    private boolean isHeader(List<String> header) {
        boolean right = header.equals(contract.header());
        if (!right && !broken) {
            wrong.accept(new Finding(
                    Place.of(name, 1),
                    header.isEmpty() ? "an empty file" : "the columns " + String.join(",", header),
                    "the columns " + String.join(",", contract.header())));
        }
        return right;
    }

    private void check(Table.Row row) {
        Place place = Place.of(name, row.line());
        int width = contract.columns().size();
        if (row.cells().size() != width) {
            wrong.accept(new Finding(place, row.cells().size() + " cells", width + " cells"));
            return;
        }
        for (int i = 0; i < width; i++) {
            Column column = contract.columns().get(i);
            String cell = row.cells().get(i);
            column.expectedInstead(cell)
                    .ifPresent(expected -> wrong.accept(Finding.cell(place.in(column.name()), cell, expected)));
        }
    }
}
