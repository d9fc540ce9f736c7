package org.zhice.loader.extract.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.word.Resource;

/** Prose of courts, customs, offices and governments in the many forms it has: every value and unit, and no other. */
class UnseenFiguresTest {
    static Stream<List<String>> paragraphs() {
        return Resource.rows(UnseenFiguresTest.class, "unseen.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("paragraphs")
    void every_figure_of_a_paragraph_is_read_and_no_other(List<String> given) {
        String text = given.get(0) + "\n𠮷" + given.get(1) + "\n";
        List<String> expected =
                given.get(2).equals("none") ? List.of() : List.of(given.get(2).split("; "));
        assertThat(Figures.in(CleanText.of(text), "report-2031", 2031, List.of(), List.of())
                        .rows())
                .extracting(row -> row.value().toPlainString() + " " + row.unit())
                .containsExactlyElementsOf(expected);
    }
}
