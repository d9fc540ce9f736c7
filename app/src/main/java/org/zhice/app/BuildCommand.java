package org.zhice.app;

import java.io.PrintWriter;
import java.util.List;
import org.zhice.app.contract.QueryContract;
import org.zhice.app.progress.ProgressPrinter;
import org.zhice.app.rehearsal.Rehearsal;
import org.zhice.loader.Loader;
import org.zhice.loader.Summary;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the store and makes it current. */
@Command(name = "build")
final class BuildCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        build(spec);
        Home home = Zhice.home();
        Rehearsal.ifWanted(spec.commandLine().getErr(), home.config(), home.root());
    }

    /** A wrong answer stops nothing: rows that a user adds change answers that were worked out without them. */
    private record Built(Summary summary, List<Finding> wrongAnswers) {}

    static void build(CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        Home home = Zhice.home();
        Built built = ProgressPrinter.during(err, progress -> {
            QueryContract contract = new QueryContract(home);
            return new Built(new Loader(home, progress).build(contract), contract.findings());
        });
        built.wrongAnswers().forEach(err::println);
        err.println(line(built.summary()));
    }

    private static String line(Summary summary) {
        return "%,d rows, %,d quads, %d graphs, %.1f s, %.1f MB: %s"
                .formatted(
                        summary.rows(),
                        summary.quads(),
                        summary.graphs(),
                        summary.time().toMillis() / 1e3,
                        summary.bytes() / 1e6,
                        Zhice.home().name(summary.build()));
    }
}
