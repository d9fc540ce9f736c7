package org.zhice.loader.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhice.loader.InputException;

/** Reads the text of a document from a file. */
public final class DocumentFile {
    private static final long LARGEST = 200_000_000L;
    private static final int SAMPLE = 8000;

    private DocumentFile() {}

    /**
     * The text of a UTF-8 file.
     *
     * @throws InputException if the file is missing, empty, too large, binary or not UTF-8
     */
    public static String read(Path file) {
        String place = file.toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw new InputException(place, "no file", "the text of a plan");
            }
            if (Files.size(file) > LARGEST) {
                throw new InputException(place, Files.size(file) + " bytes", "at most " + LARGEST + " bytes");
            }
            return decode(Files.readAllBytes(file), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] bytes, String place) {
        if (bytes.length == 0) {
            throw new InputException(place, "an empty file", "the text of a plan");
        }
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            if (bytes[i] == 0) {
                throw new InputException(place, "a binary file", "plain text in UTF-8");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(place, "bytes that are not UTF-8", "plain text in UTF-8");
        }
    }
}
