package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.Checkout;
import org.zhice.loader.input.InputException;

/** Real and made-up texts written in each encoding and read again. */
class EncodingTest {
    private static final List<String> CHARSETS = List.of("UTF-8", "GBK", "GB18030", "Big5", "UTF-16LE", "UTF-16BE");
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");
    private static final int LINE = 12;

    private static String read(byte[] bytes) {
        return Encoding.decode(bytes, null, "plan.txt").text();
    }

    private static String source(String name) throws IOException {
        Path file = Checkout.home().root().resolve("../shared/sources/" + name + ".txt");
        assumeTrue(Files.exists(file), "the official documents are not beside the checkout");
        return Files.readString(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-plan", "2022-zones", "2023-plan", "2023-report", "2024-plan"})
    void a_real_document_is_read_from_every_encoding(String name) throws IOException {
        String text = source(name);
        for (String charset : CHARSETS) {
            String written = writable(text, charset);
            assertThat(read(written.getBytes(Charset.forName(charset))))
                    .as(charset)
                    .isEqualTo(written);
        }
        assertThat(read(text.getBytes(StandardCharsets.UTF_16))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-plan", "2022-zones", "2023-plan", "2023-report", "2024-plan"})
    void twelve_characters_are_read_right_or_refused_in_one_case_of_a_hundred(String name) throws IOException {
        String text = source(name);
        for (String charset : CHARSETS) {
            String written = writable(text, charset);
            int all = 0;
            int refused = 0;
            for (int at = 0; at + LINE < written.length(); at += LINE) {
                String line = written.substring(at, at + LINE);
                all++;
                try {
                    assertThat(read(line.getBytes(Charset.forName(charset))))
                            .as(charset)
                            .isEqualTo(line);
                } catch (InputException e) {
                    refused++;
                }
            }
            assertThat(all).isGreaterThan(300);
            assertThat(refused).as(charset).isLessThanOrEqualTo(all / 100);
        }
    }

    /** The text without the characters that an encoding has no code for; for Big5 in traditional characters. */
    private static String writable(String text, String charset) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        String form = charset.equals("Big5") ? TRADITIONAL.transliterate(text) : text;
        StringBuilder written = new StringBuilder();
        form.codePoints()
                .mapToObj(Character::toString)
                .filter(encoder::canEncode)
                .forEach(written::append);
        return written.toString();
    }

    @ParameterizedTest
    @CsvSource({"GBK, 茶乡知识产权推进计划", "Big5, 茶鄉知識產權推進計畫", "GB18030, 𠮷村茶会供各方参照", "UTF-16LE, 茶乡知识产权", "UTF-16BE, 茶鄉知識產權"})
    void a_title_is_enough(String charset, String title) {
        assertThat(read(title.getBytes(Charset.forName(charset)))).isEqualTo(title);
    }

    @Test
    void two_characters_are_not_guessed() {
        assertThatThrownBy(() -> read("决定".getBytes(Charset.forName("GBK"))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("plan.txt: found a text too short to tell its encoding");
    }

    @Test
    void an_empty_text_with_a_stray_byte_is_refused() {
        assertThatThrownBy(() -> read(new byte[] {'1', (byte) 0xFF}))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("plan.txt: found bytes that are Chinese text in no usual encoding");
    }
}
