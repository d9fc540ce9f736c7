package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

/**
 * Duties as documents of all levels print them. Beside each text stands what a person reads in it: number, mode, and the
 * agencies with their roles and what they are: an id of the tables, a proposed id, or the whole name of a body of the
 * place; nothing for many bodies together.
 */
class DutiesTest {
    static Stream<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(DutiesTest.class.getResource("duties").toURI()))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(14);
            return names.stream();
        }
    }

    private static Extraction read(String name) {
        return new Extractor(Sources.lexicon()).read(Samples.text("duties/" + name + ".txt"), "plan-2031");
    }

    @ParameterizedTest
    @MethodSource("names")
    void who_is_named_is_read_and_nobody_else(String name) {
        Extraction plan = read(name);
        assertThat(plan.tasks().stream().map(task -> line(plan, task)))
                .containsExactlyElementsOf(
                        Samples.text("duties/" + name + ".tsv").lines().toList());
    }

    private static String line(Extraction plan, TaskRow task) {
        return task.number() + "\t" + task.dutyMode() + (task.openEnded() ? " open" : "") + "\t"
                + plan.responsibilities().stream()
                        .filter(row -> row.task().equals(task.id()))
                        .map(DutiesTest::agency)
                        .collect(Collectors.joining("; "));
    }

    private static String agency(ResponsibilityRow row) {
        String many =
                row.body().name().matches(".*(?:各|有关|相关).*") ? "" : row.body().name();
        String body = row.body().id().isEmpty() ? many : row.body().id();
        return row.printedName() + "=" + row.role() + "=" + (row.agency().isEmpty() ? body : row.agency());
    }

    @Test
    void what_is_no_name_is_a_doubt_and_no_agency() {
        Extraction plan = Samples.task("整理茶标。（商务部、教育部门前三家负责）");
        assertThat(plan.responsibilities())
                .extracting(ResponsibilityRow::printedName)
                .contains("商务部");
        assertThat(plan.doubts()).anySatisfy(doubt -> assertThat(doubt.found()).contains("门前三家"));
    }
}
