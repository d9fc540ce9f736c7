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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/** Reads one CSV file (UTF-8, RFC 4180, header row) and compares header and cells with its contract. */
final class TableReader {
    private TableReader() {}

    /** @throws InputException with every wrong cell of the file */
    static Table read(Path file, String name, TableContract contract) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            return read(parser, name, contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table read(CSVParser parser, String name, TableContract contract) {
        Iterator<CSVRecord> records = parser.iterator();
        checkHeader(next(parser, records, name), name, contract);
        List<Table.Row> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (List<String> cells = next(parser, records, name); !cells.isEmpty(); cells = next(parser, records, name)) {
            Table.Row row = new Table.Row(parser.getCurrentLineNumber(), cells);
            rows.add(row);
            findings.addAll(wrongCells(name, contract, row));
        }
        if (!findings.isEmpty()) {
            throw new InputException(findings);
        }
        return new Table(name, contract, List.copyOf(rows));
    }

    /** The cells of the next row; none at the end of the file. */
    private static List<String> next(CSVParser parser, Iterator<CSVRecord> records, String name) {
        try {
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (UncheckedIOException e) {
            boolean coding = e.getCause() instanceof CharacterCodingException;
            throw new InputException(
                    Place.of(name, parser.getCurrentLineNumber() + 1),
                    coding ? "bytes that are not UTF-8" : "a row that is not CSV (RFC 4180)",
                    coding ? "UTF-8" : "closed quotes and commas between cells");
        }
    }

    private static void checkHeader(List<String> header, String name, TableContract contract) {
        if (!header.equals(contract.header())) {
            throw new InputException(
                    Place.of(name, 1),
                    header.isEmpty() ? "an empty file" : "the columns " + String.join(",", header),
                    "the columns " + String.join(",", contract.header()));
        }
    }

    private static List<Finding> wrongCells(String name, TableContract contract, Table.Row row) {
        Place place = Place.of(name, row.line());
        int width = contract.columns().size();
        if (row.cells().size() != width) {
            return List.of(new Finding(place, row.cells().size() + " cells", width + " cells"));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Column column = contract.columns().get(i);
            String cell = row.cells().get(i);
            column.expectedInstead(cell)
                    .ifPresent(expected ->
                            findings.add(new Finding(place.in(column.name()), Tables.shown(cell), expected)));
        }
        return findings;
    }
}
