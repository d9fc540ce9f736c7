package org.zhice.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.zhice.loader.Loader;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.FreshFolder;
import org.zhice.loader.input.TimeLimit;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.review.Evaluation;
import org.zhice.loader.review.ReviewSheet;
import org.zhice.loader.review.Score;
import org.zhice.loader.tables.Tables;
import org.zhice.loader.text.SourceFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a document into rows to review, measures the reading, or puts reviewed rows into the tables. */
@Command(name = "extract")
final class ExtractCommand implements Runnable {
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

    @Override
    public void run() {
        if (mode.merge != null) {
            merge();
            return;
        }
        if (file == null || id == null) {
            throw new UsageException(
                    "extract", file == null ? "no FILE" : "no --id", "FILE and --id, such as plan-2025");
        }
        if (mode.out != null) {
            FreshFolder.require("--out", mode.out);
        }
        DocumentReader reader = DocumentReader.of(Tables.read(Zhice.home()));
        SourceFile source = SourceFile.read(file);
        HiddenWords.tell(file, source.hidden(), spec);
        String place = file.toString();
        Extraction extraction = TimeLimit.within(place, () -> reader.read(source.text(), id, place));
        if (mode.out != null) {
            ReviewSheet.write(extraction, reader.rows(extraction), source.text(), mode.out);
            spec.commandLine().getErr().println(summary(extraction) + mode.out.resolve("review.html"));
        } else {
            evaluate(extraction);
        }
    }

    private void merge() {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Long> added =
                ProgressPrinter.during(err, progress -> new Loader(Zhice.home(), progress).merge(mode.merge));
        added.forEach((table, rows) -> err.println("data/tables/" + table + ".csv: " + rows + " rows added"));
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
        return ("taken for %s. %d sections, %d tasks, %d responsibilities, %d legislative actions, %d named undertakings,"
                        + " %d international bodies, %d figures, %d doubts: ")
                .formatted(
                        extraction.kind().words(),
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
