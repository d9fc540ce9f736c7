package org.zhice.loader.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.InputException;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.tables.Tables;

class EvaluationTest {
    private static final Path SHARED = Checkout.home().root().resolve("../shared");

    @TempDir
    Path folder;

    private static Extraction read(String text, String id) {
        return DocumentReader.of(Tables.read(Checkout.home())).read(text, id, id);
    }

    private static Extraction tea() throws IOException {
        try (var in = EvaluationTest.class.getResourceAsStream("tea.txt")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "plan-2031");
        }
    }

    private Path gold(String... lines) throws IOException {
        return Files.write(folder.resolve("gold.tsv"), List.of(lines));
    }

    /** By hand: two of three participants found would be 2/3; here one of two is there and one is too many. */
    @Test
    void precision_recall_and_differences_are_those_of_the_definition() throws IOException {
        List<Score> scores = Evaluation.of(
                tea(), gold("number\tlead_agency\tparticipants", "1\t国家知识产权局\t茶会;商务部", "2\t公安部\t", "3\t教育部\t"));
        assertThat(scores).extracting(Score::column).containsExactly("task", "lead", "participant");
        Score lead = scores.get(1);
        assertThat(lead.precision()).isEqualTo(1);
        assertThat(lead.recall()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(lead.f1()).isCloseTo(0.8, within(1e-9));
        assertThat(lead.missing()).containsExactly("3 教育部");
        Score participant = scores.get(2);
        assertThat(participant.f1()).isZero();
        assertThat(participant.tooMany()).containsExactly("1 茶叶总局");
    }

    @Test
    void an_annotation_that_cannot_be_compared_is_refused() throws IOException {
        Path narrow = gold("number\tlead_agency", "1");
        assertThat(catchThrowableOfType(InputException.class, () -> Evaluation.of(tea(), narrow)))
                .hasMessageContaining("gold.tsv:2: found 1 cells, expected 2 cells");
        Path other = gold("a\tb", "1\t2");
        assertThat(catchThrowableOfType(InputException.class, () -> Evaluation.of(tea(), other)))
                .hasMessageContaining("no column number");
    }

    @Test
    void the_plan_of_2023_agrees_with_its_reference_annotation() throws IOException {
        Path source = SHARED.resolve("sources/2023-plan.txt");
        Path gold = SHARED.resolve("gold/tasks-2023.tsv");
        assumeThat(source).as("the official documents are not at hand").exists();
        List<Score> scores = Evaluation.of(read(Files.readString(source), "plan-2023"), gold);
        for (Score score : scores) {
            double least = switch (score.column()) {
                case "task", "chapter", "section", "lead", "participant", "duty_mode", "open_ended" -> 1;
                case "instrument" -> 0.99;
                case "action", "campaign" -> 0.97;
                default -> 0;
            };
            assertThat(score.gold()).as(score.column()).isNotEmpty();
            assertThat(score.f1()).as("%s", score).isGreaterThanOrEqualTo(least);
        }
        assertThat(scores).hasSize(16);
    }
}
