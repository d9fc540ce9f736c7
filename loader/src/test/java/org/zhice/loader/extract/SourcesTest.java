package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

/** The three plans against counts made by hand and against the reviewed tables. */
class SourcesTest {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @ParameterizedTest
    @CsvSource({"2019, 106, 5, 41, 53", "2023, 139, 7, 44, 74", "2024, 110, 7, 43, 53"})
    void counts_are_those_made_by_hand(int year, int tasks, int chapters, int agencies, int led) {
        Extraction plan = Sources.plan(year);
        assertThat(plan.tasks()).hasSize(tasks);
        assertThat(plan.tasks())
                .extracting(TaskRow::number)
                .doesNotHaveDuplicates()
                .contains(1, tasks);
        assertThat(plan.sections().stream().filter(section -> section.parent().isEmpty()))
                .hasSize(chapters);
        assertThat(plan.responsibilities().stream()
                        .map(ResponsibilityRow::agency)
                        .distinct())
                .hasSize(agencies);
        assertThat(plan.responsibilities().stream()
                        .filter(row -> row.roleBasis().equals("first-listed-rule")))
                .hasSize(led);
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2023, 2024})
    void every_quote_stands_in_the_original_at_its_offsets(int year) {
        ExtractorTest.assertQuotes(Sources.plan(year), Sources.text("sources/" + year + "-plan.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2023, 2024})
    void sections_tasks_and_duties_agree_with_the_reviewed_tables(int year) throws IOException {
        Extraction plan = Sources.plan(year);
        Set<String> found = new TreeSet<>();
        plan.sections().forEach(row -> found.add(line(row.id(), row.parent(), row.ordinal(), row.titleZh())));
        plan.tasks().forEach(row -> found.add(line(row.id(), row.section(), row.dutyMode(), row.openEnded())));
        plan.responsibilities()
                .forEach(row -> found.add(line(
                        row.task(), row.position(), row.agency(), row.printedName(), row.role(), row.roleBasis())));
        Set<String> reviewed = new TreeSet<>();
        reviewed.addAll(table("section.csv", year, "id", "parent", "ordinal", "title_zh"));
        reviewed.addAll(table("task.csv", year, "id", "section", "duty_mode", "open_ended"));
        reviewed.addAll(
                table("responsibility.csv", year, "task", "position", "agency", "printed_name", "role", "role_basis"));
        assertThat(differences(found, reviewed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2023, 2024})
    void actions_and_known_campaigns_agree_with_the_reviewed_tables(int year) throws IOException {
        Extraction plan = Sources.plan(year);
        Set<String> found = new TreeSet<>();
        plan.actions().stream()
                .filter(row -> row.quoted())
                .forEach(row -> found.add(line(row.task(), row.instrument(), row.action(), row.commitment())));
        plan.initiatives().stream()
                .filter(row -> row.initiative().startsWith("campaign/"))
                .forEach(row -> found.add(line(row.task(), row.initiative(), row.relation())));
        Set<String> reviewed = new TreeSet<>();
        reviewed.addAll(cells(
                "legislative_action.csv",
                row -> ofYear(row, year) && row.get("quoted").equals("true"),
                "task",
                "instrument",
                "action",
                "commitment"));
        reviewed.addAll(cells(
                "task_initiative.csv",
                row -> ofYear(row, year) && row.get("initiative").startsWith("campaign/"),
                "task",
                "initiative",
                "relation"));
        assertThat(differences(found, reviewed)).isEmpty();
    }

    /** Names without title marks, as of treaties, are read only where a step towards them is promised. */
    @ParameterizedTest
    @CsvSource({"2019, 1", "2023, 3"})
    void known_names_without_title_marks_are_read_as_reviewed(int year, int least) throws IOException {
        Set<String> found = Sources.plan(year).actions().stream()
                .filter(row -> !row.quoted() && !row.instrument().isEmpty())
                .map(row -> line(row.task(), row.instrument(), row.action(), row.commitment()))
                .collect(Collectors.toSet());
        assertThat(found).hasSizeGreaterThanOrEqualTo(least);
        assertThat(table("legislative_action.csv", year, "task", "instrument", "action", "commitment"))
                .containsAll(found);
    }

    private static String line(Object... cells) {
        return List.of(cells).toString();
    }

    private static boolean ofYear(CSVRecord row, int year) {
        return row.get(0).startsWith(year + "-");
    }

    private static Set<String> table(String name, int year, String... columns) throws IOException {
        return cells(name, row -> ofYear(row, year), columns);
    }

    private static Set<String> cells(String name, Predicate<CSVRecord> wanted, String... columns) throws IOException {
        try (Reader reader = Files.newBufferedReader(Sources.table(name))) {
            return TABLE.parse(reader).stream()
                    .filter(wanted)
                    .map(row -> List.of(columns).stream().map(row::get).toList().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> differences(Set<String> found, Set<String> reviewed) {
        assertThat(reviewed).isNotEmpty();
        List<String> differences = new ArrayList<>();
        found.stream().filter(row -> !reviewed.contains(row)).forEach(row -> differences.add("only read: " + row));
        reviewed.stream().filter(row -> !found.contains(row)).forEach(row -> differences.add("only reviewed: " + row));
        return differences;
    }
}
