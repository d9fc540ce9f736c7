package org.zhice.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a job has written. */
final class Parts {
    private Parts() {}

    /** The parts of a folder, one after the other in the order of their names. */
    static byte[] joined(Path out) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Path part : files(out)) {
            joined.write(Files.readAllBytes(part));
        }
        return joined.toByteArray();
    }

    static List<Path> files(Path out) throws IOException {
        try (Stream<Path> parts = Files.list(out)) {
            return parts.filter(part -> part.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }
}
