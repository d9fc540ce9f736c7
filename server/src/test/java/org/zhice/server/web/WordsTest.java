package org.zhice.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({"numbered task, Numbered task", "é, É", "𐐨 is a letter, 𐐀 is a letter", "编号任务, 编号任务", "'', ''"})
    void text_begins_with_a_capital_where_there_is_one(String text, String capital) {
        assertThat(Words.capital(text)).isEqualTo(capital);
    }
}
