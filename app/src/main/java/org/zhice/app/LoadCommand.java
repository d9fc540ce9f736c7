package org.zhice.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import org.zhice.app.progress.ProgressPrinter;
import org.zhice.loader.input.Home;
import org.zhice.store.Limits;
import org.zhice.store.remote.RemoteLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the newest build into another engine, or finds it there, and reads it back. */
@Command(name = "load")
final class LoadCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Option(names = "--backend", required = true, paramLabel = "URL", descriptionKey = "load.backend")
    String backend;

    @Option(names = "--graph-store", paramLabel = "URL", descriptionKey = "load.graph-store")
    String graphStore;

    @Option(names = "--loaded", descriptionKey = "load.loaded")
    boolean isLoaded;

    @Override
    public void run() {
        URI endpoint = Endpoint.proven(Endpoint.address("--backend", backend, "a SPARQL endpoint"));
        URI store = Endpoint.proven(graphStore(endpoint));
        Home home = Zhice.home();
        Limits limits = Limits.read(home.config());
        List<Path> nquads = NewestRelease.nquads(home, spec);
        PrintWriter err = spec.commandLine().getErr();
        ResourceBundle words = spec.resourceBundle();
        RemoteLoad.Outcome outcome = ProgressPrinter.during(
                err,
                progress -> isLoaded
                        ? RemoteLoad.compare(nquads, endpoint, store, limits, progress::at)
                        : RemoteLoad.load(nquads, endpoint, store, limits, progress::at));
        outcome.others()
                .forEach(name -> err.println(words.getString("load.other").formatted(name)));
        err.println(words.getString("load.done")
                .formatted(outcome.release(), outcome.quads(), outcome.graphs(), outcome.written(), endpoint));
    }

    private URI graphStore(URI endpoint) {
        return graphStore == null
                ? RemoteLoad.graphStore(endpoint)
                        .orElseThrow(() -> new UsageException(
                                "--graph-store", "nothing", "the address of its SPARQL 1.1 graph store"))
                : Endpoint.address("--graph-store", graphStore, "a SPARQL 1.1 graph store");
    }
}
