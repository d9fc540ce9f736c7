package org.zhice.loader.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
    private static final Place CELL = Place.of("data/tables/agency.csv", 2).in("name_zh");

    private static String chinese(Finding finding) {
        return FindingWords.line(finding, Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void a_finding_is_one_line_in_which_everything_shows() {
        assertThat(Finding.cell(CELL, "𠮷\u200B\n局", "another"))
                .hasToString(
                        "data/tables/agency.csv:2 column name_zh: found \"𠮷<U+200B><U+000A>局\", expected another");
        assertThat(Finding.cell(CELL, "", "a value").toString()).contains("found nothing, expected a value");
    }

    @Test
    void of_a_long_cell_no_half_character_is_shown() {
        assertThat(Finding.cell(CELL, "𠮷".repeat(121), "another").found())
                .isEqualTo("\"" + "𠮷".repeat(120) + "…\" (121 characters)");
        assertThat(Finding.cell(CELL, "𠮷".repeat(120), "another").found()).isEqualTo("\"" + "𠮷".repeat(120) + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a value of column id in agency.csv | agency.csv 中列 id 的值",
                "a whole number from 1000 to 2999 | 1000 至 2999 的整数",
                "a date (yyyy-mm-dd) | 日期（yyyy-mm-dd）",
                "金 (U+91D1) in place of U+F90A | 金 (U+91D1)，而非 U+F90A",
                "a name in agency.csv or agency_name.csv; here: 竹省林业厅"
                        + " | agency.csv 或 agency_name.csv 中的名称；此处为竹省林业厅",
                "no answer (stopped after 10 s, longer than a query may take)" + " | 没有结果（运行 10 秒后被中止，超过一次查询可用的时间）",
                "words of a shape | words of a shape"
            })
    void a_finding_is_told_in_chinese_where_the_locale_is(String english, String chinese) {
        assertThat(chinese(Finding.cell(CELL, "𠮷局", english)))
                .isEqualTo("data/tables/agency.csv:2 列 name_zh：发现 \"𠮷局\"，应为" + (chinese.charAt(0) < 0x80 ? " " : "")
                        + chinese);
    }

    @Test
    void each_phrase_has_one_chinese_form_with_as_many_places() throws IOException {
        Path words = Path.of("src/main/resources/org/zhice/loader/input/findings_zh.tsv");
        assertThat(Files.readAllLines(words))
                .hasSizeGreaterThan(80)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> {
                    assertThat(line).matches("[^\\t]+\\t[^\\t]+");
                    assertThat(line.chars().filter(c -> c == '$').count())
                            .isEqualTo(line.substring(0, line.indexOf('\t'))
                                    .chars()
                                    .filter(c -> c == '%')
                                    .count());
                });
    }

    @Test
    void each_lint_query_is_told_in_chinese() throws IOException {
        List<Path> queries = new ArrayList<>();
        for (String folder : new String[] {"ontology/lint", "ontology/lint/data"}) {
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("zhice.home"), folder))) {
                files.filter(file -> file.toString().endsWith(".rq")).forEach(queries::add);
            }
        }
        assertThat(queries).hasSizeGreaterThan(25).allSatisfy(file -> {
            String expected = Files.readAllLines(file).get(0).replaceFirst("^#\\s*", "");
            assertThat(chinese(new Finding(CELL, "𠮷", expected)))
                    .contains("（每行：")
                    .doesNotContain("(a row");
        });
    }

    @Test
    void of_anything_long_that_was_found_the_beginning_and_the_length_are_told() {
        String found = new Finding(CELL, "the columns " + "𠮷".repeat(100_000), "others").found();

        assertThat(found)
                .startsWith("the columns 𠮷")
                .endsWith("𠮷… (100,012 characters)")
                .hasSizeLessThan(900);
    }
}
