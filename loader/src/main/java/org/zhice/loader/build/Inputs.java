package org.zhice.loader.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.loader.input.Home;

/**
 * A digest of all that a build depends on: tables, mappings, ontology, configuration, saved queries, added texts and
 * this program. Unlike file times it survives a clone.
 */
public final class Inputs {
    private Inputs() {}

    /** SHA-256 in hexadecimal over names and bytes of all input files. */
    public static String digest(Home home) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> roots = List.of(
                    home.tables(),
                    home.mappings(),
                    home.ontology(),
                    home.config(),
                    home.queries(),
                    home.texts(),
                    program());
            for (Path root : roots) {
                for (Path file : files(root)) {
                    digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path program() throws URISyntaxException {
        return Path.of(
                Inputs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** All files below a folder, or the file itself; none if it is missing, as added texts may be. */
    private static List<Path> files(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
