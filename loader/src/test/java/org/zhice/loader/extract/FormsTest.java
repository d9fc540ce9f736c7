package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

/**
 * Made-up plans in the forms that real ones have. Beside each stand the rows that a person reads in it: number, title of
 * the section, mode, agencies with their roles, words; and after {@code ?} what should be reported.
 */
class FormsTest {
    private static final int CUTS = 50;

    static Stream<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(FormsTest.class.getResource("forms").toURI()))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(12);
            return names.stream();
        }
    }

    static String text(String name) {
        return Samples.text("forms/" + name + ".txt");
    }

    private static List<String> expected(String name, boolean doubts) {
        return Samples.text("forms/" + name + ".tsv")
                .lines()
                .filter(line -> line.startsWith("?\t") == doubts)
                .map(line -> line.replace("\\n", "\n"))
                .toList();
    }

    private static Extraction read(String text) {
        return new Extractor(Samples.lexicon()).read(text, "plan-2031");
    }

    /** One line a task, in order. */
    static List<String> rows(Extraction plan) {
        Map<String, String> titles = plan.sections().stream().collect(Collectors.toMap(Section::id, Section::titleZh));
        return plan.tasks().stream()
                .map(task -> String.join(
                        "\t",
                        String.valueOf(task.number()),
                        titles.getOrDefault(task.section(), ""),
                        task.dutyMode() + (task.openEnded() ? " open" : ""),
                        agencies(plan, task),
                        task.text()))
                .toList();
    }

    private static String agencies(Extraction plan, TaskRow task) {
        return plan.responsibilities().stream()
                .filter(row -> row.task().equals(task.id()))
                .map(row -> row.printedName() + "=" + row.role())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_plan_is_read_as_a_person_reads_it(String name) {
        assertThat(text(name)).contains("𠮷");
        assertThat(expected(name, false)).isNotEmpty();
        assertThat(rows(read(text(name)))).containsExactlyElementsOf(expected(name, false));
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_no_task_and_every_unknown_agency_is_reported(String name) {
        Extraction plan = read(text(name));
        List<Report> unknown = plan.doubts().stream()
                .filter(doubt -> doubt.what().equals("unknown agency"))
                .toList();
        List<String> other = plan.doubts().stream()
                .filter(doubt -> !doubt.what().equals("unknown agency"))
                .filter(doubt -> !doubt.what().startsWith("no sentence says"))
                .filter(doubt -> !doubt.what().equals("unknown metric"))
                .filter(doubt -> !doubt.what().equals("a figure of a place"))
                .map(doubt -> "?\t" + doubt.what() + "\t" + doubt.found())
                .toList();
        assertThat(unknown)
                .hasSameSizeAs(plan.responsibilities().stream()
                        .filter(row -> row.agency().isEmpty())
                        .toList());
        assertThat(unknown).isNotEmpty();
        List<String> expected = expected(name, true);
        assertThat(other).hasSameSizeAs(expected);
        for (String line : expected) {
            assertThat(other).anyMatch(found -> found.startsWith(line));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_quote_stands_in_the_original_at_its_offsets(String name) {
        ExtractorTest.assertQuotes(read(text(name)), text(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_plan_cut_off_anywhere_yields_its_whole_tasks_and_invents_none(String name) {
        assertCuts(text(name), new Extractor(Samples.lexicon()), "plan-2031");
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2023, 2024})
    void a_real_plan_cut_off_anywhere_yields_its_whole_tasks_and_invents_none(int year) {
        assertCuts(Sources.text("sources/" + year + "-plan.txt"), new Extractor(Sources.lexicon()), "plan-" + year);
    }

    /** A task cut between its first duty and its second is kept with the first; words that follow are reported. */
    private static final String LEFT_OVER = "words after the duty bracket";

    private static void assertCuts(String text, Extractor extractor, String id) {
        int[] points = text.codePoints().toArray();
        Extraction whole = extractor.read(text, id);
        List<String> all = agenciesByTask(whole);
        int first = whole.tasks().get(0).evidence().passage().end();
        Random random = new Random(20260801);
        for (int i = 0; i < CUTS; i++) {
            int cut = first + 1 + random.nextInt(points.length - first);
            String beginning = new String(points, 0, cut);
            Extraction part = extractor.read(beginning, id);
            long complete = whole.tasks().stream()
                    .filter(task -> isWhole(task.evidence().passage(), cut))
                    .count();
            List<String> found = agenciesByTask(part);
            boolean between =
                    part.doubts().stream().anyMatch(doubt -> doubt.what().startsWith(LEFT_OVER))
                            || whole.doubts().stream()
                                    .filter(doubt -> doubt.what().startsWith("one of several"))
                                    .anyMatch(doubt -> beginning.strip().endsWith(doubt.found()));
            assertThat(found)
                    .as("cut at %s", cut)
                    .isEqualTo(all.subList(0, between ? found.size() : (int) complete))
                    .hasSizeBetween((int) complete, (int) complete + (between ? 1 : 0));
            if (!between) {
                assertCutTaskIsReported(text, whole, part, cut);
            }
        }
    }

    /** A duty that has no closing sign ends with its line. */
    private static boolean isWhole(Passage task, int cut) {
        boolean closed = task.quote().matches("(?s).*[）)】〕﹚︶]");
        return closed ? task.end() <= cut : task.end() < cut;
    }

    private static void assertCutTaskIsReported(String text, Extraction whole, Extraction part, int cut) {
        int[] points = text.codePoints().toArray();
        whole.tasks().stream()
                .map(task -> task.evidence().passage())
                .filter(task -> task.start() + NUMBER < cut && !isWhole(task, cut))
                .map(task -> new String(points, task.start(), NUMBER).strip())
                .forEach(words -> assertThat(part.doubts())
                        .as("cut at %s in %s", cut, words)
                        .anyMatch(doubt -> doubt.found().contains(words)));
    }

    /** So many characters of a task may be its number. */
    private static final int NUMBER = 6;

    private static List<String> agenciesByTask(Extraction plan) {
        return plan.tasks().stream()
                .map(task -> task.number() + " "
                        + plan.responsibilities().stream()
                                .filter(row -> row.task().equals(task.id()))
                                .map(row -> row.printedName())
                                .toList())
                .toList();
    }
}
