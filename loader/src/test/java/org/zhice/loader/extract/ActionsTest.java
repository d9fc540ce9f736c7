package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.Report;

class ActionsTest {
    private static final Pattern WEAK = Pattern.compile("(?:推动|推进|促进).*(?:完成|出台|发布|印发|公布)|适时|指导|配合|协助|支持");

    private static List<String> actions(String words) {
        return Samples.task(words + "（商务部负责）").actions().stream()
                .map(row -> row.title() + " " + row.instrument() + " " + row.action())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "推进《茶叶法》修改。, amend, advance, 推进…修改",
        "推进修改《茶叶法》。, amend, advance, 推进修改",
        "完成《茶叶法》适应性修改。, amend, complete, 完成…适应性修改",
        "开展《茶叶法》修改论证。, research, study-first, 开展…修改论证",
        "研究修改《茶叶法》。, amend, study-first, 研究修改",
        "研究制定《茶叶法》。, draft, study-first, 研究制定",
        "加快推进《茶叶法》立法进程。, legislate, advance, 加快推进…立法进程",
        "配合做好《茶叶法》审议工作。, legislate, assist, 配合做好…审议工作",
        "修订出台《茶叶法》。, issue, issue-now, 修订出台",
        "推动出台《茶叶法》。, issue, advance, 推动出台",
        "推动《茶叶法》出台。, issue, advance, 推动…出台",
        "推动完成《茶叶法》修改。, amend, advance, 推动完成…修改",
        "适时发布《茶叶法》。, issue, advance, 适时发布",
        "推进研究制定《茶叶法》。, draft, study-first, 推进研究制定",
        "指导各地出台《茶叶法》。, issue, assist, 指导各地出台",
        "支持修改《茶叶法》。, amend, assist, 支持修改",
        "发布实施《茶叶法》。, issue, issue-now, 发布实施",
        "按程序报批《茶叶法》。, submit, carry-out, 按程序报批",
        "严格履行《茶叶法》。, implement, carry-out, 严格履行",
        "深入推进《茶叶法》实施。, implement, advance, 深入推进…实施",
        "做好加入《茶叶法》准备工作。, accede, study-first, 做好加入…准备工作",
        "推进《茶叶法》贯彻落实。, implement, advance, 推进…贯彻落实",
        "签署《茶叶法》。, sign, carry-out, 签署",
        "启动批准《茶叶法》程序。, ratify, advance, 启动批准",
        "积极推动加入《茶叶法》进程。, accede, advance, 积极推动加入",
        "推动《茶叶法》早日生效。, enter-into-force, advance, 推动…早日生效",
        "开展《茶叶法》实施情况年度评估。, other, carry-out, 开展…年度评估"
    })
    void the_governing_verb_tells_action_and_commitment(String words, String action, String commitment, String verbs) {
        ActionRow row = Samples.task(words + "（商务部负责）").actions().get(0);
        assertThat(List.of(row.action(), row.commitment(), row.verbPhrase()))
                .containsExactly(action, commitment, verbs);
    }

    @Test
    void one_verb_governs_all_titles_joined_without_a_stop() {
        assertThat(actions("推进《茶叶法》《茶叶法实施条例》修改，制定《茶乡商标使用办法》。"))
                .containsExactly("茶叶法 tea-law amend", "茶叶法实施条例 tea-regulation amend", "茶乡商标使用办法 tea-marks draft");
        assertThat(actions("做好《茶叶法》修改和《茶乡商标使用办法》制定工作。"))
                .containsExactly("茶叶法 tea-law amend", "茶乡商标使用办法 tea-marks draft");
    }

    @Test
    void to_study_the_making_of_a_text_is_research() {
        assertThat(new Extractor(Sources.lexicon())
                        .read(Samples.text("research.txt"), "plan-2031")
                        .actions())
                .extracting(row -> row.title() + " " + row.action() + " " + row.commitment())
                .containsExactly(
                        "竹编保护条例 research study-first", "竹料办法 research study-first", "竹器法 research study-first");
    }

    @ParameterizedTest
    @CsvSource({
        "推进《茶叶法》立法研究工作。, research",
        "启动《茶船规则》修订的可行性研究。, research",
        "开展修订《茶亭条例》的前期调研论证。, research",
        "围绕《茶园法》修改开展专题研究。, research",
        "研究修订《茶盐规则》的必要性𠮷。, research",
        "研究制定《茶塘规定》。, draft",
        "推进《茶塘法》制定工作的研究起草。, draft",
        "加快出台新修订的《茶市办法》。, issue",
        "做好《茶种名录》的编制发布。, issue",
        "贯彻落实新修订的《茶税办法》。, implement"
    })
    void the_verb_that_governs_a_title_may_stand_far_from_it(String words, String action) {
        assertThat(Samples.task(words + "（商务部负责）").actions())
                .extracting(ActionRow::action)
                .containsExactly(action);
    }

    @Test
    void a_wrong_conversion_in_a_title_is_linked_with_a_doubt() {
        Extraction plan = new Extractor(Sources.lexicon()).read(Samples.text("wrong-conversion.txt"), "plan-2031");
        assertThat(plan.actions())
                .extracting(ActionRow::instrument)
                .containsOnly("copyright-collective-management-regulation")
                .hasSize(2);
        assertThat(plan.doubts()).anySatisfy(doubt -> {
            assertThat(doubt.found()).isEqualTo("着作权集体管理条例");
            assertThat(doubt.expected()).contains("著作权集体管理条例");
        });
    }

    @ParameterizedTest
    @CsvSource({"茶乡商标使川办法, 茶乡商标使用办法", "茶叶法实施条列, 茶叶法实施条例", "茶乡商标的使用办法, 茶乡商标使用办法"})
    void a_title_that_is_almost_a_known_one_is_offered(String title, String near) {
        Extraction plan = Samples.task("推进《" + title + "》修订。（商务部负责）");
        assertThat(plan.actions())
                .extracting(ActionRow::instrument, ActionRow::near)
                .containsExactly(tuple("", near));
        assertThat(plan.doubts())
                .anySatisfy(doubt -> assertThat(doubt.expected()).contains(near));
    }

    @Test
    void a_title_with_another_number_is_another_title() {
        assertThat(Samples.task("印发《茶乡振兴规划（2025—2036年）》。（商务部负责）").actions())
                .extracting(ActionRow::near)
                .containsExactly("");
    }

    @Test
    void the_rules_of_a_law_are_amended_not_applied() {
        assertThat(actions("推进《茶叶法》及其实施细则的修订。")).containsExactly("茶叶法 tea-law amend");
    }

    @Test
    void a_title_in_a_title_is_part_of_it_and_an_unknown_one_is_reported() {
        Extraction extraction = Samples.task("印发《关于贯彻〈茶叶法〉的意见》《关于落实《茶叶法》的通知》。（商务部负责）");
        assertThat(extraction.actions()).extracting(ActionRow::title).containsExactly("关于贯彻〈茶叶法〉的意见", "关于落实《茶叶法》的通知");
        assertThat(extraction.doubts()).extracting(Report::what).containsOnly("unknown instrument");
    }

    @Test
    void a_short_title_means_what_the_document_says() {
        Extraction extraction = new Extractor(Samples.lexicon()).read("""
                依据《茶乡振兴规划（2025—2035年）》（以下简称《规划》），制定本计划。
                一、完善制度
                1.深入推进《规划》实施，落实《中华人民共和国茶叶法（草案）》。（商务部负责）
                """, "plan-2031");
        assertThat(extraction.actions()).extracting(ActionRow::instrument).containsExactly("tea-plan", "tea-law");
    }

    @Test
    void a_part_of_an_instrument_is_its_scope() {
        assertThat(Samples.task("推进修改《茶叶法》中的茶标条款。（商务部负责）").actions())
                .extracting(ActionRow::scope)
                .containsExactly("茶标条款");
    }

    @Test
    void a_treaty_needs_no_title_marks_where_it_is_negotiated_joined_or_kept() {
        assertThat(actions("加入茶叶公约，推动中国—茶国、中国—咖国等自贸协定谈判，推进马德里体系磋商。"))
                .containsExactly(
                        "茶叶公约 tea-convention accede",
                        "中国—茶国自贸协定  negotiate",
                        "中国—咖国自贸协定  negotiate",
                        "马德里体系  negotiate");
        assertThat(actions("宣传茶叶公约，推进自贸协定谈判，研究有关国际公约。")).isEmpty();
    }

    @Test
    void an_instrument_is_counted_once_in_a_task() {
        assertThat(actions("推进《茶叶法》修改，落实《中华人民共和国茶叶法》。")).containsExactly("茶叶法 tea-law amend");
    }

    /** Six rows that promote the end or the issue of a text, or act in due time, and three that help others: found with grep. */
    @Test
    void no_row_of_the_table_promises_more_than_its_verbs() throws IOException {
        Map<String, List<String>> promises = Sources.rows("legislative_action.csv").stream()
                .filter(row -> WEAK.matcher(row.get("verb_phrase")).find())
                .collect(Collectors.groupingBy(
                        row -> row.get("commitment"),
                        Collectors.mapping(row -> row.get("task") + " " + row.get("ordinal"), Collectors.toList())));
        assertThat(promises)
                .isEqualTo(Map.of(
                        "advance",
                        List.of("2019-012 1", "2023-001 1", "2023-002 6", "2023-044 4", "2023-093 1", "2024-003 3"),
                        "assist",
                        List.of("2019-020 1", "2019-022 1", "2023-045 1")));
    }
}
