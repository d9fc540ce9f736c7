package org.zhice.loader.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.Home;
import org.zhice.store.tdb.StoreFiles;

/** A program of two modules of ours, one packaged, and a library. */
class InputsTest {
    @TempDir
    Path folder;

    private Path jar;
    private Path classes;
    private Path library;

    @BeforeEach
    void a_program() throws IOException {
        jar = folder.resolve("store.jar");
        pack(jar, "org/zhice/", "analyzer 1");
        classes =
                Files.createDirectories(folder.resolve("query/org/zhice/query")).resolve("Header.class");
        Files.writeString(classes, "header 1");
        library = folder.resolve("library.jar");
        pack(library, "org/apache/", "library 1");
    }

    private static void pack(Path file, String folder, String content) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new JarEntry(folder));
            out.putNextEntry(new JarEntry(folder + "A.class"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** With a class loader of its own, since one keeps what it has opened. */
    private String digest() throws IOException {
        try (URLClassLoader program = program()) {
            return Inputs.digest(new Home(folder.resolve("home")), program);
        }
    }

    private URLClassLoader program() throws IOException {
        URL[] path = {
            jar.toUri().toURL(),
            library.toUri().toURL(),
            folder.resolve("query/").toUri().toURL()
        };
        return new URLClassLoader(path, null);
    }

    @Test
    void the_same_input_has_the_same_digest() throws IOException {
        assertThat(digest()).isEqualTo(digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_change_in_any_module_of_ours_makes_a_store_stale() throws IOException {
        String before = digest();
        pack(jar, "org/zhice/", "analyzer 2");
        String packaged = digest();
        Files.writeString(classes, "header 2");
        assertThat(digest()).isNotEqualTo(packaged).isNotEqualTo(before);
        assertThat(packaged).isNotEqualTo(before);
    }

    @Test
    void a_change_shows_in_the_stamp_even_if_size_and_time_of_writing_are_kept() throws IOException {
        Instant later = Instant.now().plusSeconds(60);
        Optional<String> before = stamp(later);
        assertThat(before).isPresent().isEqualTo(stamp(later)).isNotEqualTo(Optional.of(""));
        FileTime written = Files.getLastModifiedTime(classes);
        Files.writeString(classes, "header 2");
        Files.setLastModifiedTime(classes, written);
        assertThat(stamp(later)).isPresent().isNotEqualTo(before);
    }

    @Test
    void there_is_no_stamp_while_a_file_may_still_change_within_the_same_time() throws IOException {
        assertThat(stamp(Files.getLastModifiedTime(classes).toInstant())).isEmpty();
    }

    private Optional<String> stamp(Instant now) throws IOException {
        try (URLClassLoader program = program()) {
            return Inputs.stamp(new Home(folder.resolve("home")), program, now);
        }
    }

    @Test
    void a_library_is_not_read() throws IOException {
        String before = digest();
        pack(library, "org/apache/", "library 2");
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void the_program_is_the_loader_and_the_store_at_least() throws URISyntaxException {
        assertThat(Inputs.program(Inputs.class.getClassLoader())).contains(root(Inputs.class), root(StoreFiles.class));
    }

    private static Path root(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
