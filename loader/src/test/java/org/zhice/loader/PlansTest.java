package org.zhice.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/** The tables against counts made by hand in the printed plans, and against the reference annotation of one plan. */
class PlansTest {
    private static final Tables TABLES = Tables.read(Checkout.home());
    private static final Path GOLD = Checkout.home().root().resolve("../shared/gold/tasks-2023.tsv");

    private final List<Map<String, String>> responsibilities = rows("responsibility");

    @ParameterizedTest
    @CsvSource({"2019, 106, 5, 17, 41", "2023, 139, 7, 13, 44", "2024, 110, 7, 13, 43"})
    void tasks_chapters_sections_and_agencies_are_as_many_as_printed(
            String year, int tasks, long chapters, long sections, long agencies) {
        List<String> numbers = of(year, rows("task"), "id").stream()
                .map(row -> row.get("number"))
                .toList();
        List<Map<String, String>> divisions = of(year, rows("section"), "id");
        assertThat(numbers).hasSize(tasks).endsWith(String.valueOf(tasks)).doesNotHaveDuplicates();
        assertThat(divisions.stream().filter(row -> row.get("parent").isEmpty()))
                .hasSize((int) chapters);
        assertThat(divisions.stream().filter(row -> !row.get("parent").isEmpty()))
                .hasSize((int) sections);
        assertThat(of(year, responsibilities, "task").stream()
                        .map(row -> row.get("agency"))
                        .distinct())
                .hasSize((int) agencies);
    }

    @ParameterizedTest
    @CsvSource({
        "2019, cnipa, 35", "2023, cnipa, 29", "2024, cnipa, 23",
        "2019, publicity-department, 7", "2023, publicity-department, 29", "2024, publicity-department, 23"
    })
    void an_agency_leads_as_many_tasks_as_name_it_first(String year, String agency, int tasks) {
        assertThat(of(year, responsibilities, "task").stream()
                        .filter(row -> row.get("position").equals("1")
                                && row.get("agency").equals(agency)))
                .hasSize(tasks)
                .noneMatch(row -> row.get("role").equals("participant"));
    }

    @ParameterizedTest
    @CsvSource({"2019, 53", "2023, 74", "2024, 53"})
    void tasks_of_several_agencies_are_led_by_the_first_named(String year, int tasks) {
        assertThat(of(year, responsibilities, "task").stream()
                        .filter(row -> row.get("role_basis").equals("first-listed-rule")))
                .hasSize(tasks)
                .allMatch(row -> row.get("position").equals("1"));
    }

    @Test
    void one_task_is_led_by_its_own_word_and_one_list_is_open() {
        assertThat(rows("task").stream().filter(row -> row.get("duty_mode").equals("led")))
                .singleElement()
                .extracting(row -> row.get("id"))
                .isEqualTo("2019-029");
        assertThat(rows("task").stream().filter(row -> row.get("open_ended").equals("true")))
                .singleElement()
                .extracting(row -> row.get("id"))
                .isEqualTo("2024-009");
    }

    @Test
    void the_2023_plan_agrees_with_the_reference_annotation_in_every_row() throws Exception {
        assumeTrue(Files.exists(GOLD), "the reference annotation is not beside the checkout");
        Map<String, String> chapters =
                rows("section").stream().collect(Collectors.toMap(row -> row.get("id"), row -> row.get("title_zh")));
        List<String> ours = new ArrayList<>();
        for (Map<String, String> task : of("2023", rows("task"), "id")) {
            List<Map<String, String>> listed = responsibilities.stream()
                    .filter(row -> row.get("task").equals(task.get("id")))
                    .sorted(Comparator.comparing(row -> Integer.valueOf(row.get("position"))))
                    .toList();
            String chapter = task.get("section").replaceFirst("^(\\d+-\\d+).*", "$1");
            ours.add(String.join(
                    "|",
                    task.get("number"),
                    listed.get(0).get("printed_name"),
                    listed.stream().skip(1).map(row -> row.get("printed_name")).collect(Collectors.joining(";")),
                    task.get("duty_mode").equals("by-division") ? "按职责分工负责" : "负责",
                    chapters.get(chapter),
                    task.get("section").equals(chapter) ? "" : chapters.get(task.get("section"))));
        }
        assertThat(ours).containsExactlyElementsOf(gold());
    }

    private static List<String> gold() throws IOException {
        List<String> lines = Files.readAllLines(GOLD);
        List<String> header = List.of(lines.get(0).split("\t", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells ->
                        List.of("number", "lead_agency", "participants", "duty_mode", "chapter_title", "section_title")
                                .stream()
                                .map(column -> cells[header.indexOf(column)])
                                .collect(Collectors.joining("|")))
                .toList();
    }

    private static List<Map<String, String>> of(String year, List<Map<String, String>> rows, String column) {
        return rows.stream()
                .filter(row -> row.get(column).startsWith(year + "-"))
                .toList();
    }

    private static List<Map<String, String>> rows(String name) {
        Table table = TABLES.list().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        return table.rows().stream()
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < table.header().size(); i++) {
                        cells.put(table.header().get(i), row.cells().get(i));
                    }
                    return cells;
                })
                .toList();
    }
}
