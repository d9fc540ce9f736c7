package org.zhice.loader.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.input.InputException;

/** The files of a folder and where the rows of each go. */
final class Inbox {
    private Inbox() {}

    /**
     * A document that comes in.
     *
     * @param out the folder for its rows: named as the file is, and where two files differ in their endings only, with it
     */
    record Item(Path file, Path out) {}

    /** In the order of their names, without hidden ones and without what lies in the folder for the rows. */
    static List<Item> items(Path folder, Path out) {
        Path rows = out.toAbsolutePath().normalize();
        List<Path> files = files(folder).stream()
                .filter(file -> !file.toAbsolutePath().normalize().startsWith(rows))
                .toList();
        if (files.isEmpty()) {
            throw new InputException(folder.toString(), "a folder without files", "documents to read");
        }
        Map<Path, Long> stems = files.stream().collect(Collectors.groupingBy(Inbox::stem, Collectors.counting()));
        return files.stream()
                .map(file -> {
                    Path name = stems.get(stem(file)) == 1 ? stem(file) : file;
                    return new Item(file, out.resolve(folder.relativize(name).toString()));
                })
                .toList();
    }

    /** The path without its ending. */
    private static Path stem(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", ""));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be read", e);
        }
    }

    private static boolean isHidden(Path file) {
        for (Path name : file) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
