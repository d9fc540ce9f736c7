package org.zhice.loader.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.zhice.loader.extract.Legible;
import org.zhice.loader.input.InputException;

/**
 * A file that holds the text of a document: plain text or HTML in any encoding usual for Chinese, PDF with a text layer,
 * or Word (.docx).
 */
public final class SourceFile {
    private static final long LARGEST = 64_000_000L;
    private static final int LONGEST = 11_000_000;
    private static final int SAMPLE = 1_000_000;
    private static final double COMMON = 0.8;

    private final Path path;
    private final byte[] bytes;
    private final Format format;
    private final String charset;
    private final String text;

    private SourceFile(Path path, byte[] bytes, Format format, String charset, String text) {
        this.path = path;
        this.bytes = bytes;
        this.format = format;
        this.charset = charset;
        this.text = text;
    }

    /**
     * Reads a file; the same bytes give the same text.
     *
     * @throws InputException if the file is missing, empty, too large, in a format or an encoding that is not read, or
     *     holds no text or none in Chinese
     */
    public static SourceFile read(Path path) {
        String place = path.toString();
        byte[] bytes = bytes(path, place);
        Format format = Format.of(bytes, path.getFileName().toString(), place);
        TikaText tika = new TikaText(place, LONGEST);
        SourceFile file = switch (format) {
            case TXT -> decoded(path, bytes, format, Encoding.decode(bytes, null, place));
            case HTML -> {
                Encoding.Decoded page = Encoding.decode(bytes, TikaText.declaredCharset(bytes), place);
                String text = tika.ofHtml(page.text());
                yield decoded(path, bytes, format, new Encoding.Decoded(text, page.charset()));
            }
            case PDF -> new SourceFile(path, bytes, format, "", tika.ofPdf(bytes));
            case DOCX -> new SourceFile(path, bytes, format, "", tika.ofDocx(bytes));
        };
        file.check(place);
        return file;
    }

    private static SourceFile decoded(Path path, byte[] bytes, Format format, Encoding.Decoded decoded) {
        return new SourceFile(path, bytes, format, decoded.charset().name(), decoded.text());
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(String place) {
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
        return text;
    }

    public Path path() {
        return path;
    }

    public String mediaType() {
        return format.mediaType();
    }

    /** The encoding that the text was read in; empty for formats that bring their own. */
    public String charset() {
        return charset;
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
