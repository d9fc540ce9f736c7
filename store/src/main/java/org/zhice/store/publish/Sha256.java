package org.zhice.store.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files of any size. */
public final class Sha256 {
    private Sha256() {}

    /** In hexadecimal. */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream read = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            read.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(read.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
