package org.zhice.store.follow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.LongAdder;
import org.zhice.store.follow.Trouble.Kind;
import org.zhice.store.follow.Trouble.Met;
import org.zhice.store.publish.PublishedFile;

/**
 * Fetches files into a folder. What came before a connection broke is kept, and the rest asked for the next time.
 *
 * @param fetched counts the bytes that came
 */
record Download(Source source, Path folder, LongAdder fetched) {
    private static final int PIECE = 1 << 16;

    /**
     * A file, whole and proved.
     *
     * @param path where the source has it
     * @throws IOException if it cannot be written here
     */
    Path fetch(String path, PublishedFile file) throws Met, IOException {
        Path whole = folder.resolve(file.name());
        if (Files.exists(whole)) {
            return whole;
        }
        Path part = folder.resolve(file.name() + ".part");
        long here = Files.exists(part) ? Files.size(part) : 0;
        if (here < file.bytes()) {
            rest(path, part, here, file.bytes());
        }
        long came = Files.size(part);
        if (came < file.bytes()) {
            throw new Met(Kind.SOURCE, source + " " + path, came + " bytes", file.bytes() + " bytes");
        }
        PublishedFile found = PublishedFile.of(part);
        if (!found.holdsAs(file)) {
            Files.delete(part);
            throw new Met(Kind.DAMAGED, source + " " + path, told(found), told(file));
        }
        return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String told(PublishedFile file) {
        return file.bytes() + " bytes with the SHA-256 " + file.sha256();
    }

    /** One byte more than there should be is enough to see that it is another file. */
    private void rest(String path, Path part, long here, long bytes) throws Met, IOException {
        Source.Bytes opened = open(path, part, here);
        try (InputStream in = opened.in();
                OutputStream out = Files.newOutputStream(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        opened.from() == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND)) {
            byte[] piece = new byte[PIECE];
            long left = bytes + 1 - opened.from();
            for (int length = read(path, in, piece, left); length > 0; length = read(path, in, piece, left)) {
                out.write(piece, 0, length);
                fetched.add(length);
                left -= length;
            }
        }
    }

    /** A part that the source cannot go on with is no part of what it has now. */
    private Source.Bytes open(String path, Path part, long here) throws Met, IOException {
        try {
            return source.open(path, here);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).endsWith(" 416")) {
                Files.deleteIfExists(part);
            }
            throw noAnswer(path, e);
        }
    }

    private int read(String path, InputStream in, byte[] piece, long left) throws Met {
        try {
            return left == 0 ? 0 : in.read(piece, 0, (int) Math.min(left, piece.length));
        } catch (IOException e) {
            throw noAnswer(path, e);
        }
    }

    private Met noAnswer(String path, IOException e) {
        return new Met(Kind.SOURCE, source + " " + path, said(e), "the file");
    }

    /** What an exception says, and of which kind it is where that says all. */
    static String said(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
