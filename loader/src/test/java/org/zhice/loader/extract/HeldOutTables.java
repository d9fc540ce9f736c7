package org.zhice.loader.extract;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.reading.LexiconReader;

/** The reviewed tables as they would be if one plan had never been read: what only that plan names is not in them. */
final class HeldOutTables {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path folder;
    private final String plan;

    private HeldOutTables(Path folder, int year) {
        this.folder = folder;
        this.plan = year + "-";
    }

    /** Writes the tables that the lexicon needs into a folder and reads the lexicon. */
    static Lexicon without(int year, Path folder) throws IOException {
        new HeldOutTables(folder, year).write();
        return LexiconReader.read(folder);
    }

    private void write() throws IOException {
        for (String table : List.of("glossary", "metric", "topic")) {
            Files.copy(Sources.table(table + ".csv"), folder.resolve(table + ".csv"));
        }
        for (String table : List.of("task", "responsibility", "task_initiative", "task_organisation")) {
            write(table, otherPlans(table));
        }
        things("agency", "responsibility", "agency", "");
        children("agency_name", "agency", "agency");
        things("instrument", "legislative_action", "instrument", "");
        children("instrument_name", "instrument", "instrument");
        things("initiative", "task_initiative", "initiative", "initiative/");
        things("organisation", "task_organisation", "organisation", "");
        things("campaign_edition", "task_initiative", "initiative", "campaign/");
        Set<String> series = values(read(folder.resolve("campaign_edition.csv")), "series");
        write("campaign_series", rows("campaign_series", row -> series.contains(row.get("id"))));
    }

    private List<Map<String, String>> otherPlans(String table) throws IOException {
        return rows(table, row -> !isHeldOut(row));
    }

    private boolean isHeldOut(Map<String, String> row) {
        return row.getOrDefault("task", row.getOrDefault("id", "")).startsWith(plan);
    }

    /** The rows of things that no task names, or a task of another plan; a name that only this plan prints is replaced. */
    private void things(String table, String mentions, String column, String prefix) throws IOException {
        Set<String> here = values(rows(mentions, this::isHeldOut), column);
        Set<String> elsewhere = values(otherPlans(mentions), column);
        List<Map<String, String>> kept = rows(
                table, row -> elsewhere.contains(prefix + row.get("id")) || !here.contains(prefix + row.get("id")));
        if (mentions.startsWith("task_")) {
            Set<String> printed = values(otherPlans(mentions), "printed_name").stream()
                    .map(Sources::plain)
                    .collect(Collectors.toSet());
            Set<String> printedHere = values(rows(mentions, this::isHeldOut), "printed_name").stream()
                    .map(Sources::plain)
                    .collect(Collectors.toSet());
            for (Map<String, String> row : kept) {
                String name = Sources.plain(row.get("name_zh"));
                if (printedHere.contains(name) && !printed.contains(name)) {
                    row.put("name_zh", otherName(mentions, column, prefix + row.get("id")));
                }
            }
        }
        write(table, kept);
    }

    private String otherName(String mentions, String column, String id) throws IOException {
        return otherPlans(mentions).stream()
                .filter(row -> row.get(column).equals(id))
                .map(row -> row.get("printed_name"))
                .findFirst()
                .orElseThrow();
    }

    private void children(String table, String column, String parents) throws IOException {
        Set<String> kept = values(read(folder.resolve(parents + ".csv")), "id");
        write(table, rows(table, row -> kept.contains(row.get(column))));
    }

    private static List<Map<String, String>> rows(String table, Predicate<Map<String, String>> wanted)
            throws IOException {
        return read(Sources.table(table + ".csv")).stream().filter(wanted).toList();
    }

    private static List<Map<String, String>> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return TABLE.parse(reader).stream().map(row -> row.toMap()).toList();
        }
    }

    private static Set<String> values(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(Collectors.toCollection(HashSet::new));
    }

    private void write(String table, List<Map<String, String>> rows) throws IOException {
        List<String> header = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Sources.table(table + ".csv"))) {
            header.addAll(List.of(lines.findFirst().orElseThrow().split(",")));
        }
        try (Writer file = Files.newBufferedWriter(folder.resolve(table + ".csv"))) {
            file.write(TABLE.format(header.toArray()) + "\n");
            for (Map<String, String> row : rows) {
                file.write(
                        CSVFormat.RFC4180.format(header.stream().map(row::get).toArray()) + "\n");
            }
        }
    }
}
