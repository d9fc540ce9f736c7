package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.zhice.loader.Loader;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.loader.text.SourceFile;
import org.zhice.loader.text.Texts;
import org.zhice.server.ZhiceServer;
import org.zhice.store.tdb.StoreFiles;

/** The shipped data, checked, built and served once for all tests of a run that only read it: each of these takes seconds. */
final class Shipped {
    static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));

    private static final Path SOURCES = HOME.root().resolve("../shared/sources");

    /** The texts that are added where they are to be read; the first is made up, and always there. */
    static final Map<String, Path> TEXTS = Map.of(
            "plan-2024", HOME.root().resolve("loader/src/test/resources/org/zhice/loader/evidence/tea-2024.txt"),
            "plan-2019", SOURCES.resolve("2019-plan.txt"),
            "plan-2023", SOURCES.resolve("2023-plan.txt"),
            "report-2023", SOURCES.resolve("2023-report.txt"),
            "zones-2022", SOURCES.resolve("2022-zones.txt"));

    private static KnowledgeGraph graph;
    private static Home built;
    private static ZhiceServer server;
    private static ZhiceServer readable;

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

    /** All quads of that build: what is released, and the results of the saved queries. */
    static List<Path> quads() {
        Path build = built().stores().current().orElseThrow();
        return List.of(build.resolve(StoreBuilder.NQUADS), build.resolve(StoreBuilder.CONTRACT));
    }

    /** A server over that build, which nobody closes. */
    static synchronized ZhiceServer server() {
        if (server == null) {
            server = ZhiceServer.start(built().config(), built().root(), 0);
        }
        return server;
    }

    /**
     * A server over the same data with texts added: a made-up one in place of the plan of 2024, and the official ones of the
     * other documents where they are at hand. Nobody closes it.
     */
    static synchronized ZhiceServer readable() {
        if (readable == null) {
            Home home = HOME.copyTo(folder());
            TEXTS.forEach((document, file) -> {
                if (Files.exists(file)) {
                    Texts.of(home).add(SourceFile.read(file), document, true);
                }
            });
            build(home);
            readable = ZhiceServer.start(home.config(), home.root(), 0);
        }
        return readable;
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
        Stream.of(server, readable).filter(Objects::nonNull).forEach(ZhiceServer::close);
        StoreFiles.delete(folder);
    }
}
