package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.Cpu;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.InitiativeRow;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.input.InputException;

class ExtractorTest {
    private static final String PLAN = "一、完善制度\n1.整理茶标。（商务部负责）\n";

    private static Extraction read(String text) {
        return new Extractor(Samples.lexicon()).read(text, "plan-2031");
    }

    /** The evidence of every row. */
    static Stream<Evidence> evidence(Extraction extraction) {
        return Stream.of(
                        extraction.sections().stream().map(Section::evidence),
                        extraction.tasks().stream().map(TaskRow::evidence),
                        extraction.responsibilities().stream().map(ResponsibilityRow::evidence),
                        extraction.actions().stream().map(ActionRow::evidence),
                        extraction.initiatives().stream().map(InitiativeRow::evidence),
                        extraction.organisations().stream().map(OrganisationRow::evidence),
                        extraction.figures().stream().map(FigureRow::evidence))
                .flatMap(rows -> rows);
    }

    /** Fails unless each quote is what stands in the original at its place. */
    static void assertQuotes(Extraction extraction, String original) {
        int[] points = original.codePoints().toArray();
        assertThat(evidence(extraction)).isNotEmpty().allSatisfy(evidence -> {
            Passage passage = evidence.passage();
            assertThat(passage.quote()).isNotEmpty();
            assertThat(passage.quote()).isEqualTo(new String(points, passage.start(), passage.end() - passage.start()));
            assertThat(evidence.confidence()).isBetween(0.0, 1.0);
            assertThat(evidence.rule()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beyond-bmp.txt",
                "clean/traditional.txt",
                "cut.txt",
                "glued.txt",
                "no-sections.txt",
                "unknown-agency.txt"
            })
    void every_quote_stands_in_the_original_at_its_offsets(String name) {
        assertQuotes(Samples.read(name), Samples.text(name));
    }

    @Test
    void offsets_count_code_points() {
        Extraction extraction = Samples.read("beyond-bmp.txt");
        assertThat(extraction.tasks().get(0).evidence().passage())
                .isEqualTo(new Passage(51, 79, "1.推进《茶乡商标使用办法》修改。（国家知识产权局负责）"));
        assertThat(extraction.initiatives())
                .extracting(InitiativeRow::initiative, InitiativeRow::printedName)
                .containsExactly(tuple("campaign/clear-tea-2031", "清茶2031"), tuple("", "𠮷村茶节"));
        assertThat(extraction.responsibilities())
                .extracting(ResponsibilityRow::role)
                .containsExactly("sole", "lead", "participant", "sole");
    }

    @Test
    void what_is_no_plan_is_refused_with_a_reason() {
        refuses(" \n", "an empty document");
        refuses("\u0000\u0001\u0002\u0003茶", "binary data");
        refuses("\uFFFD\uFFFD\uFFFD茶\uFFFD", "a text that was not UTF-8");
        refuses("A plan for tea. 1. Protect the marks. (MOFCOM)", "a text that is not Chinese");
        refuses("一、总体要求\n茶乡要振兴。\n", "no numbered task with a duty bracket");
    }

    private static void refuses(String text, String found) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("plan-2031: found " + found);
    }

    @Test
    void a_report_without_tasks_is_read_for_its_figures() {
        Extraction report = new Extractor(Samples.lexicon()).read("茶业工作报告\n一、2030年工作\n全年核准茶标1.2万件。\n", "report-2031");
        assertThat(report.tasks()).isEmpty();
        assertThat(report.figures()).extracting(FigureRow::periodEnd).containsExactly("2030-12-31");
        assertQuotes(report, "茶业工作报告\n一、2030年工作\n全年核准茶标1.2万件。\n");
    }

    @Test
    void a_plan_whose_tasks_name_no_agency_is_read_with_a_doubt_for_each() {
        Extraction plan = read("一、完善制度\n1.整理茶标20件。\n2.宣传茶标。\n二、加强保护\n3.保护茶标。\n");
        assertThat(plan.tasks())
                .extracting(TaskRow::text, TaskRow::section, TaskRow::dutyMode)
                .containsExactly(
                        tuple("整理茶标20件。", "2031-1", ""), tuple("宣传茶标。", "2031-1", ""), tuple("保护茶标。", "2031-2", ""));
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.what().equals("task that names no agency"))
                .hasSize(3);
    }

    @Test
    void the_same_text_gives_the_same_rows() {
        assertThat(read(PLAN)).isEqualTo(read(PLAN));
    }

    @Test
    void many_plans_in_one_text_are_read_in_linear_time() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(Samples.text("glued.txt")).append(Samples.text("clean/traditional.txt"));
        }
        assertThat(Cpu.seconds(() -> assertThat(read(text.toString()).tasks()).hasSize(2000 * 7)))
                .isLessThan(30);
    }
}
