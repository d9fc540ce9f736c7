package org.zhice.query.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Two releases as sorted N-Quads, packed, read side by side: whatever their size, in the space of two lines. */
final class SortedLines {
    private SortedLines() {}

    /** In which of the two a line stands. */
    enum Side {
        GONE,
        NEW,
        SAME
    }

    /** Takes the lines in their order. */
    @FunctionalInterface
    interface Sink {
        void line(Side side, String line) throws IOException;
    }

    static void compare(Path before, Path after, Sink sink) throws IOException {
        try (BufferedReader old = open(before);
                BufferedReader young = open(after)) {
            String left = old.readLine();
            String right = young.readLine();
            while (left != null || right != null) {
                int order = order(left, right);
                sink.line(order < 0 ? Side.GONE : order > 0 ? Side.NEW : Side.SAME, order > 0 ? right : left);
                left = order <= 0 ? old.readLine() : left;
                right = order >= 0 ? young.readLine() : right;
            }
        }
    }

    /** What has ended comes last. */
    private static int order(String left, String right) {
        if (left == null || right == null) {
            return left == null ? 1 : -1;
        }
        return left.compareTo(right);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream packed = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
    }
}
