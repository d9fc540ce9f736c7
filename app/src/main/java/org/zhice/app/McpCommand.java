package org.zhice.app;

import org.zhice.loader.input.Home;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.mcp.McpService;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the newest build to a language model over standard input and output. */
@Command(name = "mcp")
final class McpCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        Home home = Zhice.home();
        Releases releases = NewestRelease.of(home, spec);
        SavedQueries queries = releases.read(SavedQueries.read(home.queries())::requireKinds);
        new McpService(queries, releases, Limits.read(home.config())).serve(System.in, System.out);
    }
}
