package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.kind.Recognised;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.input.InputException;

/**
 * Made-up documents without duties, without numbers, with numbers that begin anew, and with tables. Beside each stand the
 * rows that a person reads in it: id of the task, headings above it, who is responsible, until when, words.
 */
class StructureTest {
    private static final List<String> NAMES = List.of(
            "r10-label-line",
            "r12-deadline-only",
            "r18-restart",
            "r21-plan-no-duty",
            "cell-a-line",
            "decimal",
            "key-points",
            "labels-in-line",
            "labels-one-line",
            "outline-no-duty",
            "parts",
            "some-silent",
            "spaced",
            "streamed",
            "tabbed",
            "unnumbered-headings");

    static Stream<String> names() {
        return NAMES.stream();
    }

    private static String text(String name) {
        return Samples.text("structure/" + name + ".txt");
    }

    private static Extraction read(String text) {
        return new Extractor(Samples.lexicon()).read(text, "plan-2031");
    }

    /** One line a task, in order. */
    static List<String> rows(Extraction plan) {
        return plan.tasks().stream()
                .map(task -> String.join(
                        "\t",
                        task.id(),
                        headings(plan, task.section()),
                        plan.responsibilities().stream()
                                .filter(row -> row.task().equals(task.id()))
                                .map(row -> row.printedName() + "=" + row.role())
                                .collect(Collectors.joining("; ")),
                        plan.deadlines().stream()
                                .filter(row -> row.task().equals(task.id()))
                                .map(row -> row.printed() + "=" + row.day())
                                .collect(Collectors.joining("; ")),
                        task.text()))
                .toList();
    }

    private static String headings(Extraction plan, String id) {
        return plan.sections().stream()
                .filter(section -> section.id().equals(id))
                .map(section -> (section.parent().isEmpty() ? "" : headings(plan, section.parent()) + " / ")
                        + section.titleZh())
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_document_is_read_as_a_person_reads_it(String name) {
        List<String> expected =
                Samples.text("structure/" + name + ".tsv").lines().toList();
        assertThat(rows(read(text(name)))).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_quote_stands_in_the_original_at_its_offsets(String name) {
        ExtractorTest.assertQuotes(read(text(name)), text(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r12-deadline-only", "r21-plan-no-duty", "key-points", "parts", "some-silent"})
    void a_task_that_names_nobody_has_little_confidence_and_a_doubt(String name) {
        Extraction plan = read(text(name));
        List<TaskRow> silent = plan.tasks().stream()
                .filter(task -> plan.responsibilities().stream()
                        .noneMatch(row -> row.task().equals(task.id())))
                .toList();
        assertThat(silent).isNotEmpty().allSatisfy(task -> {
            assertThat(task.evidence().confidence()).isEqualTo(0.5);
            assertThat(task.dutyMode()).isEmpty();
        });
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.what().equals("task that names no agency"))
                .extracting(Report::found)
                .hasSameSizeAs(silent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r23-negative-reg.txt|a regulation: 第一条",
                "notice|a report: 芦乡𠮷芦工作总结 without a figure",
                "letter|no numbered task"
            })
    void another_document_is_refused_by_what_it_is(String document) {
        String name = document.substring(0, document.indexOf('|'));
        String text = switch (name) {
            case "notice" -> "芦乡𠮷芦工作总结\n芦乡干部踏实肯干，芦农满意。\n";
            case "letter" -> "𠮷芦乡来信\n芦乡要振兴。\n";
            default -> Samples.text("structure/" + name);
        };
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("plan-2031: found " + document.substring(name.length() + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "芦乡2031年推进计划|PLAN",
                "芦乡重点任务分工方案|DIVISION",
                "关于印发芦乡芦业任务清单的通知|DIVISION",
                "2031年芦乡专项整治工作要点|KEY_POINTS",
                "芦乡芦艺馆建设方案|SCHEME",
                "芦乡芦业五年规划纲要|OUTLINE",
                "2030年芦乡芦业统计公报|BULLETIN",
                "2030年芦乡芦标保护状况（摘要）|REPORT",
                "𠮷芦见闻|OTHER"
            })
    void a_title_tells_the_kind(String title) {
        String[] parts = title.split("\\|", 2);
        assertThat(Recognised.in(parts[0] + "\n一、芦田\n种芦。\n").kind().name()).isEqualTo(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts", "decimal"})
    void headings_have_ids_of_their_own(String name) {
        assertThat(read(text(name)).sections()).extracting(Section::id).doesNotHaveDuplicates();
    }
}
