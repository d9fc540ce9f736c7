package org.zhice.loader.extract;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.input.Home;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.tables.Tables;

/** The official documents and their reference annotation, which lie beside the checkout where a tester has them. */
public final class Sources {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Path HOME = Path.of(System.getProperty("zhice.home", "."));
    private static final Map<Integer, Extraction> READ = new HashMap<>();

    private Sources() {}

    public static Path shared(String name) {
        Path file = HOME.resolve("../shared").resolve(name).normalize();
        assumeThat(file).as("the official documents are not at hand").exists();
        return file;
    }

    public static Path table(String name) {
        Path file = HOME.resolve("data/tables").resolve(name);
        assumeThat(file).as("the reviewed tables are not at hand").exists();
        return file;
    }

    public static String text(String name) {
        try {
            return Files.readString(shared(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Extraction plan(int year) {
        String text = text("sources/" + year + "-plan.txt");
        return READ.computeIfAbsent(year, y -> new Extractor(lexicon()).read(text, "plan-" + y));
    }

    public static Lexicon lexicon() {
        return DocumentReader.of(tables()).lexicon();
    }

    public static Tables tables() {
        return Tables.read(new Home(HOME));
    }

    /** The rows of the reference annotation by column. */
    public static List<Map<String, String>> gold() {
        List<List<String>> rows = text("gold/tasks-2023.tsv")
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        return rows.stream().skip(1).map(row -> named(rows.get(0), row)).toList();
    }

    private static Map<String, String> named(List<String> header, List<String> row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.get(i));
        }
        return cells;
    }

    /** The rows of a reviewed table by column. */
    public static List<Map<String, String>> rows(String table) throws IOException {
        try (Reader reader = Files.newBufferedReader(table(table))) {
            return TABLE.parse(reader).stream().map(CSVRecord::toMap).toList();
        }
    }

    /** A name without marks and without the 建设 or 工作 after it, which annotators set as they like. */
    public static String plain(String name) {
        return name.replaceAll("[“”《》\\s]", "")
                .replace('(', '（')
                .replace(')', '）')
                .replaceFirst("(?:建设|创建|培育|工作)$", "");
    }

    /** The items of a cell. */
    public static Stream<String> items(String cell) {
        return cell.isEmpty() ? Stream.empty() : Stream.of(cell.split(";", -1));
    }
}
