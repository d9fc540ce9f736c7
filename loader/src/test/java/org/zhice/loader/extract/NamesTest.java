package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.InitiativeRow;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Extraction.Report;

/**
 * The names in the three plans against the reference annotation of 2023 and the reviewed tables of 2019 and 2024, by task
 * and printed name. First with the names of the tables, which were taken from these plans: that tells whether known names
 * are found. Then without every name that only the plan at hand prints. Only the names are held out: whoever wrote the word
 * patterns had read the three plans, so a plan that nobody has read will give less. The bounds are what was measured,
 * rounded down.
 */
class NamesTest {
    private static final Map<String, Set<String>> KINDS = Map.of(
            "campaigns", Set.of("campaign"),
            "programmes", Set.of("programme", "pilot"),
            "platforms", Set.of("platform"),
            "events", Set.of("event"),
            "publications", Set.of("publication"),
            "organisations", Set.of("organisation"));
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "campaigns", List.of("enforcement_campaigns"),
            "programmes", List.of("programmes", "pilots_demonstrations"),
            "platforms", List.of("platforms"),
            "events", List.of("events"),
            "publications", List.of("publications"),
            "organisations", List.of("international_orgs"));

    private static final Map<Integer, Extraction> HELD_OUT = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "2019, campaigns, 1, 1",
        "2019, programmes, 1, 1",
        "2019, platforms, 1, 1",
        "2019, events, 1, 1",
        "2019, publications, 1, 0.9",
        "2019, organisations, 1, 1",
        "2023, campaigns, 1, 1",
        "2023, programmes, 1, 1",
        "2023, platforms, 1, 1",
        "2023, events, 1, 1",
        "2023, publications, 1, 1",
        "2023, organisations, 0.92, 1",
        "2024, campaigns, 1, 1",
        "2024, programmes, 1, 1",
        "2024, platforms, 0.95, 1",
        "2024, events, 1, 1",
        "2024, publications, 1, 1",
        "2024, organisations, 1, 1"
    })
    void known_names_are_found(int year, String group, double precision, double recall) throws IOException {
        assertMeasures(names(Sources.plan(year), group), reference(year, group), precision, recall);
    }

    @ParameterizedTest
    @CsvSource({
        "2019, campaigns, 1, 1",
        "2019, programmes, 0.96, 0.89",
        "2019, platforms, 1, 1",
        "2019, events, 0.92, 0.92",
        "2019, publications, 1, 0.9",
        "2019, organisations, 1, 0.85",
        "2023, campaigns, 1, 1",
        "2023, programmes, 1, 0.97",
        "2023, platforms, 1, 1",
        "2023, events, 1, 1",
        "2023, publications, 1, 1",
        "2023, organisations, 0.92, 1",
        "2024, campaigns, 1, 1",
        "2024, programmes, 1, 0.96",
        "2024, platforms, 0.95, 1",
        "2024, events, 1, 1",
        "2024, publications, 1, 1",
        "2024, organisations, 1, 1"
    })
    void names_that_no_other_plan_prints_are_found(int year, String group, double precision, double recall)
            throws IOException {
        assertMeasures(names(heldOut(year), group), reference(year, group), precision, recall);
    }

    @ParameterizedTest
    @CsvSource({"2019, 0.93, 0.92", "2023, 0.97, 0.97", "2024, 0.97, 0.98"})
    void known_names_are_linked_and_told_from_those_only_mentioned(int year, double precision, double recall)
            throws IOException {
        Set<String> found = Sources.plan(year).initiatives().stream()
                .map(row -> row.task() + " " + row.initiative() + " " + row.relation())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> reviewed = rows("task_initiative.csv", year)
                .map(row -> row.get("task") + " " + row.get("initiative") + " " + row.get("relation"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertMeasures(found, reviewed, precision, recall);
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2023, 2024})
    void titles_that_no_other_plan_prints_are_found(int year) {
        assertThat(titles(heldOut(year))).isNotEmpty().isEqualTo(titles(Sources.plan(year)));
    }

    private static List<String> titles(Extraction plan) {
        return plan.actions().stream()
                .filter(ActionRow::quoted)
                .map(row -> row.task() + " " + row.title())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2023, 2024})
    void what_the_tables_lack_is_a_row_without_an_id_and_a_doubt(int year) {
        Extraction plan = heldOut(year);
        List<String> unknown = Stream.concat(
                        plan.initiatives().stream()
                                .filter(row -> row.initiative().isEmpty())
                                .map(InitiativeRow::printedName),
                        plan.organisations().stream()
                                .filter(row -> row.organisation().isEmpty())
                                .map(OrganisationRow::printedName))
                .toList();
        assertThat(unknown).hasSizeGreaterThan(20);
        assertThat(plan.doubts()).extracting(Report::found).containsAll(unknown);
    }

    private static Extraction heldOut(int year) {
        if (!HELD_OUT.containsKey(year)) {
            String text = Sources.text("sources/" + year + "-plan.txt");
            HELD_OUT.put(year, new Extractor(HeldOutTables.without(year)).read(text, "plan-" + year));
        }
        return HELD_OUT.get(year);
    }

    private static void assertMeasures(Set<String> found, Set<String> reference, double precision, double recall) {
        assertThat(found).isNotEmpty();
        assertThat(reference).isNotEmpty();
        Set<String> both = new TreeSet<>(found);
        both.retainAll(reference);
        Set<String> tooMany = new TreeSet<>(found);
        tooMany.removeAll(reference);
        Set<String> missing = new TreeSet<>(reference);
        missing.removeAll(found);
        String differences = "too many: " + tooMany + "; missing: " + missing;
        assertThat((double) both.size() / found.size())
                .as("precision; %s", differences)
                .isGreaterThanOrEqualTo(precision);
        assertThat((double) both.size() / reference.size())
                .as("recall; %s", differences)
                .isGreaterThanOrEqualTo(recall);
    }

    private static Set<String> names(Extraction plan, String group) {
        Stream<String> names = group.equals("organisations")
                ? plan.organisations().stream().map(row -> key(row.task(), row.printedName()))
                : plan.initiatives().stream()
                        .filter(row -> KINDS.get(group).contains(row.kind()))
                        .map(row -> key(row.task(), row.printedName()));
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> reference(int year, String group) throws IOException {
        return year == 2023 ? annotated(group) : reviewed(year, group);
    }

    private static Set<String> reviewed(int year, String group) throws IOException {
        if (group.equals("organisations")) {
            return rows("task_organisation.csv", year)
                    .map(row -> key(row.get("task"), row.get("printed_name")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Map<String, String> kinds = new HashMap<>();
        Sources.rows("initiative.csv").forEach(row -> kinds.put("initiative/" + row.get("id"), row.get("kind")));
        return rows("task_initiative.csv", year)
                .filter(row -> KINDS.get(group).contains(kinds.getOrDefault(row.get("initiative"), "campaign")))
                .map(row -> key(row.get("task"), row.get("printed_name")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the annotation; where it completes a name, as the task prints the same thing. */
    private static Set<String> annotated(String group) throws IOException {
        Map<String, Set<String>> things = new HashMap<>();
        for (Map<String, String> row : Sources.rows("initiative.csv")) {
            things.computeIfAbsent(Sources.plain(row.get("name_zh")), name -> new HashSet<>())
                    .add("initiative/" + row.get("id"));
        }
        for (Map<String, String> row : Sources.rows("task_initiative.csv")) {
            things.computeIfAbsent(Sources.plain(row.get("printed_name")), name -> new HashSet<>())
                    .add(row.get("initiative"));
        }
        Map<String, String> printed = rows("task_initiative.csv", 2023)
                .collect(Collectors.toMap(
                        row -> row.get("task") + row.get("initiative"), row -> row.get("printed_name")));
        Set<String> names = new TreeSet<>();
        for (Map<String, String> row : Sources.gold()) {
            String task = String.format(Locale.ROOT, "2023-%03d", Integer.parseInt(row.get("number")));
            COLUMNS.get(group).stream()
                    .flatMap(column -> Sources.items(row.get(column)))
                    .map(name -> things.getOrDefault(Sources.plain(name), Set.of()).stream()
                            .map(thing -> printed.getOrDefault(task + thing, name))
                            .findFirst()
                            .orElse(name))
                    .forEach(name -> names.add(key(task, name)));
        }
        return names;
    }

    private static Stream<Map<String, String>> rows(String table, int year) throws IOException {
        return Sources.rows(table).stream().filter(row -> row.get("task").startsWith(year + "-"));
    }

    private static String key(String task, String name) {
        return task + " " + Sources.plain(name);
    }
}
