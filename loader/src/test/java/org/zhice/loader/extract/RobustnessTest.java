package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.Cpu;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.InputException;

/** What copying does to a plan changes nothing in its tasks, and no text whatever makes the reading fail or crawl. */
class RobustnessTest {
    private static final int ROUNDS = 40;
    private static final List<String> INVISIBLE = List.of("\u200B", "\u00AD", "\uFEFF", "\u2060", "&shy;", "&zwnj;");
    private static final List<String> PAGES = List.of("— 7 —", "- 7 -", "第7页 共20页", "7/20", "第 7 页", "· 7 ·");

    private static Extraction read(String text) {
        return new Extractor(Samples.lexicon()).read(text, "plan-2031");
    }

    private static void assertUnchanged(String name, UnaryOperator<String> damage) {
        String text = FormsTest.text(name);
        List<String> before = FormsTest.rows(read(text));
        String damaged = damage.apply(text);
        assertThat(damaged).isNotEqualTo(text);
        assertThat(before).isNotEmpty();
        assertThat(FormsTest.rows(read(damaged))).as(damaged).isEqualTo(before);
    }

    private static String insert(String text, int at, String what) {
        return text.substring(0, at) + what + text.substring(at);
    }

    /** A place at which no character is torn apart. */
    private static int place(String text, Random random) {
        int at = random.nextInt(text.length());
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    @ParameterizedTest
    @ValueSource(strings = {"brackets", "circled", "restarting", "sections-as-tasks", "mixed-depth"})
    void characters_without_width_change_nothing(String name) {
        Random random = new Random(7);
        assertUnchanged(name, text -> {
            String damaged = text;
            for (int i = 0; i < ROUNDS; i++) {
                damaged = insert(damaged, place(text, random), INVISIBLE.get(random.nextInt(4)));
            }
            return damaged;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"brackets", "circled", "restarting", "sections-as-tasks", "mixed-depth", "half-brackets"})
    void numbers_of_pages_between_lines_change_nothing(String name) {
        for (String page : PAGES) {
            assertUnchanged(name, text -> text.replace("\n", "\n" + page + "\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"brackets", "circled", "restarting", "sections-as-tasks", "mixed-depth", "labelled-lines"})
    void line_ends_and_indents_of_any_kind_change_nothing(String name) {
        for (String end : List.of("\r\n", "\r", "\n\n", "  \n", "\n　　", "\n\t")) {
            assertUnchanged(name, text -> text.replace("\n", end));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"brackets", "restarting", "mixed-depth", "one-line"})
    void other_widths_change_nothing(String name) {
        assertUnchanged(name, text -> text.replace("（", "(").replace("）", ")"));
        assertUnchanged(name, text -> text.replace("，", ","));
        assertUnchanged(name, text -> text.replace("（", "︵").replace("）", "︶"));
        assertUnchanged(name, text -> text.replace("0", "０").replace("1", "１").replace("2", "２"));
        assertUnchanged(name, text -> text.replace("。", "。&nbsp;"));
    }

    @Test
    void no_text_whatever_makes_the_reading_fail() {
        String signs = "一二三、（）()【】〔〕①②1234567890..．、。，；：:《》“”负责牵头单位配合部局茶园等\n\n  　\u200B&#;?𠮷⾏附件目录";
        int[] points = signs.codePoints().toArray();
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder("茶");
            for (int j = random.nextInt(400); j > 0; j--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            assertReads(text.toString());
        }
    }

    private static List<String> pieces() {
        return List.of(
                "（",
                "（）",
                "1",
                "1.",
                "茶 ",
                "（\n",
                "附件\n",
                "一、茶\n",
                "《",
                "，（甲局负责）",
                "1.茶。（甲局负责）",
                "责任单位：甲局\n",
                "目录\n1.茶……1\n",
                "茶1.茶（");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void much_of_anything_is_read_in_linear_time(String piece) {
        requireLinear(piece, 200_000, 12);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("pieces")
    void a_megabyte_of_anything_is_read_in_linear_time(String piece) {
        requireLinear(piece, 1_000_000, 60);
    }

    private static void requireLinear(String piece, int length, int seconds) {
        String text = "茶茶茶茶茶" + piece.repeat(length / piece.length());
        assertThat(Cpu.seconds(() -> assertReads(text))).isLessThan(seconds);
    }

    private static void assertReads(String text) {
        assertThatCode(() -> {
                    try {
                        Extraction extraction = read(text);
                        assertThat(extraction.tasks().size()
                                        + extraction.figures().size())
                                .isPositive();
                    } catch (InputException refused) {
                        assertThat(refused).hasMessageStartingWith("plan-2031: found ");
                    }
                })
                .doesNotThrowAnyException();
    }
}
