package org.zhice.loader.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.zhice.loader.input.Home;

/**
 * A digest of all that a build depends on: tables, mappings, ontology, configuration, saved queries, added texts and
 * this program, which is every jar or folder of classes that holds a package of ours: the analyzer of the store and the
 * descriptions of saved queries go into a build as the loader does. Unlike file times it survives a clone.
 */
final class Inputs {
    private static final String OURS = "org/zhice";

    /** More than disks round times to. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private Inputs() {}

    /** SHA-256 in hexadecimal over names and bytes of all input files. */
    static String digest(Home home) {
        return digest(home, Inputs.class.getClassLoader());
    }

    /** @param program finds the classes of ours */
    static String digest(Home home, ClassLoader program) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try {
            for (Path root : roots(home, program)) {
                for (Path file : files(root)) {
                    digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What the disk says of all input files, their sizes and the times of their last changes, so that what has not changed need
     * not be read. A time of change cannot be set, unlike a time of writing.
     *
     * @return none if a file was changed just now, since it can change again within the same time, or the system knows no such
     *     times
     */
    static Optional<String> stamp(Home home) {
        return stamp(home, Inputs.class.getClassLoader(), Instant.now());
    }

    /** As above, at a time. */
    static Optional<String> stamp(Home home, ClassLoader program, Instant now) {
        StringBuilder stamp = new StringBuilder();
        try {
            for (Path root : roots(home, program)) {
                for (Path file : files(root)) {
                    Map<String, Object> known = Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime");
                    if (((FileTime) known.get("ctime")).toInstant().isAfter(now.minus(TICK))) {
                        return Optional.empty();
                    }
                    stamp.append(file).append(' ').append(new TreeMap<>(known)).append('\n');
                }
            }
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(stamp.toString());
    }

    private static List<Path> roots(Home home, ClassLoader program) {
        List<Path> roots = new ArrayList<>(
                List.of(home.tables(), home.mappings(), home.ontology(), home.config(), home.queries(), home.texts()));
        roots.addAll(program(program));
        return roots;
    }

    /** The jars and folders of classes that hold packages of ours, sorted. */
    static List<Path> program(ClassLoader program) {
        try {
            return Collections.list(program.getResources(OURS)).stream()
                    .map(Inputs::root)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root(URL ours) {
        try {
            if (ours.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            return Path.of(ours.toURI()).getParent().getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
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
