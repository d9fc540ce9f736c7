package org.zhice.app;

import java.io.PrintWriter;
import org.zhice.loader.Loader;
import org.zhice.loader.Summary;
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
    }

    static void build(CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        Summary summary = ProgressPrinter.during(err, progress -> new Loader(Zhice.home(), progress).build());
        err.println(line(summary));
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
