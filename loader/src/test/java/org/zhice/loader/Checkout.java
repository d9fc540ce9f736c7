package org.zhice.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.zhice.loader.input.Home;

/** The real content of the checkout: read in place, or copied where a test wants to break it. */
public final class Checkout {
    private static final Path ROOT = Path.of(System.getProperty("zhice.home"));

    private Checkout() {}

    /** The checkout itself, to read. */
    public static Home home() {
        return new Home(ROOT);
    }

    /** A copy of all content, to change and to build in. */
    public static Home copyTo(Path folder) {
        return home().copyTo(folder);
    }

    /** Changes the text of one table of a copy. */
    public static void edit(Home copy, String table, UnaryOperator<String> change) {
        Path file = copy.tables().resolve(table + ".csv");
        try {
            String before = Files.readString(file);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalStateException("the test changed nothing in " + file);
            }
            Files.writeString(file, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
