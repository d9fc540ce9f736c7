package org.zhice.loader.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A text that a user added.
 *
 * @param document the id of the document whose wording it is
 * @param file the original bytes
 * @param sha256 of the bytes, in hexadecimal
 * @param mediaType of the bytes
 * @param charset in which the bytes are decoded
 * @param added the day
 */
public record AddedText(String document, Path file, String sha256, String mediaType, String charset, LocalDate added) {

    /** The decoded original. */
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
