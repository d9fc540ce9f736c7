package org.zhice.loader.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user has written, or put something else in their place. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * The bytes of a file.
     *
     * @param name of the file in findings
     * @throws InputException if there is no file, a folder, a link that leads nowhere, or one that may not be read
     */
    public static byte[] bytes(Path file, String name) {
        try {
            return Files.readAllBytes(file);
        } catch (AccessDeniedException e) {
            throw new InputException(name, "a file that this user may not read", "one that may be read");
        } catch (IOException e) {
            throw new InputException(name, found(file), "a file");
        }
    }

    private static String found(Path file) {
        if (Files.isDirectory(file)) {
            return "no file but a folder";
        }
        if (Files.isSymbolicLink(file)) {
            return "a link that leads to no file";
        }
        return Files.exists(file) ? "a file that cannot be read" : "no file";
    }
}
