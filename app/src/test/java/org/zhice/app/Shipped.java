package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhice.loader.Loader;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.server.ZhiceServer;
import org.zhice.store.tdb.StoreFiles;

/** The shipped data, checked, built and served once for all tests of a run that only read it: each of these takes seconds. */
final class Shipped {
    static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));

    private static KnowledgeGraph graph;
    private static Home built;
    private static ZhiceServer server;

    private Shipped() {}

    static synchronized KnowledgeGraph graph() {
        if (graph == null) {
            graph = new Loader(HOME, Progress.NONE).check();
        }
        return graph;
    }

    /** A checkout with a build, made as by {@code zhice build}. */
    static synchronized Home built() {
        if (built == null) {
            built = HOME.copyTo(folder());
            build(built);
        }
        return built;
    }

    /** A server over that build, which nobody closes. */
    static synchronized ZhiceServer server() {
        if (server == null) {
            server = ZhiceServer.start(built().config(), built().root(), 0);
        }
        return server;
    }

    /** Makes a build of a checkout as {@code zhice build} does. */
    static void build(Home home) {
        String before = System.setProperty("zhice.home", home.root().toString());
        try {
            BuildCommand.build(Zhice.commandLine().getSubcommands().get("build").getCommandSpec());
        } finally {
            System.setProperty("zhice.home", before);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("zhice");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void end(Path folder) {
        if (server != null) {
            server.close();
        }
        StoreFiles.delete(folder);
    }
}
