package org.zhice.loader.extract.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Frame;
import org.zhice.loader.extract.rows.Frame.Stated;

/** Heads and feet of made-up documents. */
class FramesTest {
    private static final String BODY = "一、竹艺\n1.办竹展。（商务部负责）\n";

    private static Frame frame(String text) {
        return Frames.of(CleanText.of(text));
    }

    private static String value(Optional<Stated> stated) {
        return stated.map(Stated::value).orElse("");
    }

    @Test
    void a_letter_gives_the_title_of_what_it_carries() {
        Frame frame = frame("""
                竹省知识产权局关于印发《竹省2031年𠮷竹保护工作要点》的通知
                竹知发〔2031〕5号
                各市、县知识产权局：
                现将要点印发给你们。
                竹省知识产权局
                2031年3月5日
                竹省2031年𠮷竹保护工作要点
                一、竹艺
                1.办竹展。（商务部负责）
                """);
        assertThat(value(frame.title())).isEqualTo("竹省2031年𠮷竹保护工作要点");
        assertThat(value(frame.number())).isEqualTo("竹知发〔2031〕5号");
        assertThat(value(frame.issuer())).isEqualTo("竹省知识产权局");
        assertThat(value(frame.issued())).isEqualTo("2031-03-05");
        assertThat(frame.number().orElseThrow().evidence().passage().quote()).isEqualTo("竹知发〔2031〕5号");
        assertThat(frame.brokenOff()).isEmpty();
    }

    @Test
    void signature_and_day_may_stand_at_the_foot() {
        Frame frame = frame("芦苇市2031年度知识产权重点任务分工\n" + BODY + "芦苇市人民政府办公室\n2031年11月20日\n");
        assertThat(value(frame.title())).isEqualTo("芦苇市2031年度知识产权重点任务分工");
        assertThat(value(frame.issuer())).isEqualTo("芦苇市人民政府办公室");
        assertThat(value(frame.issued())).isEqualTo("2031-11-20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031年茶乡知识产权推进计划 | 2031年茶乡知识产权推进计划",
                "《茶乡商标保护实施方案（2031—2033年）》 | 茶乡商标保护实施方案（2031—2033年）",
                "茶乡法院2030年工作报告（摘编） | 茶乡法院2030年工作报告（摘编）",
                "2030年芦苇海关保护状况 | 2030年芦苇海关保护状况",
                "茶乡茶节开幕 | ''",
            })
    void a_title_ends_in_a_kind_of_document(String line, String title) {
        assertThat(value(frame(line + "\n" + BODY).title())).isEqualTo(title);
    }

    @Test
    void a_title_may_stand_on_two_lines() {
        assertThat(value(frame("2031年芦苇省知识产权强省建设\n推进计划\n" + BODY).title())).isEqualTo("2031年芦苇省知识产权强省建设推进计划");
        assertThat(value(frame("2031年3月5日\n芦苇保护方案\n" + BODY).title())).isEqualTo("芦苇保护方案");
    }

    @Test
    void numbers_and_days_of_other_documents_are_not_its_own() {
        Frame frame = frame("芦苇省推进计划\n根据《芦苇办法》（芦发〔2029〕7号）和2030年5月6日会议精神，制定本计划。\n" + BODY);
        assertThat(frame.number()).isEmpty();
        assertThat(frame.issued()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.整理𠮷竹名录，推广", "3.整理竹编名录，推广竹编，", "3.推广竹编。（商务部、", "二、茶艺：", "3.推广竹编；举办竹展"})
    void a_text_that_ends_within_a_sentence_breaks_off(String end) {
        assertThat(frame("茶乡计划\n" + BODY + end).brokenOff()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"任务由列首位的部门牵头。", "附件：竹编名录", "（此件公开发布）", "茶乡知识产权局\n2031年3月5日", "竹省林业厅、商务厅", ""})
    void lists_and_signatures_end_without_a_stop(String end) {
        assertThat(frame("茶乡计划\n" + BODY + end).brokenOff()).isEmpty();
    }
}
