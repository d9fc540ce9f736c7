package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.figure.Figures;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Lexicon;

/** The figures of the real documents against the reviewed tables. */
class ReportTest {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** With the metrics of the tables, which tell stocks from flows, and without them, as in a document of another field. */
    @ParameterizedTest
    @CsvSource({
        "report-2023, 2023-report.txt, 2023, true, 94",
        "report-2023, 2023-report.txt, 2023, false, 94",
        "zones-2022, 2022-zones.txt, 2022, true, 3",
        "zones-2022, 2022-zones.txt, 2022, false, 3"
    })
    void figures_agree_with_the_reviewed_tables(String document, String file, int year, boolean known, int reviewed)
            throws IOException {
        String text = Sources.text("sources/" + file);
        Lexicon lexicon = Sources.lexicon();
        List<Lexicon.Metric> metrics = known ? lexicon.metrics() : List.of();
        List<String> found =
                Figures.in(CleanText.of(text, lexicon.words()), document, year, metrics, lexicon.areas())
                        .rows()
                        .stream()
                        .map(row -> String.join(
                                " ", row.value().toPlainString(), row.unit(), row.periodStart(), row.periodEnd()))
                        .toList();
        List<String> truth = truth(document);
        assertThat(truth).hasSize(reviewed);
        List<String> missing = minus(truth, found);
        List<String> wrong = minus(found, truth);
        String differences = "missing " + missing + "\nwrong " + wrong;
        assertThat(1 - missing.size() / (double) truth.size()).as(differences).isGreaterThanOrEqualTo(0.95);
        assertThat(1 - wrong.size() / (double) found.size()).as(differences).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"2023-report.txt, report-2023, 36"})
    void a_metric_is_right_or_unknown(String file, String document, int least) throws IOException {
        Extraction report = new Extractor(Sources.lexicon()).read(Sources.text("sources/" + file), document);
        List<String> truth = new ArrayList<>();
        rows("observation.csv", document)
                .forEach(row -> truth.add(row.get("value") + " " + row.get("unit") + " " + row.get("metric")));
        List<String> named = report.figures().stream()
                .filter(row -> !row.metric().isEmpty())
                .map(row -> row.value().toPlainString() + " " + row.unit() + " " + row.metric())
                .toList();
        assertThat(named).hasSizeGreaterThanOrEqualTo(least);
        assertThat(minus(named, truth)).isEmpty();
    }

    /** The three plans set no figures: their years, numbers and names are none. */
    @ParameterizedTest
    @ValueSource(ints = {2019, 2023, 2024})
    void no_year_number_or_name_of_a_plan_is_a_figure(int year) {
        assertThat(Sources.plan(year).tasks()).isNotEmpty();
        assertThat(Sources.plan(year).figures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023-report.txt, report-2023", "2022-zones.txt, zones-2022"})
    void every_quote_stands_in_the_original_at_its_offsets(String file, String document) {
        String text = Sources.text("sources/" + file);
        Extraction extraction = new Extractor(Sources.lexicon()).read(text, document);
        assertThat(extraction.figures()).isNotEmpty();
        ExtractorTest.assertQuotes(extraction, text);
    }

    private static List<String> truth(String document) throws IOException {
        List<String> truth = new ArrayList<>();
        for (String table : List.of("observation.csv", "target.csv")) {
            for (CSVRecord row : rows(table, document)) {
                String from = row.isMapped("period_start") ? row.get("period_start") : "";
                truth.add(String.join(" ", row.get("value"), row.get("unit"), from, row.get("period_end")));
            }
        }
        for (CSVRecord row : rows("requirement.csv", document)) {
            if (!row.get("duration").isEmpty()) {
                truth.add(row.get("duration").replaceAll("\\D", "") + " YR  ");
            }
        }
        return truth;
    }

    private static List<CSVRecord> rows(String table, String document) throws IOException {
        try (Reader reader = Files.newBufferedReader(Sources.table(table))) {
            return TABLE.parse(reader).stream()
                    .filter(row -> row.get("document").equals(document))
                    .toList();
        }
    }

    private static List<String> minus(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }
}
