package org.zhice.loader.extract.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhice.loader.Checkout;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Extraction.Report;

class UnitsTest {
    @Test
    void the_tables_take_every_unit_that_is_read() throws IOException {
        String contract = Files.readString(Checkout.home().tables().resolve("csv-metadata.json"));
        Matcher format =
                Pattern.compile("\"format\": \"(NUM\\|PERCENT\\|[^\"]+)\"").matcher(contract);
        List<Set<String>> lists = format.results()
                .map(found ->
                        (Set<String>) new TreeSet<>(Arrays.asList(found.group(1).split("\\|", -1))))
                .toList();
        Set<String> read = Resource.rows(Unit.class, "units.tsv").stream()
                .map(row -> row.get(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lists).hasSize(3).allSatisfy(list -> assertThat(list).isEqualTo(read));
    }

    @Test
    void a_measure_that_is_not_known_is_kept_with_a_doubt() {
        Figures figures = Figures.in(
                CleanText.of("𠮷竹乡报告\n2030年，设竹寮320榭，竹价38.5元/根，研发投入35人年，竹车5辆。\n"),
                "report-2031",
                2031,
                List.of(),
                List.of());
        assertThat(figures.rows())
                .extracting(row -> row.value().toPlainString() + " " + row.unit() + " " + row.counterWord())
                .containsExactly("320 NUM 榭", "38.5 NUM 元/根", "35 NUM 人年", "5 NUM 辆");
        assertThat(figures.doubts())
                .filteredOn(doubt -> doubt.what().equals("an unknown unit"))
                .extracting(Report::found)
                .containsExactly("320榭", "38.5元/根", "35人年");
    }

    @Test
    void small_and_vague_numbers_in_words_are_doubts() {
        Figures figures = Figures.in(
                CleanText.of("𠮷竹乡报告\n2030年，三家竹企上市，近百家竹社受益，居全省第二，两名竹匠获奖。\n"),
                "report-2031",
                2031,
                List.of(),
                List.of());
        assertThat(figures.doubts())
                .filteredOn(doubt -> doubt.what().equals("a number in words"))
                .extracting(Report::found)
                .containsExactly("三家", "居全省第二", "两名");
    }
}
