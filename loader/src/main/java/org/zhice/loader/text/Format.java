package org.zhice.loader.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.zhice.loader.input.InputException;

/** The formats of files that hold the text of a document. */
enum Format {
    HTML("text/html"),
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** Whatever else is text. */
    TXT("text/plain");

    private static final MediaType XHTML = MediaType.application("xhtml+xml");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of a file by its bytes, and by its name where they leave it open.
     *
     * @throws InputException that names the type if it is none of these
     */
    static Format of(byte[] bytes, String name, String place) {
        MediaType found = detect(bytes, name);
        return Arrays.stream(values())
                .filter(format -> format.includes(found))
                .findFirst()
                .orElseThrow(() -> new InputException(place, "a file of type " + found, expected()));
    }

    static String expected() {
        return "the text of a document in one of the formats "
                + Arrays.stream(values()).map(Format::extension).collect(Collectors.joining(", "));
    }

    private boolean includes(MediaType found) {
        MediaType own = MediaType.parse(mediaType);
        return switch (this) {
            case HTML -> found.equals(own) || found.equals(XHTML);
            case PDF, DOCX -> found.equals(own);
            case TXT -> found.getType().equals(own.getType());
        };
    }

    private static MediaType detect(byte[] bytes, String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(bytes), metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
