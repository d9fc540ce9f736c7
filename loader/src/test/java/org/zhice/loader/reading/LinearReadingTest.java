package org.zhice.loader.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.loader.Checkout;
import org.zhice.loader.Cpu;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.tables.Tables;

/** A text ten times as long takes about ten times as long to read, of whatever it is made. */
class LinearReadingTest {
    private static final Logger LOG = LoggerFactory.getLogger(LinearReadingTest.class);
    private static final DocumentReader READER = DocumentReader.of(Tables.read(Checkout.home()));
    private static final int SHORT = 50_000;
    private static final int LONG = 200_000;
    private static final int LONGEST = 4_000_000;
    /** Garbage collection and a busy machine count too; a square would be four and eighty times. */
    private static final double GENEROUS = 2.5;

    private static String plan() throws Exception {
        return new String(
                LinearReadingTest.class
                        .getResourceAsStream("/org/zhice/loader/review/tea.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static List<String> pieces() throws Exception {
        return List.of(
                "（",
                "）",
                "(",
                "1",
                "1.",
                "12,",
                "\n",
                "1\n",
                " ",
                "茶 ",
                "《",
                "“",
                "?",
                "a",
                "。",
                "、",
                "%",
                "1%",
                "年",
                "2023年",
                "一、",
                "第一章",
                "①",
                "&",
                "(a)",
                "国家知识产权局",
                "（国家知识产权局、",
                "责任单位：",
                "负责）",
                "附件\n",
                "目录\n",
                "茶\t1\n",
                "由",
                "增长1%，",
                "1.茶。（甲局负责）\n",
                plan());
    }

    private static double milliseconds(String text) {
        return 1e3
                * Cpu.seconds(() -> {
                    CleanText clean = READER.clean(text);
                    Optional<Extraction> read = READER.find(clean, "plan-2031");
                    assertThat(read.isPresent() || clean.text().length() <= text.length())
                            .isTrue();
                });
    }

    private static String text(String piece, int length) throws Exception {
        return plan() + piece.repeat(length / piece.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"（", "1", "1,", "\n", "》", "1%", "（国家知识产权局、"})
    void four_times_the_text_takes_four_times_the_time(String piece) throws Exception {
        milliseconds(text(piece, SHORT));
        double small = Math.min(milliseconds(text(piece, SHORT)), milliseconds(text(piece, SHORT)));
        double most = 100 + GENEROUS * small * LONG / SHORT;
        double great = milliseconds(text(piece, LONG));
        assertThat(great < most ? great : milliseconds(text(piece, LONG)))
                .as("%s, at most the second time, as the short text has two", piece)
                .isLessThan(most);
    }

    /** The curve of docs/extraction.md. */
    @Test
    @Tag("long")
    void the_curve_is_a_line_up_to_the_longest_text() throws Exception {
        List<String> steep = new ArrayList<>();
        for (String piece : pieces()) {
            StringBuilder curve =
                    new StringBuilder(piece.strip().lines().findFirst().orElse("line feeds"));
            double unit = 0;
            double last = 0;
            for (int length = LONGEST / 32; length <= LONGEST; length *= 2) {
                last = milliseconds(text(piece, length)) / length;
                unit = unit == 0 ? last : unit;
                curve.append("%n  %,9d characters: %.2f µs each".formatted(length, 1000 * last));
            }
            LOG.info("{}", curve);
            if (last > GENEROUS * unit) {
                steep.add(curve.toString());
            }
        }
        assertThat(steep).isEmpty();
    }
}
