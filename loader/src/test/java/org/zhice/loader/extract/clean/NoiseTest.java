package org.zhice.loader.extract.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Damage.Kind;

/** Lines of pages go; lines of the document stay, or are left out as what nobody has read. */
class NoiseTest {
    private static final String PLAN = "一、苇艺\n1.整理苇画名录。（公安部负责）\n";

    private static List<Damage> cut(String text, Kind kind) {
        return CleanText.of(text).damages().stream()
                .filter(damage -> damage.kind() == kind)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "来源：𠮷滩日报　作者：苇青　2031-04-05 08:30",
                "您的位置：首页 > 政务公开 > 苇乡要闻",
                "索引号：XW0102/2031-00012 主题分类：苇业",
                "【字体：大 中 小】 【打印】 【关闭】",
                "浏览次数：10234次",
                "技术支持：苇乡科技　今日访问 215　总访问 1203345",
                "您是第 1034562 位访问者",
                "（责任编辑：苇白）",
                "版权所有：苇乡网站 联系电话：010-00000000 邮编：000000",
                "苇ICP备00000000号-1 苇公网安备 00000000000000号"
            })
    void a_line_of_fields_is_known_wherever_it_stands(String line) {
        for (String text : List.of(line + "\n" + PLAN, PLAN + line + "\n", "苇乡很美。\n" + line + "\n苇花很白。\n")) {
            assertThat(CleanText.of(text).text()).doesNotContain(line.substring(0, 4));
            assertThat(cut(text, Kind.NOISE)).hasSize(1);
            assertThat(cut(text, Kind.LEFT_OUT)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "来源：𠮷滩日报记者获悉，苇乡去年卖出苇画1.2万幅",
                "来源：《苇乡志》",
                "编辑：由苇乡文化站牵头，苇乡学校配合",
                "打印本页的苇农有36户",
                "时间：2031年6月底前",
                "2031年6月5日"
            })
    void a_line_with_more_than_fields_is_no_noise(String line) {
        String text = "苇乡很美。\n" + line + "\n苇花很白。\n";
        assertThat(cut(line.startsWith("时间") ? PLAN + line + "\n" + PLAN.replace("一", "二") : text, Kind.NOISE))
                .isEmpty();
    }

    @Test
    void links_after_the_last_duty_are_left_out_and_not_called_noise() {
        String text = PLAN + "相关链接\n一图看懂苇画\n《𠮷滩苇画图谱》出版\n版权所有：苇乡网站\n";
        assertThat(CleanText.of(text).text()).isEqualTo(PLAN);
        assertThat(cut(text, Kind.LEFT_OUT))
                .extracting(damage -> damage.found().strip())
                .containsExactly("一图看懂苇画", "《𠮷滩苇画图谱》出版");
    }

    @Test
    void sentences_and_figures_after_the_last_duty_stay() {
        String text = PLAN + "苇乡去年卖出苇画1.2万幅\n相关链接\n苇塘扩大到三百亩。\n版权所有：苇乡网站\n";
        assertThat(CleanText.of(text).text()).contains("1.2万幅", "苇塘扩大到三百亩。").doesNotContain("版权所有");
    }

    @Test
    void numbers_of_pages_run_on_and_a_lone_number_may_be_a_figure() {
        assertThat(cut("苇乡很美。\n3\n苇花很白。\n4\n苇根很深。\n", Kind.PAGE_NUMBER)).hasSize(2);
        assertThat(cut("苇画幅数\n1250\n苇花很白。\n", Kind.LEFT_OUT)).hasSize(1);
        assertThat(cut("苇乡很美。\n— 7 —\n苇花很白。\n", Kind.PAGE_NUMBER)).hasSize(1);
    }

    @Test
    void a_list_under_the_word_contents_stays_where_it_is_more_than_contents() {
        String text = "目录\n1.苇画名录（公安部负责）\n2.苇塘36处\n苇乡很美。\n";
        assertThat(CleanText.of(text).text()).contains("公安部负责", "苇塘36处");
        assertThat(CleanText.of("目录\n一、苇艺\n二、苇塘\n" + PLAN).text()).isEqualTo(PLAN);
    }
}
