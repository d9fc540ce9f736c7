package org.zhice.app.link;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;
import org.zhice.store.plain.Utf8;

/**
 * A list of names: a file of CSV in UTF-8 with a header, its cells parted by comma, semicolon or tab.
 *
 * @param format how it is written
 * @param marked whether it begins with a byte order mark, without which Excel reads no UTF-8
 * @param rows those after the header, each as wide as it; a shorter one is filled up
 */
record NameList(String file, CSVFormat format, boolean marked, List<String> header, List<Row> rows) {
    private static final String MARK = "\uFEFF";

    /** A row with the line of the file on which it begins. */
    record Row(long line, List<String> cells) {}

    /**
     * Reads a file.
     *
     * @throws InputException if it is not there, or not such a list
     */
    static NameList read(Path path) {
        String file = path.toString();
        Utf8 utf8 = utf8(path, file);
        String content = utf8.text();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(delimiter(content)).get();
        try (Reader reader = new StringReader(content);
                CSVParser parser = format.parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!hasNext(parser, records, file)) {
                throw new InputException(file, "an empty file", "a header and rows");
            }
            List<String> header = header(records.next().toList(), file);
            return new NameList(file, format, utf8.marked(), header, rows(parser, records, header.size(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Utf8 utf8(Path path, String file) {
        if (!Files.isRegularFile(path)) {
            throw new InputException(file, "no such file", "a file of CSV");
        }
        try {
            Utf8 utf8 = Utf8.of(Files.readAllBytes(path));
            utf8.damage().ifPresent(damage -> {
                throw new InputException(Place.of(file, damage.line()), damage.found(), "UTF-8 (in Excel: CSV UTF-8)");
            });
            return utf8;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNext(CSVParser parser, Iterator<CSVRecord> records, String file) {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw new InputException(
                    Place.of(file, line),
                    "a row that is not CSV (RFC 4180)",
                    "each quote that opens in it closed before the end of its cell");
        }
    }

    /** The one that the first line has most of. */
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(one ->
                        first.chars().filter(character -> character == one).count()))
                .filter(one -> first.indexOf(one) >= 0)
                .orElse(',');
    }

    private static List<String> header(List<String> header, String file) {
        if (new HashSet<>(header).size() < header.size()) {
            String twice = header.stream()
                    .filter(name -> Collections.frequency(header, name) > 1)
                    .findFirst()
                    .orElseThrow();
            throw new InputException(Place.of(file, 1), "the column \"" + twice + "\" twice", "each column once");
        }
        return header;
    }

    private static List<Row> rows(CSVParser parser, Iterator<CSVRecord> records, int width, String file) {
        List<Row> rows = new ArrayList<>();
        long line = parser.getCurrentLineNumber() + 1;
        while (hasNext(parser, records, file)) {
            List<String> cells = new ArrayList<>(records.next().toList());
            if (cells.size() > width) {
                throw new InputException(Place.of(file, line), cells.size() + " cells", width + " cells");
            }
            cells.addAll(Collections.nCopies(width - cells.size(), ""));
            rows.add(new Row(line, List.copyOf(cells)));
            line = parser.getCurrentLineNumber() + 1;
        }
        return rows;
    }

    /**
     * Where a column stands.
     *
     * @throws InputException if there is no such one
     */
    int column(String name) {
        if (!header.contains(name)) {
            throw new InputException(
                    Place.of(file, 1), "no column \"" + name + "\"", "one of " + String.join(", ", header));
        }
        return header.indexOf(name);
    }

    /** A row as this list writes it. */
    String written(List<String> cells) {
        return format.format(cells.toArray()) + "\n";
    }

    /** What the file begins with. */
    String mark() {
        return marked ? MARK : "";
    }
}
