package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.store.DataFolder;

/**
 * The folder of stores: one sub-folder per build, and the link {@code current} to the newest whole one.
 *
 * <p>A build is never changed after it is published, and is whole if and only if it has its seal. {@code current} moves in
 * one step, so a reader sees the old build or the new one and nothing between. Of the other builds the one before stays, if
 * it is good.
 */
public record StoreFiles(Path root) {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    /** The tables that a build was made from, in its folder, with their contract. */
    public static final String TABLES = "tables";

    /** The release as sorted N-Quads, in the folder of a build. */
    public static final String NQUADS = "zhice.nq";

    private static final String CURRENT = "current";
    private static final String BUILD = "build-";
    private static final String LOCK = "build.lock";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final Pattern NAME = Pattern.compile(BUILD + "\\d{8}-\\d{6}-\\d{3}");

    /** Where a checkout has them. */
    public static StoreFiles in(Path checkout) {
        return new StoreFiles(DataFolder.of(checkout).resolve("store"));
    }

    /** The real path of the build that the link names; empty when it names none. */
    public Optional<Path> current() {
        Path link = root.resolve(CURRENT);
        return Files.isSymbolicLink(link) && Files.isDirectory(link) ? Optional.of(real(link)) : Optional.empty();
    }

    /** What is wrong with the link itself; nothing if there is no build that it could name. */
    public Optional<Damage> linkDamage() {
        Path link = root.resolve(CURRENT);
        if (current().isPresent() || builds().isEmpty()) {
            return Optional.empty();
        }
        String found = Files.notExists(link, LinkOption.NOFOLLOW_LINKS)
                ? "nothing"
                : Files.isSymbolicLink(link) ? "a link to no folder" : "no link";
        return Optional.of(new Damage(link, found, "a link to the newest build"));
    }

    /**
     * Looks at the build that the link names, for who reads it where it lies.
     *
     * @throws DamagedBuildException if it is not as it was published
     */
    public void requireCurrent() {
        current().ifPresent(Seal::require);
    }

    /** What the link names, else the newest build, whether it is good or not; empty if there is none. */
    public Optional<Path> newest() {
        return candidates().stream().findFirst();
    }

    /** The folder of that name, be it a whole build or what a killed one left; empty if there is none. */
    public Optional<Path> folder(String name) {
        return folders().stream()
                .filter(build -> build.getFileName().toString().equals(name))
                .findFirst();
    }

    /** The folder of the build of that name; empty if it is not here, as when the release comes from a store elsewhere. */
    public Optional<Path> build(String name) {
        return folder(name).filter(Seal::isOn);
    }

    /** The folders of all whole builds, the newest first. */
    public List<Path> builds() {
        return folders().stream().filter(Seal::isOn).toList();
    }

    /** The real paths of whole builds in the order in which they are to be served: what the link names, then the newest. */
    List<Path> candidates() {
        return Stream.concat(current().stream(), builds().stream().map(StoreFiles::real))
                .distinct()
                .toList();
    }

    /** The build to read: the first whose files are all as they were published. */
    public Optional<Path> good() {
        return candidates().stream().filter(Seal::isGood).findFirst();
    }

    /** All good builds, that to read first. */
    public List<Path> allGood() {
        return candidates().stream().filter(Seal::isGood).toList();
    }

    /**
     * Holds the folder for one process to build in, until it is closed or the process ends.
     *
     * @throws IllegalStateException if another process builds
     * @throws UncheckedIOException if the folder cannot be written
     */
    public FolderLock lock() {
        try {
            Files.createDirectories(root);
            return FolderLock.tryLock(root.resolve(LOCK))
                    .orElseThrow(() -> new IllegalStateException(
                            root + ": found a build under way, expected one at a time; wait until it ends"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    root + ": found a folder that may not be written, expected to build a store in it ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    /** Deletes what killed builds left. To be called while {@link #lock} is held. */
    public void sweep() {
        folders().stream()
                .filter(build -> !Seal.isOn(build))
                .filter(build -> !current().equals(Optional.of(real(build))))
                .forEach(StoreFiles::discard);
    }

    /** A new empty folder for a build, named by the time in UTC, and later than all others even if the clock is not. */
    public Path fresh() {
        try {
            Files.createDirectories(root);
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
            LocalDateTime next = folders().stream()
                    .flatMap(build -> time(build).stream())
                    .map(time -> time.plus(1, ChronoUnit.MILLIS))
                    .findFirst()
                    .filter(now::isBefore)
                    .orElse(now);
            return Files.createDirectory(root.resolve(BUILD + STAMP.format(next)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As below, without counts. */
    public void publish(Path build) {
        publish(build, Map.of());
    }

    /**
     * Seals a build, makes it the current one and deletes all others but one that is good. What is on the disk by then
     * survives a power cut.
     *
     * @param counts what it holds, for who checks it later
     */
    public void publish(Path build, Map<String, Long> counts) {
        List<Path> before = candidates();
        try {
            Disk.flush(build);
            Seal.of(build, counts).write(build);
            Disk.flush(build.resolve(Seal.FILE));
            Disk.flush(build, root);
            link(build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        prune(build, before);
    }

    /**
     * Makes a build that was sealed elsewhere, and looked at, the current one, as {@link #publish} does. A damaged one of its name
     * makes way.
     *
     * @param build on the same disk as this folder, and not among its builds; it moves
     * @return where it lies now
     * @throws IllegalStateException if another process builds
     */
    public Path adopt(Path build) throws IOException {
        FolderLock lock = lock();
        try {
            Path target = root.resolve(String.valueOf(build.getFileName()));
            List<Path> before = candidates().stream()
                    .filter(one -> !one.equals(real(target)))
                    .toList();
            if (Files.exists(target)) {
                delete(target);
            }
            Disk.flush(build);
            Files.move(build, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.flush(target, root);
            link(target);
            prune(target, before);
            return target;
        } finally {
            lock.close();
        }
    }

    /** Whether a folder may bear this name as a build. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private void prune(Path build, List<Path> before) {
        Optional<Path> kept = before.stream().filter(Seal::isGood).findFirst();
        builds().stream()
                .filter(old -> !old.equals(build))
                .filter(old -> !kept.equals(Optional.of(real(old))))
                .forEach(StoreFiles::discard);
    }

    private void link(Path build) throws IOException {
        Path link = root.resolve(CURRENT);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            Path aside = Files.move(link, root.resolve(CURRENT + "-before-" + build.getFileName()));
            LOG.warn("{}: found no link, which is kept as {}", link, aside);
        }
        Path next = root.resolve(CURRENT + ".next");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, build.getFileName());
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
        Disk.flush(root, root);
    }

    /** Deletes a build that failed. */
    public static void delete(Path build) {
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder if that can be done: a new build is no worse for an old one that stays. */
    public static void discard(Path build) {
        try {
            delete(build);
        } catch (UncheckedIOException e) {
            LOG.warn("{}: not deleted", build, e);
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LocalDateTime> time(Path build) {
        try {
            return Optional.of(
                    LocalDateTime.parse(build.getFileName().toString().substring(BUILD.length()), STAMP));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
