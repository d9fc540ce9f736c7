package org.zhice.loader.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.InputFiles;
import org.zhice.loader.input.Place;
import org.zhice.store.plain.Utf8;

/** Reads one CSV file (UTF-8 with or without a byte order mark, RFC 4180, header row) and compares header and cells with its contract. */
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
        try {
            TableReader reader = new TableReader(name, contract, wrong);
            Utf8 utf8 = Utf8.of(reader.bytes(file));
            utf8.damage().ifPresent(reader::damaged);
            try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(utf8.text()))) {
                return new Table(name, contract, reader.broken ? List.of() : reader.rows(parser));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if there are none to be had. */
    private byte[] bytes(Path file) {
        try {
            return InputFiles.bytes(file, name);
        } catch (InputException e) {
            broken = true;
            e.findings().forEach(wrong);
            return new byte[0];
        }
    }

    private void damaged(Utf8.Damage damage) {
        broken = true;
        wrong.accept(new Finding(Place.of(name, damage.line()), damage.found(), "UTF-8"));
    }

    private List<Table.Row> rows(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        List<Table.Row> rows = new ArrayList<>();
        if (isHeader(next(parser, records).cells())) {
            for (Table.Row row = next(parser, records); !row.cells().isEmpty(); row = next(parser, records)) {
                rows.add(row);
                check(row);
            }
        }
        return List.copyOf(rows);
    }

    /** The next row; one without cells at the end of the file, or where it stops being CSV. */
    private Table.Row next(CSVParser parser, Iterator<CSVRecord> records) {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return new Table.Row(line, records.hasNext() ? records.next().toList() : List.of());
        } catch (UncheckedIOException e) {
            broken = true;
            wrong.accept(new Finding(
                    Place.of(name, line),
                    "a row that is not CSV (RFC 4180)",
                    "each quote that opens in it closed before a comma or the end of a line"));
            return new Table.Row(line, List.of());
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
                    .map(expected ->
                            cell.isEmpty() ? contract.reference(column.name()).orElse(expected) : expected)
                    .ifPresent(expected -> wrong.accept(Finding.cell(place.in(column.name()), cell, expected)));
        }
    }
}
