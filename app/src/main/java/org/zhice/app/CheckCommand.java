package org.zhice.app;

import java.io.PrintWriter;
import org.zhice.loader.Loader;
import org.zhice.loader.build.KnowledgeGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks tables and graph without building. */
@Command(name = "check")
final class CheckCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        KnowledgeGraph graph = ProgressPrinter.during(err, progress -> new Loader(Zhice.home(), progress).check());
        err.println(
                "%,d quads in %d graphs, nothing wrong".formatted(graph.quads().size(), graph.graphCount()));
    }
}
