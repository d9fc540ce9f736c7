package org.zhice.loader.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.Sources;

/** What is proposed for the document itself, of made-up plans. */
class DocumentFormTest {
    private static final String PLAN = """
            2031年𠮷竹省知识产权推进计划
            一、竹艺
            1.办竹展。（商务部负责）
            2.种竹。（教育部负责）
            二、竹料
            3.查假竹。（公安部负责）
            竹省林业厅
            2031年3月5日
            """;

    private static List<Map<String, String>> rows(String text, String table) {
        DocumentReader reader = new DocumentReader(Sources.tables(), Samples.lexicon());
        return reader.rows(reader.read(text, "plan-2031-bamboo", "bamboo.txt")).stream()
                .filter(one -> one.name().equals(table))
                .flatMap(one -> one.rows().stream())
                .map(RowTable.Row::cells)
                .toList();
    }

    private static Map<String, String> document(String text) {
        return rows(text, "document").get(0);
    }

    @Test
    void title_year_issuer_day_and_series_are_proposed() {
        assertThat(document(PLAN))
                .containsEntry("title_zh", "2031年𠮷竹省知识产权推进计划")
                .containsEntry("year", "2031")
                .containsEntry("issuer", "new-agency-1")
                .containsEntry("issued", "2031-03-05")
                .containsEntry("series", "new-plan-1")
                .containsEntry("task_count", "3");
        assertThat(rows(PLAN, "agency")).singleElement().asString().contains("竹省林业厅");
        assertThat(rows(PLAN, "plan_series")).singleElement().asString().contains("=𠮷竹省知识产权推进计划");
    }

    @Test
    void the_issuer_may_be_known() {
        assertThat(document(PLAN.replace("竹省林业厅", "国家知识产权局"))).containsEntry("issuer", "cnipa");
        assertThat(rows(PLAN.replace("竹省林业厅", "国家知识产权局"), "agency")).isEmpty();
    }

    @Test
    void of_a_whole_text_the_ledger_says_that_nothing_was_left_out() {
        assertThat(rows(PLAN, "coverage"))
                .extracting(row ->
                        row.get("unit") + " " + row.get("total") + " " + row.get("covered") + " " + row.get("left_out"))
                .containsExactly("chapter 2 2 0", "task 3 3 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2031年竹省推进计划\n一、竹艺\n1.办竹展。（商务部负责）\n2.种竹。（教育部负责）\n3.推广竹编，整理",
                "2031年竹省推进计划\n一、竹艺\n1.办竹展。（商务部负责）\n3.种竹。（教育部负责）\n",
                "2031年竹省推进计划\n二、竹艺\n4.办竹展。（商务部负责）\n5.种竹。（教育部负责）\n"
            })
    void of_a_text_that_is_not_whole_the_totals_stay_open(String text) {
        assertThat(document(text).getOrDefault("task_count", "")).isEmpty();
        assertThat(rows(text, "coverage"))
                .filteredOn(row -> row.get("unit").equals("task"))
                .singleElement()
                .satisfies(row -> assertThat(row.getOrDefault("total", "")).isEmpty());
    }
}
