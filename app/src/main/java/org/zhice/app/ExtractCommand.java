package org.zhice.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhice.app.progress.ProgressPrinter;
import org.zhice.app.reading.ExtractionWords;
import org.zhice.app.reading.HiddenWords;
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

    private ExtractionWords words;

    /** 0, or 4 if a part of a document was not read of which a row could have been made. */
    @Override
    public Integer call() {
        if (mode.merge != null) {
            merge();
            return 0;
        }
        requireSense();
        words = new ExtractionWords(spec.resourceBundle());
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
        PrintWriter err = spec.commandLine().getErr();
        err.println(words.summary(outcome));
        return code(List.of(outcome));
    }

    /** Tells what could have been rows and was not read, and that the exit code says so. */
    private int code(List<Outcome> outcomes) {
        List<String> partial = words.partial(outcomes);
        partial.forEach(spec.commandLine().getErr()::println);
        return partial.isEmpty() ? 0 : PARTIAL;
    }

    /** One line for each document; those that are refused are told once more at the end, as faults. */
    private int writeAll(Desk desk) {
        PrintWriter err = spec.commandLine().getErr();
        List<Outcome> outcomes =
                ProgressPrinter.during(err, progress -> desk.writeAll(file, mode.out, again, progress));
        outcomes.forEach(outcome -> HiddenWords.tell(outcome.file(), outcome.hidden(), spec));
        PrintWriter out = spec.commandLine().getOut();
        words.table(outcomes).forEach(out::println);
        out.flush();
        err.println(words.count(outcomes));
        if (outcomes.stream().anyMatch(outcome -> outcome.what() == What.REFUSED)) {
            throw new InputException(outcomes.stream()
                    .flatMap(outcome -> outcome.refused().stream())
                    .toList());
        }
        return code(outcomes);
    }

    private void merge() {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Long> added =
                ProgressPrinter.during(err, progress -> new Loader(Zhice.home(), progress).merge(mode.merge));
        added.forEach((table, rows) -> err.println("data/tables/" + table + ".csv: " + rows + " rows added"));
        err.println(spec.resourceBundle().getString("extract.merged"));
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
}
