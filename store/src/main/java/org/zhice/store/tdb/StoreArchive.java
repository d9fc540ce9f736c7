package org.zhice.store.tdb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** A build as one file, to be taken elsewhere: a ZIP of the files that its seal names, and of the seal. */
public final class StoreArchive {
    /** The form of the stores that are read and written here; one in another cannot be served. */
    public static final int FORM = Seal.FORM;

    /** What the disk of one machine says of its files, which is of no use on another, and tells where they lie there. */
    private static final Set<String> LOCAL = Set.of("inputs.stamp");

    private StoreArchive() {}

    /**
     * Packs a build. The same build gives the same bytes.
     *
     * @param build good, and kept while this runs
     * @return how many bytes its files have unpacked
     */
    public static long write(Path build, OutputStream out) throws IOException {
        Seal seal = Seal.read(build).without(LOCAL);
        long bytes = 0;
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : seal.files().keySet()) {
                begin(name, zip);
                bytes += Files.copy(build.resolve(name), zip);
            }
            byte[] sealed = SealJson.of(seal).getBytes(StandardCharsets.UTF_8);
            begin(Seal.FILE, zip);
            zip.write(sealed);
            return bytes + sealed.length;
        }
    }

    private static void begin(String name, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    /**
     * Unpacks a build, and looks whether it is as it was sealed. Nothing is written outside the folder, and no more bytes than
     * are told.
     *
     * @param folder empty; what is in it after a failure is to be deleted
     * @param bytes how many all files have together
     * @throws DamagedBuildException if the archive holds anything else than one whole build of this size
     * @throws IOException if it is no archive, or the folder cannot be written
     */
    public static void unpack(Path archive, Path folder, long bytes) throws IOException {
        try {
            require(archive, folder, files(archive, folder, bytes));
        } catch (ZipException | EOFException e) {
            refuse(archive, "something else (" + e.getMessage() + ")", "an archive");
        }
    }

    private static void require(Path archive, Path folder, SortedMap<String, SealedFile> found) {
        found.remove(Seal.FILE);
        if (!found.equals(Seal.read(folder).files())) {
            refuse(archive, "other files than the seal names", "those that were published");
        }
    }

    private static SortedMap<String, SealedFile> files(Path archive, Path folder, long bytes) throws IOException {
        SortedMap<String, SealedFile> found = new TreeMap<>();
        long left = bytes;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                SealedFile file = SealedFile.copy(bounded(zip, left + 1), target(archive, folder, name));
                left -= file.bytes();
                if (left < 0) {
                    refuse(archive, "more than " + bytes + " bytes", "what was published");
                }
                found.put(name, file);
            }
        }
        return found;
    }

    private static InputStream bounded(InputStream in, long most) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(most)
                .setPropagateClose(false)
                .get();
    }

    /** Where a file goes; names that lead out of the folder, or to a file that is there by now, are refused. */
    private static Path target(Path archive, Path folder, String name) throws IOException {
        try {
            Path target = folder.resolve(name).normalize();
            if (target.startsWith(folder) && !Files.exists(target)) {
                return Files.createDirectories(target.getParent()).resolve(target.getFileName());
            }
        } catch (InvalidPathException e) {
            // refused as any other name that is none
        }
        refuse(archive, "a file by the name " + name, "names of files of a build, each once");
        throw new AssertionError();
    }

    private static void refuse(Path archive, String found, String expected) {
        throw new DamagedBuildException(new Damage(archive, found, expected));
    }
}
