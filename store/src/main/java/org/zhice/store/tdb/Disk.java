package org.zhice.store.tdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Makes sure that what was written is on the disk. */
public final class Disk {
    private Disk() {}

    /** A file, or a folder with all below it. */
    public static void flush(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                force(file);
            }
        }
    }

    /** Folders alone: which names they hold. */
    public static void flush(Path folder, Path parent) throws IOException {
        force(folder);
        force(parent);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
