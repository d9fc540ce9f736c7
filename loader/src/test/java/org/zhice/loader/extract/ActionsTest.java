package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

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
