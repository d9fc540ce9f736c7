package org.zhice.store.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国家知识产权局",
                "𠮷村茶会（试行）：甲，乙；丙？100％～200￥",
                "“茶”——《茶法》…",
                "CO₂, m², ①, 5℃, Ⅳ, ½, Tea™",
                "Café Ångström",
                "茶·叶・乡",
                "ก้",
                "x\u0304 of 𠮷"
            })
    void everyday_signs_are_plain(String text) {
        assertThat(PlainText.expectedInstead(text, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0001, no control character (U+0001)",
        "000B, no control character (U+000B)",
        "0000, no control character (U+0000)",
        "0009, no control character (U+0009)",
        "007F, no control character (U+007F)",
        "0085, no control character (U+0085)",
        "000A, 'a cell of one line, without U+000A'",
        "000D, 'a cell of one line, without U+000D'",
        "2028, no character that does not show (U+2028)",
        "00AD, no character that does not show (U+00AD)",
        "200B, no character that does not show (U+200B)",
        "202E, no character that does not show (U+202E)",
        "2066, no character that does not show (U+2066)",
        "FEFF, no character that does not show (U+FEFF)",
        "FE0F, no character that does not show (U+FE0F)",
        "E0100, no character that does not show (U+E0100)",
        "E0041, no character that does not show (U+E0041)",
        "3164, no character that does not show (U+3164)",
        "034F, no character that does not show (U+034F)",
        "00A0, a plain blank (U+0020) in place of U+00A0",
        "3000, a plain blank (U+0020) in place of U+3000",
        "2003, a plain blank (U+0020) in place of U+2003",
        "E5E5, a character that every font has in place of U+E5E5",
        "F0000, a character that every font has in place of U+F0000",
        "FFFE, a character that Unicode has in place of U+FFFE",
        "0378, a character that Unicode has in place of U+0378",
        "FFFD, the character that was lost where U+FFFD stands",
        "F90A, 金 (U+91D1) in place of U+F90A",
        "2F800, 丽 (U+4E3D) in place of U+2F800",
        "2ED3, 长 (U+957F) in place of U+2ED3",
        "2E81, 厂 (U+5382) in place of U+2E81",
        "2EA9, 王 (U+738B) in place of U+2EA9",
        "2E9F, 母 (U+6BCD) in place of U+2E9F",
        "2EF3, 龟 (U+9F9F) in place of U+2EF3",
        "FFFC, no character that does not show (U+FFFC)",
        "0301, no mark on a Chinese character (U+0301)",
        "0345, no mark on a Chinese character (U+0345)",
        "20DD, no mark on a Chinese character (U+20DD)",
        "2F00, 一 (U+4E00) in place of U+2F00",
        "FF11, 1 (U+0031) in place of U+FF11",
        "FF21, A (U+0041) in place of U+FF21",
        "FB01, fi (U+0066 U+0069) in place of U+FB01",
        "FE35, ( (U+0028) in place of U+FE35",
        "338F, kg (U+006B U+0067) in place of U+338F",
        "1D400, A (U+0041) in place of U+1D400",
        "212B, Å (U+00C5) in place of U+212B",
    })
    void what_does_not_show_or_shows_like_another_is_named(String code, String expected) {
        int c = Integer.parseInt(code, 16);
        assertThat(PlainText.expectedInstead("茶" + Character.toString(c) + "乡", false))
                .contains(expected);
        assertThat(PlainText.visible("茶" + Character.toString(c))).isEqualTo("茶<U+" + code + ">");
    }

    @Test
    void a_mark_beside_its_letter_is_composed() {
        assertThat(PlainText.expectedInstead("The Commission\u0301 of 𠮷", false))
                .contains("ń (U+0144) in place of U+006E U+0301 (NFC)");
        assertThat(PlainText.visible("Commission\u0301")).isEqualTo("Commission<U+0301>");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 茶", "茶 ", "茶\u3000", "\u00A0茶", "\n茶", "茶\n"})
    void no_kind_of_blank_stands_at_an_end(String text) {
        assertThat(PlainText.expectedInstead(text, true)).contains("no blanks at the ends");
    }

    @Test
    void blanks_stand_alone_and_lines_only_where_they_may() {
        assertThat(PlainText.expectedInstead("Tea  country", false)).contains("one blank at a time");
        assertThat(PlainText.expectedInstead("一\n二", true)).isEmpty();
        assertThat(PlainText.expectedInstead("一\r\n二", true)).contains("a cell of one line, without U+000D");
    }

    @Test
    void a_lone_half_of_a_character_is_no_text() {
        assertThat(PlainText.expectedInstead("茶\uD842乡", false)).contains("a whole character in place of U+D842");
    }
}
