package org.zhice.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    /** Kangxi and other radicals, compatibility ideographs, width, variation, blanks of all kinds, marks that nobody sees. */
    @ParameterizedTest
    @CsvSource({
        "国家知识产权局, 國家知識產權局",
        "龙腾, '\u200B龍騰\u00A0'",
        "金融, \u2FA6融",
        "民政, \u2EA0政",
        "马德里体系, \u2EE2德里體系",
        "管理, 管\uF9E4",
        "公安部, '公安部\uDB40\uDD00'",
        "商务部, '商务\uFE00部'",
        "商务部, '\u202E商\u00AD务\u2060部\uFFF9'",
        "cnipa, ＣＮＩＰＡ",
        "专利 法, '专利\u3000\u00A0\t法\n'",
        "(试行), （试行）",
        "𠮷氏, 𠮷氏",
        "'', '\u200B \uFEFF'",
    })
    void forms_of_one_text_are_alike(String plain, String form) {
        assertThat(Names.fold(form)).isEqualTo(plain).isEqualTo(Names.fold(plain));
    }

    @ParameterizedTest
    @CsvSource({
        "CNIPA, '\u200BCN\u00ADIPA\uFEFF'",
        "2023, '２０\u206023\u00A0'",
        "國家 知識, '\u3000國家\u00A0知\uFE00識\uDB40\uDD00\n'",
        "𠮷/a, '\u202E𠮷／a\u2069'",
        "'', '\u200B\u00A0\uFEFF'",
    })
    void what_nobody_sees_is_taken_out(String visible, String text) {
        assertThat(Names.visible(text)).isEqualTo(visible).isEqualTo(Names.visible(visible));
    }

    @Test
    void blanks_beside_chinese_characters_do_not_matter_in_a_list() {
        assertThat(Names.key("国家\u00A0知識　產權局 Law  of\u200B x")).isEqualTo("国家知识产权局law of x");
        assertThat(Names.key("𠮷 氏")).isEqualTo("𠮷氏");
    }

    @Test
    void words_are_what_blanks_part() {
        assertThat(Names.words(" 專利\u00A0法　Law \u200B ")).containsExactly("专利", "法", "law");
        assertThat(Names.words("\u200B")).isEmpty();
    }
}
