package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Extraction.Report;

class MentionsTest {
    private static Extraction task(String words) {
        return Samples.task(words + "（商务部负责）");
    }

    private static List<String> names(String words) {
        return task(words).initiatives().stream()
                .map(row -> row.kind() + " " + row.printedName())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "深入实施茶乡振兴工程。, programme 茶乡振兴工程",
        "开展“百茶千匠”传承行动。, programme 百茶千匠传承行动",
        "启动实施茶农增收专项计划。, programme 茶农增收专项计划",
        "依托茶山先导专项培育新品。, programme 茶山先导专项",
        "扩大茶标线上登记试点范围。, pilot 茶标线上登记试点",
        "创建一批国家茶乡保护示范区。, pilot 国家茶乡保护示范区",
        "加快建设茶标信息服务平台。, platform 茶标信息服务平台",
        "完善茶种登记和审查系统。, platform 茶种登记和审查系统",
        "办好第十届茶商博览会。, event 第十届茶商博览会",
        "组织开展全国茶农日宣传。, ''",
        "利用世界茶农日、饮茶季等节点宣传。, event 世界茶农日",
        "参加茶博会。, event 茶博会",
        "编制发布茶乡发展年度报告。, publication 茶乡发展年度报告",
        "评选茶标保护十大典型案例。, publication 茶标保护十大典型案例"
    })
    void an_unknown_name_is_known_by_its_form(String words, String name) {
        assertThat(names(words)).isEqualTo(name.isEmpty() ? List.of() : List.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "加强茶业科技计划项目管理。",
        "鼓励电商平台治理假茶。",
        "总结试点经验。",
        "培育一批示范单位。",
        "进行动态监测。",
        "制定年度工作计划。",
        "支持海岛自由贸易试验区先行先试。",
        "加强专利评价报告管理。",
        "打造高端茶业论坛。"
    })
    void common_words_are_no_names(String words) {
        assertThat(names(words)).isEmpty();
    }

    @Test
    void names_in_a_list_are_told_apart_and_a_name_with_a_list_in_it_is_not() {
        assertThat(names("推进茶种保护试点和制茶技艺与茶具传承试点。")).containsExactly("pilot 茶种保护试点", "pilot 制茶技艺与茶具传承试点");
        assertThat(names("发布绿茶、红茶、白茶等保护典型案例。")).containsExactly("publication 绿茶、红茶、白茶等保护典型案例");
        assertThat(names("推进茶乡强省、强市、强企建设。")).containsExactly("pilot 茶乡强省", "pilot 强市", "pilot 强企");
        assertThat(names("推进全国茶乡示范城市、示范园区（基地）创建。")).containsExactly("pilot 全国茶乡示范城市、示范园区（基地）");
        assertThat(names("完成茶种网上查询、茶标网上登记等应用系统开发。")).containsExactly("platform 茶种网上查询", "platform 茶标网上登记");
    }

    @Test
    void fragments_are_no_names() {
        Extraction plan = new Extractor(Samples.lexicon()).read(Samples.text("fragments.txt"), "plan-2031");
        assertThat(plan.tasks()).hasSize(3);
        assertThat(plan.initiatives()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "支持苇料、苇器、苇席等展示平台建设。",
                "鼓励各地依法建设苇料、苇器等公共服务平台𠮷。",
                "打造集苇料采购、苇器定制等功能于一体的综合平台。",
                "授权各地自主开展试点，支持有条件的地方先行试点。",
                "搭建苇器交易、苇画鉴定等线上平台。",
                "聚焦苇料直播、苇器分享平台，查处假苇。"
            })
    void lists_of_kinds_of_things_are_no_names(String words) {
        assertThat(names(words)).isEmpty();
    }

    @Test
    void a_head_with_a_modifier_that_is_a_name_is_a_name() {
        assertThat(names("举办“苇艺进校园”活动，办好第三届苇文化节。")).containsExactly("event 苇艺进校园活动", "event 第三届苇文化节");
        assertThat(names("建设国家苇料数据库，依托苇乡云平台登记𠮷。")).containsExactly("platform 国家苇料数据库", "platform 苇乡云平台");
        assertThat(names("实施苇乡振兴“百村”行动，推进苇塘修复工程。")).containsExactly("programme 苇乡振兴百村行动", "programme 苇塘修复工程");
        assertThat(names("建设智慧苇业公共信息平台。")).containsExactly("platform 智慧苇业公共信息平台");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "undertakings.tsv", delimiter = '\t', emptyValue = "")
    void undertakings_of_all_fields_are_named_whole_and_fragments_are_not(String words, String names) {
        assertThat(names(words))
                .containsExactlyElementsOf(
                        names == null
                                ? List.of()
                                : List.of(names.replaceAll("[“”]", "").split("\\|")));
    }

    @Test
    void a_known_name_is_found_with_another_edition_and_without_its_marks() {
        Extraction extraction = task("办好第三届“茶艺周”，完善茶标数据库。");
        assertThat(extraction.initiatives())
                .extracting(row -> row.initiative() + " " + row.printedName())
                .containsExactly("initiative/tea-week 第三届茶艺周", "initiative/tea-base 茶标数据库");
        assertThat(extraction.doubts()).isEmpty();
    }

    @Test
    void a_longer_name_than_a_known_one_may_be_another_thing() {
        Extraction extraction = task("建设海外茶标数据库。");
        assertThat(extraction.initiatives())
                .extracting(row -> row.initiative() + row.printedName())
                .containsExactly("海外茶标数据库");
        assertThat(extraction.doubts())
                .containsExactly(new Report(
                        "plan-2031:11 task 2031-001", "unknown platform", "海外茶标数据库", "a name in initiative.csv"));
    }

    @Test
    void a_task_that_leans_on_a_thing_does_not_launch_it() {
        assertThat(task("建设茶标数据库。").initiatives())
                .extracting(row -> row.relation())
                .containsExactly("launches");
        assertThat(task("依托茶标数据库服务茶农。").initiatives())
                .extracting(row -> row.relation())
                .containsExactly("concerns");
    }

    @Test
    void bodies_are_known_by_name_and_by_form() {
        Extraction extraction = task("参加世界茶叶组织（WTO）、国际茶商联合会和金砖国家的活动。");
        assertThat(extraction.organisations())
                .extracting(row -> row.organisation() + " " + row.printedName())
                .containsExactly("tea-union 世界茶叶组织（WTO）", " 国际茶商联合会", " 金砖国家");
        assertThat(extraction.doubts()).extracting(Report::what).containsOnly("unknown organisation");
        assertThat(task("加强中国国际茶商协会建设。").organisations())
                .extracting(OrganisationRow::printedName)
                .isEmpty();
    }
}
