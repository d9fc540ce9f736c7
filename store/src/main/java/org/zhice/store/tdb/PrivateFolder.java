package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder in which a process keeps copies of the builds that it reads, each under the name of its build. It lies beside the
 * builds or, where nothing may be written, among the temporary files of the machine. TDB2 opens its files for writing and
 * maps them, so that a published build would have to be writable, could serve one process only, and could change under it.
 */
final class PrivateFolder implements AutoCloseable {
    private static final String BEGIN = "serving-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FolderLock lock;

    private PrivateFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes one, and deletes those that killed processes left. */
    static PrivateFolder of(StoreFiles files) {
        Path parent = Files.isWritable(files.root()) ? files.root() : Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(parent);
            return make(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    parent + ": found no way to keep a copy of the build here (" + e.getMessage()
                            + "), expected a folder that may be written; another one is -Djava.io.tmpdir=FOLDER in"
                            + " ZHICE_JAVA_OPTS",
                    e);
        }
    }

    /** Another process that sweeps meanwhile may hold the lock, or have deleted it: then once more. */
    private static PrivateFolder make(Path parent) throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(parent, BEGIN);
            Path file = folder.resolve(LOCK);
            Optional<FolderLock> lock = FolderLock.tryLock(file);
            if (lock.isPresent() && Files.isRegularFile(file)) {
                return new PrivateFolder(folder.toRealPath(), lock.get());
            }
        }
    }

    private static void sweep(Path parent) throws IOException {
        for (Path folder : list(parent)) {
            Path file = folder.resolve(LOCK);
            if (Files.isWritable(file)) {
                FolderLock.tryLock(file).ifPresent(held -> {
                    StoreFiles.discard(folder);
                    held.close();
                });
            }
        }
    }

    private static List<Path> list(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(file -> file.getFileName().toString().startsWith(BEGIN))
                    .toList();
        }
    }

    /**
     * Copies a build and looks at each of its files on the way.
     *
     * @throws DamagedBuildException if one is not as it was published; nothing of the copy stays
     * @throws UncheckedIOException if it cannot be written
     */
    Path copy(Path build) {
        Path copy = path.resolve(String.valueOf(build.getFileName()));
        try {
            Files.createDirectory(copy);
            Seal.read(build).copy(build, copy);
            return copy;
        } catch (IOException e) {
            StoreFiles.discard(copy);
            throw new UncheckedIOException(path + ": cannot hold a copy of " + build + " (" + e.getMessage() + ")", e);
        } catch (DamagedBuildException e) {
            StoreFiles.discard(copy);
            throw e;
        }
    }

    /** Deletes all copies. */
    @Override
    public void close() {
        StoreFiles.discard(path);
        lock.close();
    }
}
