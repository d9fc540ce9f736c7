package org.zhice.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhice.loader.Loader;
import org.zhice.loader.desk.Desk;
import org.zhice.loader.desk.Outcome;
import org.zhice.loader.desk.Outcome.What;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.FreshFolder;
import org.zhice.loader.input.InputException;
import org.zhice.loader.review.Evaluation;
import org.zhice.loader.review.Score;
import org.zhice.loader.text.Texts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a document, or a folder of them, into rows to review, measures the reading, or puts reviewed rows into the tables. */
@Command(name = "extract")
final class ExtractCommand implements Callable<Integer> {
    private static final int PARTIAL = 4;
    private static final int COUNTS = 4;

    /** What to do; exactly one of them. */
    static final class Mode {
        @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "extract.out")
        Path out;

        @Option(names = "--evaluate", required = true, paramLabel = "GOLD", descriptionKey = "extract.evaluate")
        Path gold;

        @Option(names = "--merge", required = true, paramLabel = "DIR", descriptionKey = "extract.merge")
        Path merge;
    }

    @Spec
    CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    Mode mode;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "extract.file")
    Path file;

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "extract.id")
    String id;

    @Option(names = "--again", descriptionKey = "extract.again")
    boolean again;

    /** 0, or 4 if a part of a document was not read of which a row could have been made. */
    @Override
    public Integer call() {
        if (mode.merge != null) {
            merge();
            return 0;
        }
        requireSense();
        try (Desk desk = Desk.of(Zhice.home())) {
            if (mode.gold != null) {
                evaluate(desk.read(file, Texts.checked(id)));
                return 0;
            }
            return Files.isDirectory(file) ? writeAll(desk) : write(desk);
        }
    }

    private void requireSense() {
        boolean folder = file != null && Files.isDirectory(file);
        if (folder && id != null) {
            throw new UsageException("--id", "one id for the documents of a folder", "no --id: ids are proposed");
        }
        if (file == null || (id == null && !(folder && mode.out != null))) {
            throw new UsageException(
                    "extract", file == null ? "no FILE" : "no --id", "FILE and --id, such as plan-2025");
        }
        if (mode.out != null && !folder && !(again && Files.isDirectory(mode.out))) {
            FreshFolder.require("--out", mode.out, "; --again writes beside it what differs");
        }
    }

    private int write(Desk desk) {
        Outcome outcome = desk.write(file, Texts.checked(id), mode.out);
        HiddenWords.tell(file, outcome.hidden(), spec);
        spec.commandLine().getErr().println(summary(outcome.extraction().orElseThrow()) + told(outcome));
        return code(List.of(outcome));
    }

    private static int code(List<Outcome> outcomes) {
        return outcomes.stream()
                        .flatMap(outcome -> outcome.extraction().stream())
                        .anyMatch(extraction -> extraction.account().isPartial())
                ? PARTIAL
                : 0;
    }

    /** The sheet to look at, or that there is nothing to look at. */
    private String told(Outcome outcome) {
        return switch (outcome.what()) {
            case SAME -> line("extract.same", outcome.out());
            case AGAIN -> line("extract.differs", outcome.out().resolve("differences.csv"), outcome.sheet());
            case KEPT -> line("extract.kept", outcome.out());
            case REFUSED -> outcome.refused().get(0).toString();
            case READ -> outcome.sheet().toString();
        };
    }

    /** One line for each document; those that are refused are told once more at the end, as faults. */
    private int writeAll(Desk desk) {
        PrintWriter err = spec.commandLine().getErr();
        List<Outcome> outcomes =
                ProgressPrinter.during(err, progress -> desk.writeAll(file, mode.out, again, progress));
        outcomes.forEach(outcome -> HiddenWords.tell(outcome.file(), outcome.hidden(), spec));
        PrintWriter out = spec.commandLine().getOut();
        int width = outcomes.stream()
                .mapToInt(outcome -> id(outcome).length())
                .max()
                .orElse(1);
        String form = "%-" + Math.max(width, 2) + "s %6s %7s %8s %7s  %s";
        out.println(form.formatted((Object[]) line("extract.columns").split("\\|")));
        outcomes.forEach(outcome -> out.println(line(outcome, form)));
        out.flush();
        err.println(line(
                "extract.all",
                outcomes.size(),
                count(outcomes, What.READ),
                count(outcomes, What.AGAIN),
                count(outcomes, What.SAME),
                count(outcomes, What.KEPT),
                count(outcomes, What.REFUSED)));
        if (count(outcomes, What.REFUSED) > 0) {
            throw new InputException(outcomes.stream()
                    .flatMap(outcome -> outcome.refused().stream())
                    .toList());
        }
        return code(outcomes);
    }

    private String line(Outcome outcome, String form) {
        List<Object> cells = new ArrayList<>(outcome
                .extraction()
                .<List<Integer>>map(read -> List.of(
                        read.tasks().size(),
                        read.responsibilities().size(),
                        read.figures().size(),
                        read.doubts().size()))
                .orElse(List.of())
                .stream()
                .map(String::valueOf)
                .toList());
        while (cells.size() < COUNTS) {
            cells.add("–");
        }
        cells.add(0, id(outcome));
        cells.add(outcome.what() == What.REFUSED ? told(outcome) : outcome.file() + " → " + told(outcome));
        return form.formatted(cells.toArray());
    }

    private static String id(Outcome outcome) {
        return outcome.extraction().map(Extraction::document).orElse("–");
    }

    private static long count(List<Outcome> outcomes, What what) {
        return outcomes.stream().filter(outcome -> outcome.what() == what).count();
    }

    private String line(String key, Object... values) {
        return spec.resourceBundle().getString(key).formatted(values);
    }

    private void merge() {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Long> added =
                ProgressPrinter.during(err, progress -> new Loader(Zhice.home(), progress).merge(mode.merge));
        added.forEach((table, rows) -> err.println("data/tables/" + table + ".csv: " + rows + " rows added"));
        err.println(line("extract.merged"));
    }

    private void evaluate(Extraction extraction) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("column          gold  found  precision  recall     F1");
        for (Score score : Evaluation.of(extraction, mode.gold)) {
            out.println("%-14s %5d %6d %10.3f %7.3f %6.3f"
                    .formatted(
                            score.column(),
                            score.gold().size(),
                            score.found().size(),
                            score.precision(),
                            score.recall(),
                            score.f1()));
            score.missing().forEach(line -> out.println("    - " + line));
            score.tooMany().forEach(line -> out.println("    + " + line));
        }
        out.flush();
    }

    private static String summary(Extraction extraction) {
        return ("taken for %s; read %d %% of the text: %d sections, %d tasks, %d responsibilities, %d legislative actions,"
                        + " %d named undertakings, %d international bodies, %d figures, %d doubts: ")
                .formatted(
                        extraction.kind().words(),
                        extraction.account().percentRead(),
                        extraction.sections().size(),
                        extraction.tasks().size(),
                        extraction.responsibilities().size(),
                        extraction.actions().size(),
                        extraction.initiatives().size(),
                        extraction.organisations().size(),
                        extraction.figures().size(),
                        extraction.doubts().size());
    }
}
