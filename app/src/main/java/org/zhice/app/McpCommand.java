package org.zhice.app;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.zhice.server.mcp.McpService;
import org.zhice.server.query.SavedQueries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the newest build to a language model over standard input and output. */
@Command(name = "mcp")
final class McpCommand implements Runnable {
    private static final String TEN_AND_THIRTY_SECONDS = "10000,30000";

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        DatasetGraph release = Release.load(Zhice.home(), spec).store();
        Context limits = release.getContext().copy().set(ARQ.queryTimeout, TEN_AND_THIRTY_SECONDS);
        new McpService(
                        SavedQueries.read(Zhice.home().queries()),
                        question -> Txn.calculateRead(release, () -> question.apply(release, limits.copy())))
                .serve(System.in, System.out);
    }
}
