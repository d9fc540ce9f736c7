package org.zhice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.zhice.loader.input.Home;

/** A checkout of its own for a test: the content copied, the program linked, so that no running server is disturbed. */
final class LinkedCheckout {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));
    private static final List<String> LINKED = List.of(
            "README.md",
            "README.zh.md",
            "docs",
            "pom.xml",
            "app",
            "server",
            "query",
            "store",
            "loader/pom.xml",
            "loader/src");

    private LinkedCheckout() {}

    static Home in(Path folder) throws IOException {
        Home home = new Home(CHECKOUT).copyTo(folder);
        for (String linked : LINKED) {
            Files.createSymbolicLink(folder.resolve(linked), CHECKOUT.resolve(linked));
        }
        // Copied: the script finds its home by following links to itself.
        Files.copy(CHECKOUT.resolve("zhice"), folder.resolve("zhice"), StandardCopyOption.COPY_ATTRIBUTES);
        return home;
    }
}
