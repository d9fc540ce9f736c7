package org.zhice.loader.extract.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhice.loader.extract.Sources;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.figure.Figures;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.NewPlace;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Lexicon;

/** A figure is of the place that its clause, its document or words such as 全省 name; of none where that is not certain. */
class PlacesTest {
    private static final Lexicon LEXICON = Sources.lexicon();

    static Stream<List<String>> texts() {
        return Resource.rows(Figures.class, "places.tsv").stream();
    }

    static Figures read(String text) {
        return Figures.in(CleanText.of(text), "report-2031", 2031, LEXICON.metrics(), LEXICON.areas());
    }

    static String place(FigureRow row) {
        String name = row.place().map(NewPlace::name).orElse("?");
        return row.area().isEmpty() ? name : row.area();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_figure_has_its_place(List<String> given) {
        assertThat(read(given.get(0).replace('|', '\n') + "\n").rows())
                .extracting(PlacesTest::place)
                .containsExactly(given.get(1).split("; "));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_is_not_certain_or_in_no_table_is_a_doubt(List<String> given) {
        boolean open = !given.get(1).matches("[a-z; -]+");
        Figures figures = read(given.get(0).replace('|', '\n') + "\n");
        assertThat(figures.doubts().stream().map(Report::what).anyMatch("a figure of a place"::equals))
                .isEqualTo(open);
    }
}
