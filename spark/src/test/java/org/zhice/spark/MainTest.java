package org.zhice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MainTest {
    private static String told(Locale language, String... args) {
        Locale before = Locale.getDefault();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            Locale.setDefault(language);
            assertThat(Main.run(new PrintStream(err, true, StandardCharsets.UTF_8), args))
                    .isEqualTo(2);
        } finally {
            Locale.setDefault(before);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wrong_usage_is_told_in_both_languages() {
        assertThat(told(Locale.ENGLISH, "茶"))
                .isEqualTo(
                        "zhice-spark: found 1 arguments, expected HOME OUT: a checkout, and a folder that is not there yet\n");
        assertThat(told(Locale.SIMPLIFIED_CHINESE)).isEqualTo("zhice-spark：发现 0 个参数，应为 HOME OUT：项目文件夹，和一个尚不存在的文件夹\n");
    }
}
