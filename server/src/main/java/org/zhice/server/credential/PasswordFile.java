package org.zhice.server.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Users with bcrypt hashes of their passwords, one {@code name:hash} a line, as {@code htpasswd -B} writes them too. */
public final class PasswordFile {
    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9._-]{1,64}):(\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53})");
    private static final int COST = 12;

    /** bcrypt looks at no more. */
    private static final int LONGEST = 72;

    private final Map<String, String> hashes;
    private final String nobody = BCrypt.hashpw("", BCrypt.gensalt(COST));

    /** A check takes a good part of a second: whoever tries passwords shall not keep the machine busy with them. */
    private final Semaphore checking = new Semaphore(1);

    private volatile byte[] accepted = {};

    private PasswordFile(Map<String, String> hashes) {
        this.hashes = Map.copyOf(hashes);
    }

    /**
     * Reads a file.
     *
     * @throws Certificate.FileException if it cannot be read, or a line is not a name and a hash of bcrypt
     */
    public static PasswordFile read(Path file) {
        return new PasswordFile(lines(file));
    }

    private static Map<String, String> lines(Path file) {
        Map<String, String> hashes = new TreeMap<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    throw new Certificate.FileException(
                            file,
                            "in line " + number + " no password",
                            "NAME:HASH of bcrypt, which `zhice passwd` writes");
                }
                hashes.put(matcher.group(1), matcher.group(2));
            }
        } catch (IOException e) {
            throw new Certificate.FileException(
                    file, "nothing that can be read", "a file of passwords, which `zhice passwd` writes");
        }
        return hashes;
    }

    /**
     * Sets the password of a user, whose other users stay; only the owner may read the file.
     *
     * @throws IllegalArgumentException if the name is not of 1 to 64 letters, digits, dots, hyphens and underscores in
     *     ASCII, or the password has fewer than 12 characters or more than 72 bytes
     */
    public static void set(Path file, String user, String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (!user.matches("[A-Za-z0-9._-]{1,64}")
                || password.codePointCount(0, password.length()) < 12
                || bytes > LONGEST) {
            throw new IllegalArgumentException(user);
        }
        Map<String, String> hashes = Files.exists(file) ? lines(file) : new TreeMap<>();
        hashes.put(user, BCrypt.hashpw(password, BCrypt.gensalt(COST)));
        write(file, hashes);
    }

    private static void write(Path file, Map<String, String> hashes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    hashes.entrySet().stream()
                            .map(line -> line.getKey() + ":" + line.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the password cannot be written", e);
        }
    }

    /** Whether a header {@code Authorization} holds a user with the right password. Only one is tried at a time. */
    boolean accepts(String authorization) {
        byte[] digest = digest(authorization);
        if (MessageDigest.isEqual(digest, accepted)) {
            return true;
        }
        if (!checking.tryAcquire()) {
            return false;
        }
        try {
            boolean right = isRight(authorization);
            accepted = right ? digest : accepted;
            return right;
        } finally {
            checking.release();
        }
    }

    private boolean isRight(String authorization) {
        String[] given = decoded(authorization).split(":", 2);
        if (given.length < 2 || given[1].getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return false;
        }
        boolean matches = BCrypt.checkpw(given[1], hashes.getOrDefault(given[0], nobody));
        return matches && hashes.containsKey(given[0]);
    }

    private static String decoded(String authorization) {
        try {
            boolean basic = authorization.regionMatches(true, 0, "Basic ", 0, 6);
            return basic
                    ? new String(
                            Base64.getDecoder()
                                    .decode(authorization.substring(6).strip()),
                            StandardCharsets.UTF_8)
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
