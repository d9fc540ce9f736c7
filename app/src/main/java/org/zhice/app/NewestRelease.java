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
        if (new Loader(home, Progress.NONE).isStale()) {
            BuildCommand.build(spec);
        }
        Path build = home.stores().good().orElseThrow();
        List<Path> quads = List.of(build.resolve(StoreBuilder.NQUADS), build.resolve(StoreBuilder.CONTRACT));
        return MemoryReleases.read(quads, String.valueOf(build.getFileName()), Limits.read(home.config()));
    }
}
