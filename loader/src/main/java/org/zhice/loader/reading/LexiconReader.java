package org.zhice.loader.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.Lexicon.Agency;
import org.zhice.loader.extract.rows.Lexicon.Named;
import org.zhice.loader.input.InputException;

/** Reads the lexicon from the reviewed tables. */
public final class LexiconReader {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Pattern YEAR = Pattern.compile(" ?[（(]?(?:19|20)\\d\\d年?[）)]?");

    private final Path tables;

    private LexiconReader(Path tables) {
        this.tables = tables;
    }

    /**
     * Reads agencies, instruments, campaigns, other initiatives, organisations and terms.
     *
     * @param tables the folder of the CSV files
     * @throws InputException if a table or a column is missing
     */
    public static Lexicon read(Path tables) {
        LexiconReader reader = new LexiconReader(tables);
        return new Lexicon(
                reader.agencies(),
                reader.usages(),
                reader.instruments(),
                reader.campaigns(),
                reader.initiatives(),
                reader.organisations(),
                reader.terms(),
                reader.metrics());
    }

    private List<Agency> agencies() {
        Set<Agency> names = new LinkedHashSet<>();
        for (CSVRecord row : rows("agency.csv")) {
            names.add(new Agency(cell(row, "id"), cell(row, "name_zh"), 0, 9999));
            names.add(new Agency(cell(row, "id"), cell(row, "full_name_zh"), 0, 9999));
        }
        for (CSVRecord row : rows("agency_name.csv")) {
            int from = year(cell(row, "valid_from"), 0);
            int until = year(cell(row, "valid_until"), 9999);
            names.add(new Agency(cell(row, "agency"), cell(row, "form"), from, until));
        }
        return List.copyOf(names);
    }

    private static int year(String date, int otherwise) {
        return date.length() < 4 ? otherwise : Integer.parseInt(date.substring(0, 4));
    }

    private Map<String, NavigableMap<Integer, String>> usages() {
        Map<String, NavigableMap<Integer, String>> usages = new LinkedHashMap<>();
        for (CSVRecord row : rows("responsibility.csv")) {
            String task = cell(row, "task");
            if (task.matches("\\d{4}-.*")) {
                usages.computeIfAbsent(cell(row, "printed_name"), form -> new TreeMap<>())
                        .put(Integer.valueOf(task.substring(0, 4)), cell(row, "agency"));
            }
        }
        return usages;
    }

    private Map<String, String> instruments() {
        Map<String, String> titles = new LinkedHashMap<>();
        rows("instrument.csv").forEach(row -> titles.put(cell(row, "title_zh"), cell(row, "id")));
        rows("instrument_name.csv").forEach(row -> titles.putIfAbsent(cell(row, "form"), cell(row, "instrument")));
        return titles;
    }

    private List<Lexicon.Campaign> campaigns() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        rows("campaign_series.csv").forEach(row -> add(names, cell(row, "id"), cell(row, "name_zh")));
        Map<String, String> series = new LinkedHashMap<>();
        Map<String, Set<String>> editions = new HashMap<>();
        for (CSVRecord row : rows("campaign_edition.csv")) {
            series.put(cell(row, "id"), cell(row, "series"));
            add(names, cell(row, "series"), cell(row, "name_zh"));
            editions.computeIfAbsent(cell(row, "series"), id -> new HashSet<>()).add(cell(row, "id"));
        }
        for (CSVRecord row : rows("task_initiative.csv")) {
            String known = series.get(cell(row, "initiative").replaceFirst("^campaign/", ""));
            if (known != null) {
                add(names, known, cell(row, "printed_name"));
            }
        }
        List<Lexicon.Campaign> campaigns = new ArrayList<>();
        names.forEach((id, forms) -> campaigns.add(
                new Lexicon.Campaign(id, Set.copyOf(forms), Set.copyOf(editions.getOrDefault(id, Set.of())))));
        return campaigns;
    }

    private List<Named> initiatives() {
        Map<String, Named> initiatives = new LinkedHashMap<>();
        for (CSVRecord row : rows("initiative.csv")) {
            add(initiatives, "initiative/" + cell(row, "id"), cell(row, "kind"), cell(row, "name_zh"));
        }
        printed("task_initiative.csv", "initiative", initiatives);
        return List.copyOf(initiatives.values());
    }

    private List<Named> organisations() {
        Map<String, Named> organisations = new LinkedHashMap<>();
        rows("organisation.csv")
                .forEach(row -> add(organisations, cell(row, "id"), "organisation", cell(row, "name_zh")));
        printed("task_organisation.csv", "organisation", organisations);
        return List.copyOf(organisations.values());
    }

    private static void add(Map<String, Named> things, String id, String kind, String name) {
        things.put(id, new Named(id, kind, new LinkedHashSet<>(Set.of(name))));
    }

    /** Adds the forms in which tasks print the names of known things. */
    private void printed(String table, String column, Map<String, Named> things) {
        for (CSVRecord row : rows(table)) {
            Named thing = things.get(cell(row, column));
            if (thing != null) {
                thing.names().add(cell(row, "printed_name"));
            }
        }
    }

    private Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        rows("glossary.csv").forEach(row -> terms.add(cell(row, "term_zh")));
        rows("topic.csv").forEach(row -> terms.add(cell(row, "name_zh")));
        rows("initiative.csv").forEach(row -> terms.add(cell(row, "name_zh")));
        rows("task.csv").forEach(row -> terms.add(cell(row, "title_zh")));
        return terms;
    }

    private List<Lexicon.Metric> metrics() {
        return rows("metric.csv").stream()
                .map(row ->
                        new Lexicon.Metric(cell(row, "id"), cell(row, "name_zh"), cell(row, "kind"), cell(row, "unit")))
                .toList();
    }

    private static void add(Map<String, Set<String>> names, String series, String name) {
        names.computeIfAbsent(series, id -> new LinkedHashSet<>())
                .add(YEAR.matcher(name).replaceAll(""));
    }

    private List<CSVRecord> rows(String name) {
        Path file = tables.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InputException(file.toString(), "no file", "a table that the reading of plans needs");
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return TABLE.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(CSVRecord row, String column) {
        if (!row.isMapped(column)) {
            throw new InputException("row " + row.getRecordNumber(), "no column " + column, "a column " + column);
        }
        return row.get(column);
    }
}
