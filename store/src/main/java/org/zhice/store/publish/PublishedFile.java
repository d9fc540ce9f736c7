package org.zhice.store.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/**
 * A file of a published release.
 *
 * @param name in the folder of the release
 * @param bytes its length
 * @param sha256 of these bytes, in hexadecimal
 */
public record PublishedFile(String name, long bytes, String sha256) {
    /** A file as it lies there. */
    public static PublishedFile of(Path file) throws IOException {
        return new PublishedFile(
                String.valueOf(file.getFileName()),
                Files.size(file),
                new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file));
    }

    /** Whether another file is the same, whatever its name. */
    public boolean holdsAs(PublishedFile other) {
        return bytes == other.bytes && sha256.equals(other.sha256);
    }
}
