package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.zhice.loader.input.Home;
import org.zhice.store.tdb.StoreFiles;

/** A checkout of its own for a test: the content copied, the program linked, so that no running server is disturbed. */
final class LinkedCheckout {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));
    private static final List<String> LINKED =
            List.of("README.md", "docs", "pom.xml", "app", "server", "query", "store", "loader/pom.xml", "loader/src");

    private static Path built;

    private LinkedCheckout() {}

    /** As {@link #in}, with a store: a copy of one that the packaged program makes once for all tests. */
    static synchronized void built(Path folder) throws IOException, InterruptedException {
        if (built == null) {
            built = Files.createTempDirectory("zhice");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> StoreFiles.delete(built)));
            in(built);
            run(built, "./zhice", "build");
        }
        in(folder);
        run(folder, "cp", "-a", built.resolve("data/store").toString(), "data");
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

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
