package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

class DutyTest {
    private static final String RULE = "任务有几个部门的，列在首位的部门牵头，其余参与。\n";

    private static List<String> rows(String bracket) {
        return rows(Samples.task("整理茶标（草案）。" + bracket));
    }

    private static List<String> rows(Extraction extraction) {
        return extraction.responsibilities().stream()
                .map(row -> row.printedName() + " " + row.agency() + " " + row.role() + " " + row.roleBasis())
                .toList();
    }

    private static String mode(String bracket) {
        TaskRow task = Samples.task("整理茶标（草案）。" + bracket).tasks().get(0);
        return task.dutyMode() + (task.openEnded() ? " open" : "");
    }

    @Test
    void one_agency_is_the_only_one() {
        assertThat(rows("（商务部负责）")).containsExactly("商务部 mofcom sole only-listed");
        assertThat(mode("（商务部负责）")).isEqualTo("jointly");
    }

    @Test
    void the_first_leads_only_where_the_document_says_so() {
        assertThat(rows("（文化和旅游部、商务部负责）\n" + RULE))
                .containsExactly("文化和旅游部 mct lead first-listed-rule", "商务部 mofcom participant later-listed-rule");
        assertThat(rows("（文化和旅游部、商务部负责）")).containsExactly("文化和旅游部 mct lead ", "商务部 mofcom participant ");
    }

    @Test
    void a_word_of_the_bracket_tells_who_leads() {
        assertThat(rows("（商务部牵头负责）")).containsExactly("商务部 mofcom lead explicit-word");
        assertThat(rows("（商务部牵头，教育部、公安部按职责分工负责）"))
                .containsExactly(
                        "商务部 mofcom lead explicit-word",
                        "教育部 moe participant explicit-word",
                        "公安部 mps participant explicit-word");
        assertThat(rows("（牵头单位：商务部；配合单位：教育部、公安部；完成时限：2031年12月底）"))
                .containsExactly(
                        "商务部 mofcom lead explicit-word",
                        "教育部 moe participant explicit-word",
                        "公安部 mps participant explicit-word");
        assertThat(rows("（商务部负责，教育部配合）\n" + RULE))
                .containsExactly("商务部 mofcom lead first-listed-rule", "教育部 moe participant explicit-word");
        assertThat(mode("（商务部牵头，教育部、公安部按职责分工负责）")).isEqualTo("led");
    }

    @Test
    void the_mode_is_told_by_the_words_after_the_names() {
        assertThat(mode("（商务部、教育部按职责分工负责）")).isEqualTo("by-division");
        assertThat(mode("（商务部、教育部按职责分别负责）")).isEqualTo("by-division");
        assertThat(mode("（商务部、教育部等部门按职责分工负责）")).isEqualTo("by-division open");
        assertThat(mode("（商务部、教育部等负责）")).isEqualTo("jointly open");
        assertThat(mode("（责任单位：商务部、教育部）")).isEqualTo("jointly");
    }

    @Test
    void a_deadline_or_a_second_sentence_is_no_agency() {
        assertThat(rows("（商务部负责。2031年底前完成）")).containsExactly("商务部 mofcom sole only-listed");
        assertThat(rows("（商务部负责，持续推进）")).containsExactly("商务部 mofcom sole only-listed");
    }

    @Test
    void brackets_may_be_nested_unfinished_or_on_their_own_line() {
        assertThat(rows("（商务部（茶叶司）、教育部负责）")).containsExactly("商务部（茶叶司）  lead ", "教育部 moe participant ");
        assertThat(rows("（商务部负责")).containsExactly("商务部 mofcom sole only-listed");
        assertThat(rows("\n（商务部负责）")).containsExactly("商务部 mofcom sole only-listed");
    }

    @Test
    void a_list_may_be_joined_by_and_but_a_name_that_holds_and_is_one() {
        assertThat(rows("（工业和信息化部和文化和旅游部负责）")).containsExactly("工业和信息化部 miit lead ", "文化和旅游部 mct participant ");
    }

    @Test
    void an_unknown_name_is_kept_and_reported_with_its_place() {
        Extraction extraction = Samples.read("unknown-agency.txt");
        assertThat(rows(extraction))
                .containsExactly(
                        "国家知识产权局 cnipa lead ",
                        "茶叶总局  participant ",
                        "公安邹  sole only-listed",
                        "联席会议办公室 new-office sole only-listed");
        assertThat(extraction.doubts())
                .filteredOn(doubt -> doubt.what().equals("unknown agency"))
                .extracting(Report::place, Report::found)
                .containsExactly(
                        tuple("plan-2031:43 task 2031-001", "茶叶总局"), tuple("plan-2031:64 task 2031-002", "公安邹"));
        assertThat(extraction.doubts().get(1).expected()).contains("公安部");
    }

    @Test
    void a_name_of_two_bodies_means_the_one_of_the_year() {
        String text = "一、完善制度\n1.整理茶标。（联席会议办公室、银监会负责）\n";
        Extractor extractor = new Extractor(Samples.lexicon());
        assertThat(extractor.read(text, "plan-2018").responsibilities())
                .extracting(ResponsibilityRow::agency)
                .containsExactly("old-office", "old-bank");
        assertThat(extractor.read(text, "plan-2030").responsibilities())
                .extracting(ResponsibilityRow::agency)
                .containsExactly("new-office", "new-bank");
    }
}
