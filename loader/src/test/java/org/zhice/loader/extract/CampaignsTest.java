package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhice.loader.extract.rows.Extraction.Report;

class CampaignsTest {
    private static List<String> campaigns(String words) {
        return Samples.task(words + "（公安部负责）").initiatives().stream()
                .filter(row -> row.kind().equals("campaign"))
                .map(row -> row.initiative() + " " + row.printedName() + " " + row.relation())
                .toList();
    }

    @Test
    void a_known_name_is_an_edition_of_its_series() {
        assertThat(campaigns("组织开展“清茶2030”专项行动。")).containsExactly("campaign/clear-tea-2030 清茶2030 launches");
        assertThat(campaigns("开展茶标保护“清茶”行动。")).containsExactly("campaign/clear-tea-2031 清茶 launches");
        assertThat(campaigns("总结“清茶行动2030”做法。")).containsExactly("campaign/clear-tea-2030 清茶行动2030 concerns");
    }

    @Test
    void an_edition_that_the_tables_lack_is_reported() {
        assertThat(Samples.task("开展“清茶2030”专项行动。（公安部负责）").doubts()).isEmpty();
        assertThat(Samples.task("开展“清茶2032”专项行动。（公安部负责）").doubts())
                .containsExactly(new Report(
                        "plan-2031:11 task 2031-001",
                        "new edition of a known campaign",
                        "清茶2032",
                        "a row clear-tea-2032 in campaign_edition.csv"));
    }

    @Test
    void an_unknown_name_of_the_usual_form_is_a_row_to_review() {
        assertThat(campaigns("开展“绿芽”专项行动、假冒茶标专项整治，继续开展全国茶业执法年活动。"))
                .containsExactly(" 绿芽 launches", " 假冒茶标专项整治 launches", " 全国茶业执法年活动 launches");
    }

    @Test
    void promotion_and_nameless_actions_are_none() {
        assertThat(campaigns("开展茶艺提升专项行动和“百茶千匠”行动，组织针对茶标问题的专项执法行动，指导茶馆等领域专项整治，严厉打击假冒。"))
                .isEmpty();
    }
}
