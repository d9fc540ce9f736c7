package org.zhice.loader.extract.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Lexicon.Metric;

class FiguresTest {
    private static final List<Metric> METRICS = List.of(
            new Metric("valid-tea-marks", "有效茶标量", "stock", "NUM"),
            new Metric("tea-mark-loans", "茶标质押融资额", "flow", "CCY_CNY"));

    private static Figures read(String text, String document) {
        return Figures.in(CleanText.of(text), document, 2031, METRICS, List.of());
    }

    private static String file(String name) {
        try (InputStream in = FiguresTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<List<String>> statements() {
        return Resource.rows(FiguresTest.class, "statements.tsv").stream();
    }

    static Stream<List<String>> targets() {
        return Resource.rows(FiguresTest.class, "targets.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void what_a_report_states(List<String> given) {
        String text = "𠮷茶统计报告\n一、2030年工作情况\n" + given.get(0) + "\n";
        assertThat(said(read(text, "report-2031"))).containsExactlyElementsOf(expected(given));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void what_a_plan_sets(List<String> given) {
        String text = "𠮷茶发展规划（2031—2035年）\n一、主要目标\n" + given.get(0) + "\n";
        assertThat(said(read(text, "plan-2031"))).containsExactlyElementsOf(expected(given));
    }

    private static List<String> expected(List<String> given) {
        return given.get(1).equals("none") ? List.of() : List.of(given.get(1).split("; "));
    }

    private static List<String> said(Figures figures) {
        return figures.rows().stream()
                .map(row -> String.join(
                        " ",
                        row.value().toPlainString(),
                        row.unit(),
                        orDash(row.periodStart()),
                        orDash(row.periodEnd()),
                        row.statistic(),
                        row.bound()))
                .toList();
    }

    private static String orDash(String day) {
        return day.isEmpty() ? "-" : day;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.txt", "plan-cells.txt"})
    void an_indicator_table_gives_a_base_and_a_target_for_each_row(String name) {
        assertThat(said(read(file(name), "plan-2031")))
                .containsExactly(
                        "24000 NUM 2026-01-01 2030-12-31 level exact",
                        "9 PERCENT 2026-01-01 2030-12-31 growth-avg exact",
                        "125000 NUM 2030-12-31 2030-12-31 level exact",
                        "40 NUM - 2035-12-31 level exact",
                        "6.3 NUM 2030-12-31 2030-12-31 level exact",
                        "12 NUM - 2035-12-31 level exact",
                        "40000 NUM 2030-01-01 2030-12-31 level exact",
                        "95000 NUM - 2035-12-31 level exact",
                        "218000000000 CCY_CNY 2030-01-01 2030-12-31 level exact",
                        "320000000000 CCY_CNY - 2035-12-31 level exact",
                        "80.05 NUM 2029-01-01 2029-12-31 level exact",
                        "82 NUM - 2035-12-31 level exact",
                        "13 PERCENT - 2035-12-31 share exact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.txt", "plan-cells.txt"})
    void every_quote_stands_in_the_original_and_holds_the_number(String name) {
        String original = file(name);
        int[] points = original.codePoints().toArray();
        assertThat(read(original, "plan-2031").rows()).isNotEmpty().allSatisfy(row -> {
            var passage = row.evidence().passage();
            assertThat(new String(points, passage.start(), passage.end() - passage.start()))
                    .isEqualTo(passage.quote())
                    .contains(row.printedValue());
        });
    }

    @Test
    void a_known_metric_is_named_and_an_unknown_one_is_a_doubt() {
        Figures figures = read("茶业报告\n2030年底，茶标有效量达12件，山羊有效量达7件，海外茶标有效量达3件。\n", "report-2031");
        assertThat(figures.rows()).extracting(FigureRow::metric).containsExactly("valid-tea-marks", "", "");
        assertThat(figures.doubts())
                .filteredOn(doubt -> doubt.what().equals("unknown metric"))
                .extracting(Report::found)
                .containsExactly("山羊有效量 7件", "海外茶标有效量 3件");
    }

    @Test
    void a_row_that_does_not_fit_its_table_is_a_doubt() {
        Figures figures = read("茶业规划\n指标\t2030年\t2035年\n茶山（座）\t5\n茶市（个）\t6\t8\n茶会（场）\n完。\n", "plan-2031");
        assertThat(said(figures))
                .containsExactly("6 NUM 2030-01-01 2030-12-31 level exact", "8 NUM - 2035-12-31 level exact");
        assertThat(figures.doubts()).extracting(Report::what).contains("row that does not fit its table");
    }

    @Test
    void what_the_tables_cannot_say_is_a_doubt() {
        Figures figures = read("茶业报告\n2030年，云南核准茶标20件，茶标审查用时不超过5个月，合格率从90%升至95%。\n", "report-2031");
        assertThat(figures.rows()).hasSize(4);
        assertThat(figures.rows().get(0).area()).isEmpty();
        assertThat(figures.doubts())
                .extracting(Report::what)
                .contains("a figure of a place", "an upper bound", "the year of the first number is not printed");
    }

    @Test
    void without_a_year_a_figure_has_no_period() {
        String text = "茶业报告\n核准茶标20件。\n";
        assertThat(Figures.in(CleanText.of(text), "tea", 0, METRICS, List.of()).rows())
                .extracting(FigureRow::periodEnd)
                .containsExactly("");
    }
}
