package org.zhice.loader.extract.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhice.loader.extract.Sources;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.NewPlace;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Lexicon;

/** Texts that were once read badly. */
class FigureFaultsTest {
    private static final Lexicon LEXICON = Sources.lexicon();

    private static Figures read(String name) throws IOException {
        try (InputStream in = FigureFaultsTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Figures.in(CleanText.of(text), "report-2031", 2031, LEXICON.metrics(), LEXICON.areas());
        }
    }

    private static String place(FigureRow row) {
        return row.place().map(NewPlace::name).orElse(row.area());
    }

    @Test
    void the_figures_of_a_province_that_only_a_title_names_are_its_own() throws IOException {
        assertThat(read("area2.txt").rows())
                .extracting(row -> row.printedValue() + " " + row.area())
                .containsExactly("600亿元 guangdong", "超过3000家 guangdong");
    }

    @Test
    void a_word_for_another_level_than_that_of_the_document_leaves_the_place_open() throws IOException {
        Figures figures = read("area4.txt");
        assertThat(figures.rows())
                .extracting(row -> row.printedValue() + " " + place(row))
                .containsExactly("3.2万件 竹市", "600家 ", "2亿元 ");
        assertThat(figures.doubts())
                .filteredOn(doubt -> doubt.what().equals("a figure of a place"))
                .extracting(Report::found)
                .containsExactly("竹市", "全省竹企达到600家", "本县质押融资达到2亿元");
    }

    @Test
    void no_unit_is_lost() throws IOException {
        assertThat(read("r08-units.txt").rows())
                .extracting(row -> row.value().toPlainString() + " " + row.unit() + " " + row.counterWord())
                .isEqualTo(List.of(
                        "120000000 KiloW ",
                        "35 NUM 人年",
                        "3000000 NUM 亩",
                        "50000 TON_Metric ",
                        "200000000 M3 ",
                        "400 KiloM "));
    }

    @Test
    void what_falls_is_negative_and_what_rises_is_not() throws IOException {
        assertThat(read("sign.txt").rows())
                .extracting(row -> row.value().toPlainString() + " " + row.statistic())
                .containsExactly(
                        "251 level",
                        "-1.57 growth-yoy",
                        "64 level",
                        "5.3 growth-yoy",
                        "24 level",
                        "-3 change",
                        "-24.8 growth-yoy",
                        "-20.4 growth-yoy",
                        "-0.3 growth-yoy",
                        "26.7 growth-yoy",
                        "-30 growth-yoy",
                        "-2.5 change");
    }
}
