package org.zhice.loader.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.loader.Home;

/** The texts that a user added to a checkout: {@code data/texts/<document>/original.txt}. */
public final class Texts {
    private final Path folder;

    private Texts(Path folder) {
        this.folder = folder;
    }

    /** The texts of a checkout. */
    public static Texts of(Home home) {
        return new Texts(home.texts());
    }

    /** Sorted by document; none if nothing was added. */
    public List<AddedText> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.sorted().map(Texts::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the bytes of a file as the text of a document. */
    public AddedText add(Path file, String id) {
        try {
            Path target = Files.createDirectories(folder.resolve(id));
            Files.copy(file, target.resolve("original.txt"));
            return read(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AddedText read(Path folder) {
        Path file = folder.resolve("original.txt");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new AddedText(
                    folder.getFileName().toString(),
                    file,
                    HexFormat.of().formatHex(digest),
                    "text/plain",
                    "UTF-8",
                    LocalDate.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
