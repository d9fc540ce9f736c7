package org.zhice.loader.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.Checkout;
import org.zhice.loader.extract.figure.Figures;
import org.zhice.loader.tables.Tables;

class FigureRowsTest {
    private static final DocumentReader READER = DocumentReader.of(Tables.read(Checkout.home()));

    private static List<Map<String, String>> rows(String table, String text) {
        return READER.rows(READER.read(text, "report-2031", "report")).stream()
                .filter(rows -> rows.name().equals(table))
                .flatMap(rows -> rows.rows().stream().map(rows::cells))
                .toList();
    }

    private static String file(String name) throws IOException {
        try (InputStream in = Figures.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void level_growth_and_change_of_one_metric_have_ids_of_their_own() throws IOException {
        assertThat(rows("observation", file("r16-dup-id.txt")))
                .extracting(row -> row.get("id"))
                .containsExactly(
                        "invention-patents-granted-2030",
                        "invention-patents-granted-2030-growth",
                        "invention-patents-granted-2026-2030-change");
    }

    @Test
    void no_two_rows_have_the_same_id() {
        String text = "𠮷竹市报告\n2030年，绿竹产值5亿元。全市绿竹产值5亿元。竹溪县绿竹产值2亿元，占全市的40%，比重提高3个百分点。\n";
        assertThat(rows("observation", text))
                .extracting(row -> row.get("id"))
                .doesNotHaveDuplicates()
                .startsWith("new-metric-1-2030", "new-metric-1-2030-2", "new-metric-1-2030-3");
    }

    @Test
    void a_new_metric_and_a_new_place_are_rows_to_name_and_the_same_in_every_figure() {
        String text = "𠮷海省竹业报告\n2030年，全省竹席产量12万张，增长5%。竹席产量比2025年增加3万张。青竹县竹席产量2万张。\n";
        assertThat(rows("metric", text))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("id", "new-metric-1")
                        .containsEntry("name_zh", "竹席产量")
                        .containsEntry("kind", "flow")
                        .containsEntry("unit", "NUM"));
        assertThat(rows("area", text))
                .extracting(row -> row.get("id") + " " + row.get("name_zh") + " " + row.get("kind"))
                .containsExactly("new-area-1 𠮷海省 province", "new-area-2 青竹县 ");
        assertThat(rows("observation", text))
                .extracting(row -> row.get("metric") + " " + row.get("area"))
                .containsExactly(
                        "new-metric-1 new-area-1",
                        "new-metric-1 new-area-1",
                        "new-metric-1 new-area-1",
                        "new-metric-1 new-area-2");
    }

    /** The names are those that a person gives when asked what is counted. */
    @ParameterizedTest
    @CsvSource({
        "'全省竹席产量12万张，占竹器总产量的31%，比重提高2个百分点。', 竹席产量 竹席产量占比 竹席产量占比",
        "'竹业产值8亿元、竹艺产值3亿元，分别增长6%和7.2%。', 竹业产值 竹艺产值 竹业产值 竹艺产值",
        "'绿竹、黄竹产量分别达到5万吨和7万吨。', 绿竹 黄竹产量",
        "'新收一审竹案560件，审结510件，结案率91.1%。', 新收一审竹案 审结一审竹案 结案率",
        "'竹标申请300件，授权210件。', 竹标申请 竹标授权",
        "'2030年底前培育竹业龙头企业45家、竹业合作社12家。', 竹业龙头企业 竹业合作社",
        "'全市共有竹社88家，首次超过80家。', 竹社 竹社"
    })
    void names_take_from_the_figures_before_what_they_lack(String sentence, String expected) {
        Map<String, String> names = new HashMap<>();
        String text = "𠮷竹报告\n2030年，竹业平稳。\n" + sentence + "\n";
        rows("metric", text).forEach(row -> names.put(row.get("id"), row.get("name_zh")));
        assertThat(rows("observation", text))
                .extracting(row -> names.getOrDefault(row.get("metric"), row.get("metric")))
                .containsExactly(expected.split(" "));
    }
}
