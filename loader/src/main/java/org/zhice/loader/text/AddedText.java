package org.zhice.loader.text;

import java.nio.file.Path;
import java.time.LocalDate;
import org.zhice.loader.input.InputException;

/**
 * A copy of a document that a user has added.
 *
 * @param document id of the document
 * @param file the original bytes
 * @param name of the file that was added
 * @param sha256 of the original bytes, in hexadecimal
 * @param mediaType such as {@code text/html}
 * @param charset the encoding that the text is read in; empty for formats that bring their own
 * @param added the day
 */
public record AddedText(
        String document, Path file, String name, String sha256, String mediaType, String charset, LocalDate added) {

    /**
     * The text, as {@link SourceFile#text()}: offsets of passages count in it.
     *
     * @throws InputException if the file is not what was added
     */
    public String text() {
        try (Apart apart = new Apart()) {
            return text(apart);
        }
    }

    /** As {@link #text()}, for one text of many. */
    public String text(Apart apart) {
        SourceFile source = SourceFile.read(file, apart);
        if (!source.sha256().equals(sha256)) {
            throw new InputException(
                    file.toString(),
                    "a file with SHA-256 " + source.sha256(),
                    "the file that was added, " + sha256 + "; remove the text and add it again");
        }
        return source.text();
    }
}
