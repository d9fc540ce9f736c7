package org.zhice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A made-up plan of one task, to read, and what stands in the folder of its rows. */
final class MadeUpPlan {
    private MadeUpPlan() {}

    static Path write(Path file, String title) throws IOException {
        return Files.writeString(file, title + "\n一、完善茶乡制度\n1.办好茶乡茶节。（文化和旅游部负责）\n");
    }

    /** The texts of the files of a folder by their names. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
