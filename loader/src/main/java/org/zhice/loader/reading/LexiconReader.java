package org.zhice.loader.reading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.Lexicon.Agency;
import org.zhice.loader.extract.rows.Lexicon.Named;
import org.zhice.loader.tables.Tables;

/** Takes from the reviewed tables the names that a reading must know. */
final class LexiconReader {
    private final Tables tables;

    private LexiconReader(Tables tables) {
        this.tables = tables;
    }

    /** Agencies, instruments, campaigns, other initiatives, organisations, terms, metrics and areas. */
    static Lexicon read(Tables tables) {
        LexiconReader reader = new LexiconReader(tables);
        return new Lexicon(
                reader.agencies(),
                reader.usages(),
                reader.instruments(),
                new CampaignNames(tables).all(),
                reader.initiatives(),
                reader.organisations(),
                reader.terms(),
                reader.metrics(),
                reader.areas());
    }

    private List<Agency> agencies() {
        Set<Agency> names = new LinkedHashSet<>();
        for (Map<String, String> row : rows("agency")) {
            names.add(new Agency(cell(row, "id"), cell(row, "name_zh"), 0, 9999));
            names.add(new Agency(cell(row, "id"), cell(row, "full_name_zh"), 0, 9999));
        }
        for (Map<String, String> row : rows("agency_name")) {
            if (cell(row, "name_kind").equals("predecessor")) {
                continue;
            }
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
        for (Map<String, String> row : rows("responsibility")) {
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
        rows("instrument").forEach(row -> titles.put(cell(row, "title_zh"), cell(row, "id")));
        rows("instrument_name").forEach(row -> titles.putIfAbsent(cell(row, "form"), cell(row, "instrument")));
        return titles;
    }

    private List<Named> initiatives() {
        Map<String, Named> initiatives = new LinkedHashMap<>();
        for (Map<String, String> row : rows("initiative")) {
            add(initiatives, "initiative/" + cell(row, "id"), cell(row, "kind"), cell(row, "name_zh"));
        }
        printed("task_initiative", "initiative", initiatives);
        return List.copyOf(initiatives.values());
    }

    private List<Named> organisations() {
        Map<String, Named> organisations = new LinkedHashMap<>();
        rows("organisation").forEach(row -> add(organisations, cell(row, "id"), "organisation", cell(row, "name_zh")));
        printed("task_organisation", "organisation", organisations);
        return List.copyOf(organisations.values());
    }

    private static void add(Map<String, Named> things, String id, String kind, String name) {
        things.put(id, new Named(id, kind, new LinkedHashSet<>(Set.of(name))));
    }

    /** Adds the forms in which tasks print the names of known things. */
    private void printed(String table, String column, Map<String, Named> things) {
        for (Map<String, String> row : rows(table)) {
            Named thing = things.get(cell(row, column));
            if (thing != null) {
                thing.names().add(cell(row, "printed_name"));
            }
        }
    }

    private Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        rows("glossary").forEach(row -> terms.add(cell(row, "term_zh")));
        rows("topic").forEach(row -> terms.add(cell(row, "name_zh")));
        rows("initiative").forEach(row -> terms.add(cell(row, "name_zh")));
        rows("task").forEach(row -> terms.add(cell(row, "title_zh")));
        return terms;
    }

    private List<Lexicon.Metric> metrics() {
        return rows("metric").stream()
                .map(row ->
                        new Lexicon.Metric(cell(row, "id"), cell(row, "name_zh"), cell(row, "kind"), cell(row, "unit")))
                .toList();
    }

    private List<Lexicon.Area> areas() {
        return rows("area").stream()
                .map(row -> new Lexicon.Area(
                        cell(row, "id"),
                        cell(row, "kind"),
                        Stream.of(cell(row, "name_zh"), cell(row, "also_zh"))
                                .filter(name -> !name.isEmpty())
                                .toList()))
                .toList();
    }

    private List<Map<String, String>> rows(String table) {
        return tables.table(table).cells();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> "no column " + column + " among " + row.keySet());
    }
}
