package org.zhice.loader.extract.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.NewPlace;

class DataTablesTest {
    private static Figures read(String text) {
        return Figures.in(CleanText.of(text), "report-2031", 2031, List.of(), List.of());
    }

    private static String tables() throws IOException {
        return file("data-tables.txt");
    }

    private static String file(String name) throws IOException {
        try (InputStream in = DataTablesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String words(FigureRow row) {
        return String.join(
                " ",
                row.noun(),
                row.value().toPlainString(),
                row.unit(),
                row.statistic(),
                row.periodEnd().substring(0, 4),
                row.place().map(NewPlace::name).orElse("?"));
    }

    /** Cells may stand on one line, on lines of their own or between bars. */
    @ParameterizedTest
    @ValueSource(strings = {"\t", "\n", "│", " "})
    void a_row_of_a_table_gives_a_figure_for_each_column(String between) throws IOException {
        assertThat(read(tables().replace("\t", between)).rows())
                .extracting(DataTablesTest::words)
                .containsExactly(
                        "竹标授权量 98936 NUM level 2030 𠮷海省",
                        "有效竹标 42310 NUM level 2030 星城市",
                        "有效竹标 23.6 PERCENT growth-yoy 2030 星城市",
                        "有效竹标 3077 NUM level 2030 巴陵市",
                        "有效竹标 -31.2 PERCENT growth-yoy 2030 巴陵市",
                        "竹席 1205000 NUM level 2030 𠮷海省",
                        "竹席 4.2 PERCENT growth-yoy 2030 𠮷海省",
                        "竹浆 356000 TON_Metric level 2030 𠮷海省",
                        "竹浆 -1.3 PERCENT growth-yoy 2030 𠮷海省",
                        "竹炭 1203 TON_Metric level 2030 𠮷海省",
                        "竹席案收案 120 NUM level 2030 𠮷海省",
                        "竹席案结案 110 NUM level 2030 𠮷海省",
                        "竹席案结案率 91.7 PERCENT level 2030 𠮷海省",
                        "竹帘案收案 80 NUM level 2030 𠮷海省",
                        "竹帘案结案 78 NUM level 2030 𠮷海省",
                        "竹帘案结案率 97.5 PERCENT level 2030 𠮷海省");
    }

    @Test
    void a_table_whose_rows_do_not_fit_its_head_is_not_one() {
        assertThat(read("𠮷竹报告\n项目\t责任单位\t时限\n竹席\t竹局\t3\n竹帘\t竹局\n竹浆\t7\n").rows())
                .isEmpty();
    }

    @Test
    void a_row_for_the_whole_is_of_the_place_of_the_document() {
        assertThat(read("竹海市竹业公报\n2030年竹企\n县区\t竹企（家）\n竹溪县\t30\n其他\t20\n合计\t50\n")
                        .rows())
                .extracting(row -> row.value() + row.place().map(NewPlace::name).orElse("?"))
                .containsExactly("30竹溪县", "20?", "50竹海市");
    }

    /** Rows may be numbered, be categories, places or years; what they share in a caption or a head holds for each. */
    @Test
    void rows_that_are_lines_are_read_by_the_heads_of_their_columns() throws IOException {
        assertThat(read(file("line-tables.txt")).rows())
                .extracting(DataTablesTest::words)
                .containsExactly(
                        "苇席户数 32 NUM level 2030 苇原旗",
                        "苇席占比 40 PERCENT share 2030 苇原旗",
                        "细苇席户数 12 NUM level 2030 苇原旗",
                        "细苇席占比 15 PERCENT share 2030 苇原旗",
                        "户数 80 NUM level 2030 苇原旗",
                        "占比 100 PERCENT share 2030 苇原旗",
                        "苇田 25000 NUM level 2030 青苇县",
                        "苇田 4.1 PERCENT growth-yoy 2030 青苇县",
                        "苇田 12000 NUM level 2030 白苇区",
                        "苇田 -0.3 PERCENT growth-yoy 2030 白苇区",
                        "苇田 37000 NUM level 2030 苇原旗",
                        "苇田 2.6 PERCENT growth-yoy 2030 苇原旗",
                        "苇席权纠纷收案 120 NUM level 2030 苇原旗",
                        "苇席权纠纷结案率 91.7 PERCENT level 2030 苇原旗",
                        "苇帘权纠纷收案 80 NUM level 2030 苇原旗",
                        "苇帘权纠纷结案率 97.5 PERCENT level 2030 苇原旗",
                        "苇企 30 NUM level 2028 苇原旗",
                        "苇产值 420000000 CCY_CNY level 2028 苇原旗",
                        "苇企 35 NUM level 2029 苇原旗",
                        "苇产值 460000000 CCY_CNY level 2029 苇原旗");
    }
}
