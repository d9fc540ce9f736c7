package org.zhice.store.plain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes that were to be UTF-8.
 *
 * @param text without a byte order mark, which spreadsheets write; up to the first wrong byte if there is one
 * @param marked whether there was one
 * @param damage what is wrong
 */
public record Utf8(String text, boolean marked, Optional<Damage> damage) {
    private static final String MARK = "\uFEFF";

    /**
     * The first bytes that are not UTF-8.
     *
     * @param line from 1
     * @param offset of the byte in the file, from 0
     * @param found in English
     */
    public record Damage(long line, long offset, String found) {}

    /** Decodes as far as the bytes are UTF-8. */
    public static Utf8 of(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String all = out.flip().toString();
        boolean marked = all.startsWith(MARK);
        return new Utf8(
                marked ? all.substring(MARK.length()) : all,
                marked,
                result.isError() ? Optional.of(damage(bytes, in.position(), all)) : Optional.empty());
    }

    private static Damage damage(byte[] bytes, int offset, String before) {
        String other = mark(bytes);
        String found = other.isEmpty()
                ? "bytes that are not UTF-8 (0x%02X, byte %,d)".formatted(bytes[offset], offset)
                : "a byte order mark of " + other;
        return new Damage(1 + before.chars().filter(c -> c == '\n').count(), offset, found);
    }

    /** The encoding other than UTF-8 that a byte order mark names; empty if there is none. */
    public static String mark(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return "UTF-32LE";
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return "UTF-32BE";
        }
        return startsWith(bytes, 0xFF, 0xFE) ? "UTF-16LE" : startsWith(bytes, 0xFE, 0xFF) ? "UTF-16BE" : "";
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
