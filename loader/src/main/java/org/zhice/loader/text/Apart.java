package org.zhice.loader.text;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads files in a process of its own, which ends when one takes too much. PDF, Word files and web pages can be made so that
 * a few bytes unpack to more than any memory, or are worked on for ever; no setting of the libraries holds against all of
 * that, and a thread that does not end cannot be ended. The price is half a second for the first file: a process that has
 * read one reads the next, until this is closed. Threads may share it.
 */
public final class Apart implements AutoCloseable {
    private final Queue<ApartProcess> idle = new ConcurrentLinkedQueue<>();

    /**
     * Reads a file.
     *
     * @throws org.zhice.loader.input.InputException if there is no text in it, or it takes too much time or memory
     */
    Parsed parse(Format format, byte[] bytes, String place, int longest) {
        ApartProcess process = Optional.ofNullable(idle.poll()).orElseGet(ApartProcess::start);
        try {
            return process.parse(format, bytes, place, longest);
        } finally {
            if (process.isFit()) {
                idle.add(process);
            }
        }
    }

    /** Ends the processes that have nothing to do. */
    @Override
    public void close() {
        for (ApartProcess process = idle.poll(); process != null; process = idle.poll()) {
            process.end();
        }
    }
}
