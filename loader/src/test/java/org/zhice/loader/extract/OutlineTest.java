package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

class OutlineTest {
    private static List<String> tasks(Extraction extraction) {
        return extraction.tasks().stream()
                .map(task -> task.id() + " " + task.section() + " " + task.text())
                .toList();
    }

    private static List<String> sections(Extraction extraction) {
        return extraction.sections().stream()
                .map(section -> section.id() + " " + section.titleZh())
                .toList();
    }

    @Test
    void tasks_glued_on_one_line_are_told_apart() {
        Extraction extraction = Samples.read("glued.txt");
        assertThat(tasks(extraction))
                .containsExactly(
                        "2031-001 2031-1-1 推进茶标整理，三年建成2.0版茶谱。",
                        "2031-002 2031-1-1 庆祝建站50周年，应对337调查。",
                        "2031-003 2031-1-2 培育茶乡匠人。",
                        "2031-004 2031-2 办好茶节。");
        assertThat(sections(extraction))
                .containsExactly("2031-1 完善茶乡制度", "2031-1-1 整理规章", "2031-1-2 改进服务", "2031-2 讲好茶乡故事");
    }

    @Test
    void a_plan_may_have_no_sections() {
        assertThat(tasks(Samples.read("no-sections.txt")))
                .containsExactly("2031-001  整理茶乡商标。", "2031-002  查处假冒茶标，保护老字号。", "2031-003  培育茶乡匠人。");
    }

    @Test
    void a_document_cut_at_both_ends_yields_its_whole_tasks_only() {
        Extraction extraction = Samples.read("cut.txt");
        assertThat(tasks(extraction)).containsExactly("2031-007  培育一批茶乡匠人。");
        assertThat(extraction.doubts())
                .extracting(Report::what)
                .contains("task without a number", "task without its duty bracket: cut off, or not a task");
    }

    @Test
    void a_piece_missing_in_the_middle_invents_no_task() {
        Extraction extraction = new Extractor(Samples.lexicon()).read("""
                一、完善制度
                1.整理茶标。（商务部负责）
                2.培育茶乡匠匠人名录。（公安部负责）
                6.办好茶节。（教育部负责）
                """, "plan-2031");
        assertThat(tasks(extraction)).containsExactly("2031-001 2031-1 整理茶标。", "2031-006 2031-1 办好茶节。");
        assertThat(extraction.doubts()).extracting(Report::what).anyMatch(what -> what.contains("missing numbers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.|2.", "1．|2．", "1、|2、", "１．|２．", "1. |2. ", "（1）|（2）", "(1)|(2)", "（一）|（二）"})
    void numbers_come_in_many_forms(String numbers) {
        String[] forms = numbers.split("\\|", 2);
        Extraction extraction = new Extractor(Samples.lexicon())
                .read("一、完善制度\n" + forms[0] + "整理茶标。（商务部负责）\n" + forms[1] + "办好茶节。（教育部负责）\n", "plan-2031");
        assertThat(tasks(extraction)).containsExactly("2031-001 2031-1 整理茶标。", "2031-002 2031-1 办好茶节。");
        assertThat(sections(extraction)).containsExactly("2031-1 完善制度");
    }

    @Test
    void headings_may_end_with_a_stop() {
        Extraction extraction =
                new Extractor(Samples.lexicon()).read("第一章 完善制度。\n（一）整理规章。\n1.整理茶标。（商务部负责）\n", "plan-2031");
        assertThat(sections(extraction)).containsExactly("2031-1 完善制度", "2031-1-1 整理规章");
    }

    @Test
    void numbers_that_begin_anew_in_each_chapter_give_running_ids() {
        Extraction extraction =
                new Extractor(Samples.lexicon()).read("一、整理\n1.整理茶标。（商务部负责）\n二、庆祝\n1.办好茶节。（教育部负责）\n", "plan-2031");
        assertThat(tasks(extraction)).containsExactly("2031-001 2031-1 整理茶标。", "2031-002 2031-2 办好茶节。");
        assertThat(extraction.tasks()).extracting(TaskRow::number).containsExactly(1, 1);
    }
}
