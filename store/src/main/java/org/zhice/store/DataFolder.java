package org.zhice.store;

import java.nio.file.Path;

/**
 * Where products and added texts of a home lie: its folder {@code data}, or, for the home that the start script names in
 * {@code zhice.home}, the folder that it names in {@code zhice.data}, for a home that may not be written.
 */
public final class DataFolder {
    private DataFolder() {}

    /** The folder of a home, which may be missing. */
    public static Path of(Path home) {
        String data = System.getProperty("zhice.data", "");
        boolean started = real(home).equals(real(Path.of(System.getProperty("zhice.home", ""))));
        return started && !data.isEmpty() ? Path.of(data) : home.resolve("data");
    }

    private static Path real(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
