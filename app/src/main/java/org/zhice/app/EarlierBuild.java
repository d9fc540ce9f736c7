package org.zhice.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.loader.Loader;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;

/** The value of {@code --against}: an earlier release to compare with. */
final class EarlierBuild {
    /** For the release before what the tables say now. */
    static final String BEFORE = "";

    private EarlierBuild() {}

    /** The N-Quads of a build, by its name or folder, or a file of N-Quads. */
    static Path find(Home home, String build) {
        if (build.equals(BEFORE)) {
            return before(home);
        }
        Path given = home.root().resolve(build);
        return Stream.of(
                        given,
                        given.resolve(StoreBuilder.NQUADS),
                        home.stores().root().resolve(build).resolve(StoreBuilder.NQUADS))
                .filter(file -> Files.isRegularFile(file) && file.toString().matches(".*\\.nq(\\.gz)?"))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--against", "\"" + build + "\"", "the name of a build in data/store, or a file of N-Quads"));
    }

    /** The newest good build if the tables have changed since, else the one before it. */
    private static Path before(Home home) {
        List<Path> builds = home.stores().allGood();
        int earlier = new Loader(home, Progress.NONE).isStale() ? 0 : 1;
        if (earlier >= builds.size()) {
            throw new UsageException(
                    "--against", "no earlier build in data/store", "the name of a build, or a file of N-Quads");
        }
        return builds.get(earlier).resolve(StoreBuilder.NQUADS);
    }
}
