package org.zhice.loader.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder that a command fills. Rows that a person has reviewed look like rows that a program wrote; so none is overwritten. */
public final class FreshFolder {
    private static final int SHOWN = 3;

    private FreshFolder() {}

    /**
     * Refuses a folder that holds anything. Changes nothing.
     *
     * @param option that names the folder, such as {@code --out}
     * @throws InputException that names what is there
     */
    public static void require(String option, Path folder) {
        require(option, folder, "");
    }

    /** Whether the folder is missing or empty. */
    public static boolean is(Path folder) {
        return Files.isDirectory(folder) ? names(folder).isEmpty() : Files.notExists(folder);
    }

    /**
     * As {@link #require(String, Path)}.
     *
     * @param instead what else the user may want
     */
    public static void require(String option, Path folder, String instead) {
        String expected = "a folder that is new or empty, for nothing is overwritten" + instead;
        if (Files.isDirectory(folder)) {
            List<String> names = names(folder);
            if (!names.isEmpty()) {
                throw new InputException(option, folder + ", which holds " + listed(names), expected);
            }
        } else if (Files.exists(folder)) {
            throw new InputException(option, folder + ", which is a file", expected);
        }
    }

    private static String listed(List<String> names) {
        String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? first : first + " and " + (names.size() - SHOWN) + " more";
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read", e);
        }
    }
}
