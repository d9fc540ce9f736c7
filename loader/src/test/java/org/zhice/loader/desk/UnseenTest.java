package org.zhice.loader.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhice.loader.Checkout;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.input.InputException;

/**
 * Eighty-four made-up documents of many kinds, written and annotated by readers who did not know the program: who has a duty in
 * which task, and which values are stated. What was read of them before anyone had seen a result is in {@code
 * docs/extraction.md}; here they hold what was reached. Beside each document stands its annotation, a line for each task (the
 * words that it begins with, the names of agencies, names that may be read besides) and for each figure (value, unit).
 */
class UnseenTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/zhice/loader/unseen");
    private static final Map<String, Double> SCALES = new LinkedHashMap<>();
    private static final int BEGINNING = 8;

    static {
        SCALES.put("万亿", 1e12);
        SCALES.put("亿", 1e8);
        SCALES.put("百万", 1e6);
        SCALES.put("万", 1e4);
    }

    private static final Count TASKS = new Count();
    private static final Count DUTIES = new Count();
    private static final Count FIGURES = new Count();
    private static int documents;

    private static final class Count {
        private int right;
        private int missed;
        private int tooMany;

        void add(List<String> expected, Set<String> besides, List<String> found) {
            List<String> left = new ArrayList<>(found);
            for (String one : expected) {
                if (left.remove(one)) {
                    right++;
                } else {
                    missed++;
                }
            }
            left.removeIf(besides::contains);
            tooMany += left.size();
        }

        double precision() {
            return (double) right / (right + tooMany);
        }

        double recall() {
            return (double) right / (right + missed);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (Desk desk = Desk.of(Checkout.home());
                Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> !path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                compare(
                        read(desk, file),
                        Files.readAllLines(Path.of(file.toString().replaceFirst("\\.[a-z]+$", ".tsv"))));
                documents++;
            }
        }
    }

    @AfterAll
    static void tell() {
        assertThat(documents).isEqualTo(84);
    }

    /** Of a document that is refused all is missed. */
    private static Optional<Extraction> read(Desk desk, Path file) {
        try {
            return Optional.of(desk.read(file, "plan-2031"));
        } catch (InputException refused) {
            return Optional.empty();
        }
    }

    /** A task is known by its first words as printed: what the program repairs there counts as missed. */
    private static void compare(Optional<Extraction> read, List<String> annotation) {
        List<String> tasks = new ArrayList<>();
        List<String> duties = new ArrayList<>();
        List<String> foundTasks = new ArrayList<>();
        List<String> foundDuties = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        Set<String> besides = new HashSet<>();
        for (String line : annotation) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "task" -> {
                    String begins = beginning(cells[1]);
                    tasks.add(begins);
                    names(cells[2]).forEach(name -> duties.add(begins + " " + name));
                    names(cells[3]).forEach(name -> besides.add(begins + " " + name));
                }
                case "figure" -> figures.add(scaled(cells[1], cells[2]));
                default -> besides.add(scaled(cells[1], cells[2]));
            }
        }
        read.ifPresent(extraction -> {
            for (TaskRow task : extraction.tasks()) {
                String begins = beginning(task.text());
                foundTasks.add(begins);
                extraction.responsibilities().stream()
                        .filter(row -> row.task().equals(task.id()))
                        .forEach(row -> foundDuties.add(begins + " " + plain(row.printedName())));
            }
        });
        TASKS.add(tasks, Set.copyOf(foundTasks), foundTasks);
        DUTIES.add(duties, besides, foundDuties);
        FIGURES.add(
                figures,
                besides,
                read.stream()
                        .flatMap(extraction -> extraction.figures().stream())
                        .map(UnseenTest::value)
                        .toList());
    }

    private static String beginning(String words) {
        String plain = plain(words);
        return plain.substring(0, Math.min(BEGINNING, plain.length()));
    }

    private static Stream<String> names(String cell) {
        return Stream.of(cell.split("；")).filter(name -> !name.isEmpty()).map(UnseenTest::plain);
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\s“”\"]", "");
    }

    private static String value(FigureRow figure) {
        return number(figure.value().abs().doubleValue());
    }

    private static String scaled(String value, String unit) {
        double scale = SCALES.entrySet().stream()
                .filter(one -> unit.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(1.0);
        return number(Math.abs(Double.parseDouble(value)) * scale);
    }

    private static String number(double value) {
        return "%.4f".formatted(value);
    }

    @Test
    void tasks_are_found() {
        assertThat(TASKS.recall()).isGreaterThan(0.92);
    }

    @Test
    void duties_are_found_and_none_is_invented() {
        assertThat(DUTIES.precision()).isGreaterThan(0.95);
        assertThat(DUTIES.recall()).isGreaterThan(0.92);
    }

    @Test
    void figures_are_found_and_none_is_invented() {
        assertThat(FIGURES.precision()).isGreaterThan(0.98);
        assertThat(FIGURES.recall()).isGreaterThan(0.98);
    }
}
