package org.zhice.loader;

import java.nio.file.Path;
import org.zhice.store.StoreFiles;

/**
 * The checkout: where content lies and where products go.
 *
 * @param root the folder that holds {@code ontology}, {@code data} and the others
 */
public record Home(Path root) {
    public Path tables() {
        return root.resolve("data/tables");
    }

    public Path mappings() {
        return root.resolve("loader/mapping");
    }

    public Path ontology() {
        return root.resolve("ontology");
    }

    public Path config() {
        return root.resolve("fuseki-config/zhice.ttl");
    }

    public StoreFiles stores() {
        return new StoreFiles(root.resolve("data/store"));
    }

    /** The path as a person in the checkout would write it. */
    public String name(Path file) {
        return root.relativize(file).toString();
    }
}
