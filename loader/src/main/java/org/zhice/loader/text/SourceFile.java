package org.zhice.loader.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.zhice.loader.extract.Legible;
import org.zhice.loader.input.InputException;
import org.zhice.store.plain.Utf8;

/**
 * A file that holds the text of a document: plain text or HTML in any encoding usual for Chinese, PDF with a text layer,
 * or Word (.docx).
 */
public final class SourceFile {
    private static final long LARGEST = 64_000_000L;
    /** Eighty times the longest plan; with more, a text damaged at every character would not fit into memory. */
    private static final int LONGEST = 2_000_000;

    private static final int MOST_BYTES_A_CHARACTER = 4;
    private static final int SAMPLE = 1_000_000;
    private static final double COMMON = 0.8;

    private final Path path;
    private final byte[] bytes;
    private final Format format;
    private final Parsed parsed;

    private SourceFile(Path path, byte[] bytes, Format format, Parsed parsed) {
        this.path = path;
        this.bytes = bytes;
        this.format = format;
        this.parsed = parsed;
    }

    /**
     * Reads a file; the same bytes give the same text.
     *
     * @throws InputException if the file is missing, empty, too large, in a format or an encoding that is not read, or
     *     holds no text or none in Chinese, or takes too much time or memory to unpack
     */
    public static SourceFile read(Path path) {
        try (Apart apart = new Apart()) {
            return read(path, apart);
        }
    }

    /** As {@link #read(Path)}, for one file of many. */
    public static SourceFile read(Path path, Apart apart) {
        String place = path.toString();
        byte[] bytes = bytes(path, place);
        Format format =
                Utf8.mark(bytes).isEmpty() ? Format.of(bytes, path.getFileName().toString(), place) : Format.TXT;
        SourceFile file = new SourceFile(path, bytes, format, parsed(format, bytes, place, apart));
        file.check(place);
        return file;
    }

    private static Parsed parsed(Format format, byte[] bytes, String place, Apart apart) {
        if (format != Format.TXT) {
            return apart.parse(format, bytes, place, LONGEST);
        }
        if (bytes.length > (long) MOST_BYTES_A_CHARACTER * LONGEST) {
            throw TikaText.tooLong(place, LONGEST);
        }
        return Parsed.of(format, bytes, place, LONGEST);
    }

    private static byte[] bytes(Path path, String place) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new InputException(
                        place, Files.exists(path) ? "no file but a folder" : "no file", Format.expected());
            }
            long size = Files.size(path);
            if (size == 0) {
                throw new InputException(place, "an empty file", Format.expected());
            }
            if (size > LARGEST) {
                throw new InputException(
                        place, "%,d bytes".formatted(size), "one document of at most %,d bytes".formatted(LARGEST));
            }
            return Files.readAllBytes(path);
        } catch (AccessDeniedException e) {
            throw new InputException(place, "a file that this user may not read", "one that may be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(String place) {
        String text = text();
        if (text.length() > LONGEST) {
            throw TikaText.tooLong(place, LONGEST);
        }
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        boolean foreign =
                sample.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).count() * 4 > sample.length();
        if (foreign && CommonCharacters.share(sample) < COMMON) {
            throw new InputException(
                    place,
                    "letters that are rare in Chinese: a wrong encoding, or another language",
                    "the Chinese text of a document");
        }
        Legible.check(text, place);
    }

    /** The text, one paragraph a line where the format tells paragraphs, without a byte order mark. */
    public String text() {
        return parsed.text();
    }

    /**
     * Words outside the running text and no part of it: those that a web page does not show, such as in an element with
     * {@code display:none}, and the headers and footers of a Word file.
     */
    public List<String> hidden() {
        return parsed.hidden();
    }

    public Path path() {
        return path;
    }

    public String mediaType() {
        return format.mediaType();
    }

    /** The encoding that the text was read in; empty for formats that bring their own. */
    public String charset() {
        return parsed.charset();
    }

    /** SHA-256 of the bytes, in hexadecimal. */
    public String sha256() {
        return DigestUtils.sha256Hex(bytes);
    }

    String extension() {
        return format.extension();
    }

    void copyTo(Path target) throws IOException {
        Files.write(target, bytes);
    }
}
