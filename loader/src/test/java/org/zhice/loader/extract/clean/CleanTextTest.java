package org.zhice.loader.extract.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Damage.Kind;
import org.zhice.loader.extract.clean.draft.Passage;

class CleanTextTest {
    private static String clean(String text) {
        return CleanText.of(text).text();
    }

    private static List<Kind> kinds(String text) {
        return CleanText.of(text).damages().stream().map(Damage::kind).toList();
    }

    private static String text(String name) {
        try (InputStream in = CleanTextTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_traditional_page_becomes_the_simplified_plan() {
        assertThat(clean(text("traditional.txt"))).isEqualTo("""
                        2031年茶乡知识产权推进计划
                        为做好茶乡工作，制定本计划。
                        一、完善茶乡制度
                        （一）整理规章
                        1.推进《茶乡商标使用办法》修改，印发著作权登记指引。（国家知识产权局负责）
                        2.指导各省（自治区、直辖市）清理茶标乱象，发布茶标名录。（市场监管总局、公安部按职责分工负责）
                        二、讲好茶乡故事
                        3.上线“茶谱2.0”平台，应对337调查。（商务部负责）
                        任务有几个部门的，列在首位的部门牵头，其余参与。
                        """);
    }

    @Test
    void lines_broken_by_a_column_or_a_page_are_joined_and_the_doubled_character_goes() {
        assertThat(clean(text("wrapped.txt"))).isEqualTo("""
                        2031年茶乡知识产权推进计划
                        一、完善茶乡制度
                        1.整理茶乡商标，完善茶标知识产权台账，推动茶园、茶厂、茶馆共同维护品牌声誉。每年公布一次茶标使用情况。（国家知识产权局、市场监管总局按职责分工负责）
                        2.培育茶乡匠人，支持茶农参加技能培训，建立匠人名录和评价办法，稳步扩大覆盖面。（教育部负责）
                        3.办好茶节，邀请各方展示制茶工艺，评选年度茶乡故事，编印茶乡读本，扩大茶文化影响，鼓励茶馆开展公益讲座。（文化和旅游部负责）
                        """);
    }

    @Test
    void a_slip_is_repaired_by_common_words_by_terms_of_the_field_and_by_the_document_itself() {
        assertThat(clean("設立茶藝學堂網點?；I建茶館。")).isEqualTo("设立茶艺学堂网点。筹建茶馆。");
        String rare = "上線?铇颂ㄙ~，評選茶鄉匠人。";
        assertThat(kinds(rare)).contains(Kind.UNREPAIRED);
        assertThat(CleanText.of(rare, Set.of("茶标台账")).text()).isEqualTo("上线茶标台账，评选茶乡匠人。");
        assertThat(clean("茶標台賬很舊。修訂茶標台賬。" + rare)).isEqualTo("茶标台账很旧。修订茶标台账。上线茶标台账，评选茶乡匠人。");
    }

    @Test
    void readings_go_but_other_brackets_stay() {
        assertThat(clean("印发（fā）给茶农们【men】使用（app），每袋5千克（kg）。")).isEqualTo("印发给茶农们使用（app），每袋5千克（kg）。");
    }

    @Test
    void a_blank_inside_a_word_goes_and_one_between_words_of_a_title_stays() {
        assertThat(clean("1. 落实 《茶叶质量管理 通则》，推广“清茶 2031”和 DNA 检测。")).isEqualTo("1.落实《茶叶质量管理 通则》，推广“清茶2031”和DNA检测。");
        assertThat(clean("1.印发《茶叶知 识手册》。")).isEqualTo("1.印发《茶叶知识手册》。");
    }

    @Test
    void one_character_may_need_its_neighbour_to_be_simplified() {
        assertThat(clean("著作權隨著茶葉顯著發展")).isEqualTo("著作权随着茶叶显著发展");
    }

    @Test
    void a_simplified_text_without_damage_stays_as_it_is() {
        String text = "一、完善制度\n1.整理茶标。（国家知识产权局负责）\n";
        assertThat(clean(text)).isEqualTo(text);
        assertThat(kinds(text)).isEmpty();
    }

    @Test
    void what_cannot_be_repaired_is_reported_and_left() {
        CleanText text = CleanText.of("1.整理茶\uFFFD商标《茶标使用办法。");
        assertThat(text.text()).isEqualTo("1.整理茶\uFFFD商标《茶标使用办法。");
        assertThat(text.damages()).extracting(Damage::kind).containsOnly(Kind.UNREPAIRED);
        assertThat(text.damages()).extracting(Damage::start).containsExactlyInAnyOrder(5, 8);
    }

    @Test
    void each_damage_shows_the_original_at_its_place() {
        String original = "𠮷村:" + text("traditional.txt");
        int[] points = original.codePoints().toArray();
        assertThat(CleanText.of(original).damages())
                .isNotEmpty()
                .allSatisfy(damage -> assertThat(damage.found())
                        .isEqualTo(new String(points, damage.start(), damage.end() - damage.start())));
    }

    @Test
    void a_place_of_the_clean_text_leads_back_to_the_original() {
        CleanText text = CleanText.of("𠮷村發(fā)布茶標");
        int at = text.text().indexOf("发布");
        assertThat(text.passage(at, at + 2)).isEqualTo(new Passage(2, 8, "發(fā)布"));
    }
}
