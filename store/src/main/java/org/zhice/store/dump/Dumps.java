package org.zhice.store.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.store.DataFolder;

/**
 * The folder of dumps, {@code data/dumps}: of each release a manifest for ever, and of the newest ones the release itself as
 * N-Quads and as Turtle, packed, each with a file of its checksum as {@code sha256sum -c} reads it.
 *
 * @param folder may be missing: then there is no release
 */
public record Dumps(Path folder) {
    /** The end of the name of a release as N-Quads. */
    public static final String NQUADS = ".nq.gz";

    /** The end of the name of a release as Turtle. */
    public static final String TURTLE = ".ttl.gz";

    /** The end of the name of a file of checksums. */
    public static final String CHECKSUM = ".sha256";

    private static final String BEGIN = "zhice-";

    /** The end of the name of a manifest. */
    public static final String MANIFEST = ".json";

    /** Of so many releases the dumps stay. */
    public static final int KEPT = 20;

    /** No id leads out of the folder. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]+");

    private static final Comparator<Manifest> NEWEST_FIRST = Comparator.comparing(Manifest::issued)
            .thenComparing(Manifest::release)
            .reversed();

    /** Where a checkout has them. */
    public static Dumps in(Path checkout) {
        return new Dumps(DataFolder.of(checkout).resolve("dumps"));
    }

    /** The name of a file of a release, by its end. */
    public static String name(String release, String end) {
        return BEGIN + release + end;
    }

    /** All releases that there ever were, the newest first. */
    public List<Manifest> manifests() {
        return files().stream()
                .filter(file -> name(file).startsWith(BEGIN) && name(file).endsWith(MANIFEST))
                .map(file -> ManifestJson.read(read(file)))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** A release by its id. */
    public Optional<Manifest> find(String release) {
        return Optional.of(release)
                .filter(id -> ID.matcher(id).matches())
                .map(id -> path(name(id, MANIFEST)))
                .filter(Files::isRegularFile)
                .map(file -> ManifestJson.read(read(file)));
    }

    /** Where a file lies, or would lie. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** The dumps of a release that are there, with what their checksums say. */
    public List<DumpFile> dumps(String release) {
        return Stream.of(NQUADS, TURTLE)
                .map(end -> name(release, end))
                .filter(name -> Files.exists(path(name)) && Files.exists(path(name + CHECKSUM)))
                .map(name -> new DumpFile(
                        name, size(path(name)), read(path(name + CHECKSUM)).split(" ", 2)[0]))
                .toList();
    }

    /** Whether a release can still be taken away whole. */
    public boolean isKept(String release) {
        return Files.exists(path(name(release, NQUADS)));
    }

    /** When a release that is new now is issued: later than all others, even if the clock was set back. */
    public Instant nextIssue() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return manifests().stream()
                .map(newest -> newest.issued().plusMillis(1))
                .findFirst()
                .filter(now::isBefore)
                .orElse(now);
    }

    /** Lists a release whose dumps are written, and lets go of the dumps of old ones. */
    public void list(Manifest manifest) {
        write(name(manifest.release(), MANIFEST), ManifestJson.of(manifest) + "\n");
        Set<String> kept = Stream.concat(
                        Stream.of(manifest), manifests().stream().limit(KEPT))
                .map(Manifest::release)
                .collect(Collectors.toSet());
        files().stream()
                .filter(file -> !name(file).endsWith(MANIFEST))
                .filter(file -> kept.stream().noneMatch(release -> name(file).startsWith(BEGIN + release + ".")))
                .forEach(Dumps::delete);
    }

    /** Writes a small file in one step, so that nobody reads half of it. */
    public void write(String name, String text) {
        write(name, file -> Files.writeString(file, text));
    }

    /** Writes a file likewise. */
    public void write(String name, Writer writer) {
        try {
            Files.createDirectories(folder);
            Path part = path(name + ".part");
            try {
                writer.writeTo(part);
                Files.move(part, path(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(Path file) throws IOException;
    }

    private List<Path> files() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
