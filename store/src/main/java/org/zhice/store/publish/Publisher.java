package org.zhice.store.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.store.ReleaseId;
import org.zhice.store.Terms;
import org.zhice.store.dump.Dumps;
import org.zhice.store.tdb.Disk;
import org.zhice.store.tdb.FolderLock;
import org.zhice.store.tdb.StoreArchive;
import org.zhice.store.tdb.StoreFiles;

/**
 * Writes releases into a folder that others read, at any moment: the files of a release are whole before the pointer names
 * them, and none is changed afterwards.
 *
 * @param folder made if it is missing
 */
public record Publisher(Path folder) {
    private static final String PART = ".part";

    /** What came of it; nothing was written if it was published before. */
    public record Outcome(Published published, boolean isNew) {}

    /**
     * Publishes the newest good build of a store, and deletes the releases before the newest {@link Dumps#KEPT}.
     *
     * @throws IllegalStateException if there is no build, its dumps are gone, a newer one is published, or another process
     *     builds or publishes
     * @throws UncheckedIOException if the folder cannot be written
     */
    public Outcome publish(StoreFiles stores, Dumps dumps) {
        FolderLock lock = stores.lock();
        try {
            return publishAlone(stores, dumps);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    folder + ": found no way to write a release (" + e.getMessage()
                            + "), expected room for it; what was" + " published before stays",
                    e);
        } finally {
            lock.close();
        }
    }

    private Outcome publishAlone(StoreFiles stores, Dumps dumps) throws IOException {
        Path build = stores.good()
                .orElseThrow(() -> new IllegalStateException(
                        stores.root() + ": found no good build, expected one; build one with `./zhice build`"));
        String name = String.valueOf(build.getFileName());
        Optional<Published> before = published();
        if (before.isPresent() && before.get().build().compareTo(name) >= 0) {
            return new Outcome(same(before.get(), name), false);
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(name + PART);
        List.of(part, folder.resolve(name)).forEach(Publisher::deleteIfThere);
        Published published = write(build, dumps, Files.createDirectory(part));
        Disk.flush(part);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        point(published);
        prune();
        return new Outcome(published, true);
    }

    /** Readers only ever go on to later builds, so that none comes to see an older release after a newer one. */
    private Published same(Published before, String name) {
        if (!before.build().equals(name)) {
            throw new IllegalStateException(folder + ": found " + before.build() + ", expected none later than " + name
                    + "; to go back to an earlier content, build it anew with `./zhice build`");
        }
        return before;
    }

    /** What the pointer names now. */
    public Optional<Published> published() {
        Path pointer = folder.resolve(Published.POINTER);
        try {
            return Files.exists(pointer)
                    ? Optional.of(PublishedJson.read(Files.readString(pointer)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    pointer + ": found something else (" + e.getMessage() + "), expected a published release", e);
        }
    }

    private Published write(Path build, Dumps dumps, Path to) throws IOException {
        String release = ReleaseId.of(build.resolve(StoreFiles.NQUADS));
        if (dumps.find(release).isEmpty() || !dumps.isKept(release)) {
            throw new IllegalStateException(dumps.folder() + ": found no dump of the release " + release
                    + ", expected one; make it anew with `./zhice build`");
        }
        List<String> names = new ArrayList<>(List.of(Published.STORE, Dumps.name(release, Dumps.MANIFEST)));
        dumps.dumps(release).forEach(file -> names.add(file.name()));
        long unpacked;
        try (OutputStream out = Files.newOutputStream(to.resolve(Published.STORE))) {
            unpacked = StoreArchive.write(build, out);
        }
        List<PublishedFile> files = new ArrayList<>();
        for (String name : names) {
            Path file = to.resolve(name);
            if (!name.equals(Published.STORE)) {
                Files.copy(dumps.path(name), file);
            }
            files.add(PublishedFile.of(file));
        }
        Published published = new Published(
                String.valueOf(build.getFileName()), release, Terms.VERSION, StoreArchive.FORM, unpacked, files);
        Files.writeString(to.resolve(Published.DESCRIPTION), PublishedJson.of(published));
        return published;
    }

    private void point(Published published) throws IOException {
        Path part = folder.resolve(Published.POINTER + PART);
        Files.writeString(part, PublishedJson.of(published));
        Disk.flush(part);
        Files.move(part, folder.resolve(Published.POINTER), StandardCopyOption.ATOMIC_MOVE);
        Disk.flush(folder, folder);
    }

    /** What a killed process left goes too. */
    private void prune() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> builds = all.filter(path ->
                            StoreFiles.isName(String.valueOf(path.getFileName()).replace(PART, "")))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            List<Path> whole = builds.stream()
                    .filter(path -> StoreFiles.isName(String.valueOf(path.getFileName())))
                    .limit(Dumps.KEPT)
                    .toList();
            builds.stream().filter(path -> !whole.contains(path)).forEach(StoreFiles::discard);
        }
    }

    private static void deleteIfThere(Path folder) {
        if (Files.exists(folder)) {
            StoreFiles.delete(folder);
        }
    }
}
