package org.zhice.app;

import java.nio.file.Path;
import java.util.List;
import org.zhice.loader.Loader;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.store.Limits;
import org.zhice.store.memory.MemoryReleases;
import picocli.CommandLine.Model.CommandSpec;

/** The newest good build of a checkout, read into memory: a TDB2 folder opens for one process, which may be a running server. */
final class NewestRelease {
    private NewestRelease() {}

    /** Builds first if need be. */
    static MemoryReleases of(Home home, CommandSpec spec) {
        Path build = build(home, spec);
        return MemoryReleases.read(nquads(build), String.valueOf(build.getFileName()), Limits.read(home.config()));
    }

    /** Its files of N-Quads. Builds first if need be. */
    static List<Path> nquads(Home home, CommandSpec spec) {
        return nquads(build(home, spec));
    }

    private static List<Path> nquads(Path build) {
        return List.of(build.resolve(StoreBuilder.NQUADS), build.resolve(StoreBuilder.CONTRACT));
    }

    private static Path build(Home home, CommandSpec spec) {
        if (new Loader(home, Progress.NONE).isStale()) {
            BuildCommand.build(spec);
        }
        return home.stores().good().orElseThrow();
    }
}
