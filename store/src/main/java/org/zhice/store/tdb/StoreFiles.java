package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.store.DataFolder;

/**
 * The folder of stores: one sub-folder per build, and the link {@code current} to the newest whole one.
 *
 * <p>A build is never changed after it is published. {@code current} moves in one step, so a reader sees the old build
 * or the new one and nothing between. The build before the newest stays, for servers that still read it.
 */
public record StoreFiles(Path root) {
    /** The tables that a build was made from, in its folder, with their contract. */
    public static final String TABLES = "tables";

    private static final String CURRENT = "current";
    private static final String BUILD = "build-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final int KEPT = 2;

    /** Where a checkout has them. */
    public static StoreFiles in(Path checkout) {
        return new StoreFiles(DataFolder.of(checkout).resolve("store"));
    }

    /** The real path of the newest whole build; empty when there is none. */
    public Optional<Path> current() {
        Path link = root.resolve(CURRENT);
        try {
            return Files.isDirectory(link) ? Optional.of(link.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the build of that name; empty if it is not here, as when the release comes from a store elsewhere. */
    public Optional<Path> build(String name) {
        return Files.isDirectory(root)
                ? builds().stream()
                        .filter(build -> build.getFileName().toString().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    /** A new empty folder for a build, named by the time in UTC. */
    public Path fresh() {
        try {
            Files.createDirectories(root);
            return Files.createDirectory(root.resolve(BUILD + STAMP.format(LocalDateTime.now(ZoneOffset.UTC))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a whole build the current one and deletes all but the newest two. */
    public void publish(Path build) {
        try {
            Path next = root.resolve(CURRENT + ".next");
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, build.getFileName());
            Files.move(next, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        builds().stream().skip(KEPT).filter(old -> !old.equals(build)).forEach(StoreFiles::delete);
    }

    /** Deletes a build that failed, or an old one. */
    public static void delete(Path build) {
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of all builds, the newest first. */
    public List<Path> builds() {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.getFileName().toString().startsWith(BUILD))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
