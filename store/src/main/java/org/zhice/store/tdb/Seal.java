package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.jena.dboe.sys.Names;
import org.apache.lucene.index.IndexWriter;

/**
 * What a whole build is, written as its last file: a folder without a seal is no build. Who opens a build looks at each of
 * its files first.
 *
 * @param form in which a store lies on the disk; a build in another is not opened, for it would be read as if it were empty
 * @param counts what a build holds, by names such as {@code quads}, {@code GSPO} or {@code documents}
 * @param files length and checksum of each file by its path in the build, but of locks, which change with each opening
 */
record Seal(int form, SortedMap<String, Long> counts, SortedMap<String, SealedFile> files) {
    static final String FILE = "seal.json";

    /** The second: all triples stand in the default graph too. */
    static final int FORM = 2;

    private static final Set<String> UNSEALED = Set.of(FILE, Names.TDB_LOCK_FILE, IndexWriter.WRITE_LOCK_NAME);

    /** The seal of a build as it lies there. */
    static Seal of(Path build, Map<String, Long> counts) {
        SortedMap<String, SealedFile> files = new ConcurrentSkipListMap<>();
        try {
            sealable(build).parallelStream()
                    .forEach(file -> files.put(build.relativize(file).toString(), sealed(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Seal(FORM, new TreeMap<>(counts), files);
    }

    private static SealedFile sealed(Path file) {
        try {
            return SealedFile.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a build that a seal tells of. */
    private static List<Path> sealable(Path build) throws IOException {
        try (Stream<Path> files = Files.walk(build)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !UNSEALED.contains(file.getFileName().toString()))
                    .toList();
        }
    }

    /** Files of a build of which the seal tells nothing. */
    List<Path> strays(Path build) {
        try {
            return sealable(build).stream()
                    .filter(file -> !files.containsKey(build.relativize(file).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seal of the same build when some of its files are left away. */
    Seal without(Set<String> names) {
        SortedMap<String, SealedFile> left = new TreeMap<>(files);
        left.keySet().removeAll(names);
        return new Seal(form, counts, left);
    }

    static boolean isOn(Path build) {
        return Files.isRegularFile(build.resolve(FILE));
    }

    /**
     * The seal of a build.
     *
     * @throws DamagedBuildException if there is none, it is not as it was written, or it is of a build in another form
     */
    static Seal read(Path build) {
        Path file = build.resolve(FILE);
        Seal seal;
        try {
            seal = SealJson.read(Files.readString(file));
        } catch (IOException e) {
            throw new DamagedBuildException(new Damage(file, said(e), "the seal of a whole build"));
        } catch (RuntimeException e) {
            throw new DamagedBuildException(new Damage(file, "something else", "the seal of a whole build"));
        }
        if (seal.form != FORM) {
            refuse(new Damage(
                    file,
                    "a build in form " + seal.form + ", by another version of this program",
                    "form " + FORM + ", which `./zhice build` makes"));
        }
        return seal;
    }

    /** Breaks off at the first file of a build that is not as its seal says. */
    static void require(Path build) {
        Seal seal = read(build);
        seal.files.keySet().parallelStream()
                .flatMap(name -> seal.damage(build, name).stream())
                .findFirst()
                .ifPresent(Seal::refuse);
    }

    static boolean isGood(Path build) {
        try {
            require(build);
            return true;
        } catch (DamagedBuildException e) {
            return false;
        }
    }

    /** What is wrong with a file. */
    Optional<Damage> damage(Path build, String name) {
        Path file = build.resolve(name);
        try {
            return difference(file, SealedFile.of(file), files.get(name));
        } catch (IOException e) {
            return Optional.of(new Damage(file, said(e), files.get(name).toString()));
        }
    }

    /** Copies the files of a build, and only those that the seal names, into an empty folder; breaks off as above. */
    void copy(Path build, Path to) throws IOException {
        try {
            files.keySet().parallelStream().forEach(name -> copy(build, to, name));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        write(to);
    }

    private void copy(Path build, Path to, String name) {
        Path from = build.resolve(name);
        Path target = to.resolve(name);
        if (!Files.isRegularFile(from)) {
            refuse(new Damage(from, "no file", files.get(name).toString()));
        }
        try {
            Files.createDirectories(target.getParent());
            difference(from, SealedFile.copy(from, target), files.get(name)).ifPresent(Seal::refuse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it in one step, when all else is on the disk. */
    void write(Path build) throws IOException {
        Path part = Files.writeString(build.resolve(FILE + ".part"), SealJson.of(this));
        Files.move(part, build.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<Damage> difference(Path file, SealedFile found, SealedFile expected) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(new Damage(file, found.toString(), expected.toString()));
    }

    private static void refuse(Damage damage) {
        throw new DamagedBuildException(damage);
    }

    private static String said(IOException e) {
        return e instanceof NoSuchFileException
                ? "nothing"
                : e instanceof AccessDeniedException ? "what may not be read" : String.valueOf(e.getMessage());
    }
}
