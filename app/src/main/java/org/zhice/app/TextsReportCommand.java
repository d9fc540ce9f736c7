package org.zhice.app;

import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.zhice.loader.evidence.Comparison;
import org.zhice.loader.evidence.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells where the added texts and the reviewed tables disagree: the differences as CSV, one line on each text beside. */
@Command(name = "report")
final class TextsReportCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        List<Comparison> comparisons = Comparison.all(Zhice.home());
        PrintWriter out = spec.commandLine().getOut();
        out.print(line(Difference.header()));
        comparisons.forEach(
                comparison -> comparison.differences().forEach(difference -> out.print(line(difference.cells()))));
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        if (comparisons.isEmpty()) {
            err.println(TextsCommand.line("texts.none"));
        }
        comparisons.forEach(comparison -> err.println(summary(comparison)));
    }

    private static String line(List<String> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\n";
    }

    private static String summary(Comparison comparison) {
        if (!comparison.known()) {
            return TextsCommand.line("texts.report.unknown", comparison.document());
        }
        if (!comparison.refusal().isEmpty()) {
            return comparison.refusal();
        }
        return comparison.differences().isEmpty()
                ? TextsCommand.line("texts.report.agrees", comparison.document())
                : TextsCommand.line(
                        "texts.report.differs",
                        comparison.document(),
                        count(comparison, Difference.Side.BOTH),
                        count(comparison, Difference.Side.TEXT),
                        count(comparison, Difference.Side.TABLES));
    }

    private static long count(Comparison comparison, Difference.Side side) {
        return comparison.differences().stream()
                .filter(difference -> difference.side() == side)
                .count();
    }
}
