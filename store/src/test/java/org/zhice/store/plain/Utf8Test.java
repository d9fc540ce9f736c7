package org.zhice.store.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_byte_order_mark_is_no_text() {
        assertThat(Utf8.of(bytes("\uFEFF𠮷村\n")))
                .extracting(Utf8::text, Utf8::marked)
                .containsExactly("𠮷村\n", true);
        assertThat(Utf8.of(bytes("（茶"))).extracting(Utf8::text, Utf8::marked).containsExactly("（茶", false);
        assertThat(Utf8.of(new byte[0]).text()).isEmpty();
    }

    @Test
    void the_first_wrong_byte_has_its_line_and_offset() {
        byte[] bytes = ArrayUtils.addAll(bytes("一\n二\n三"), (byte) 0xFF, (byte) 'x');
        assertThat(Utf8.of(bytes).damage())
                .contains(new Utf8.Damage(3, 11, "bytes that are not UTF-8 (0xFF, byte 11)"));
        byte[] cut = ArrayUtils.subarray(bytes("一\n𠮷"), 0, 6);
        assertThat(Utf8.of(cut).damage()).contains(new Utf8.Damage(2, 4, "bytes that are not UTF-8 (0xF0, byte 4)"));
    }

    @Test
    void another_encoding_with_a_mark_is_named() {
        Stream.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE").forEach(name -> {
            byte[] marked = "\uFEFF茶".getBytes(Charset.forName(name));
            assertThat(Utf8.of(marked).damage().orElseThrow().found()).isEqualTo("a byte order mark of " + name);
        });
    }
}
