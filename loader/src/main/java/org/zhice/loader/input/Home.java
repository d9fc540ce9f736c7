package org.zhice.loader.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.store.DataFolder;
import org.zhice.store.dump.Dumps;
import org.zhice.store.tdb.StoreFiles;

/**
 * The checkout, or an unpacked distribution: where content lies and where products go.
 *
 * @param root the folder that holds {@code ontology}, {@code data} and the others
 */
public record Home(Path root) {
    private static final List<String> CONTENT =
            List.of("data/tables", "fuseki-config", "loader/mapping", "ontology", "queries");

    public Path tables() {
        return root.resolve("data/tables");
    }

    public Path mappings() {
        return root.resolve("loader/mapping");
    }

    public Path ontology() {
        return root.resolve("ontology");
    }

    public Path queries() {
        return root.resolve("queries");
    }

    public Path config() {
        return root.resolve("fuseki-config/zhice.ttl");
    }

    /** The texts that users have added, outside git; missing if there are none. */
    public Path texts() {
        return DataFolder.of(root).resolve("texts");
    }

    public Dumps dumps() {
        return Dumps.in(root);
    }

    public StoreFiles stores() {
        return StoreFiles.in(root);
    }

    /**
     * Copies all content, and no product, into another folder: to change it without harm.
     *
     * @throws UncheckedIOException if the folder holds any of it already
     */
    public Home copyTo(Path folder) {
        CONTENT.forEach(content -> copy(root.resolve(content), folder.resolve(content)));
        return new Home(folder.toAbsolutePath());
    }

    /** The path as a person in the checkout would write it; a product that lies elsewhere keeps its own. */
    public String name(Path file) {
        return (file.startsWith(root) ? root.relativize(file) : file).toString();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
