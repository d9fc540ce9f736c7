package org.zhice.server.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/** Text in UTF-8, decoded strictly: a byte that is none would else become a character that finds nothing, in silence. */
public final class Utf8 {
    private Utf8() {}

    /**
     * The text of all bytes, without a byte order mark in front.
     *
     * @throws ProtocolException 400 for bytes that are not UTF-8 and for U+0000, with the place of the first, from 1
     */
    public static String text(byte[] bytes) {
        String text = text(bytes, bytes.length, place -> place + 1);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * The text of the first bytes.
     *
     * @param place where a byte stood, by its index here
     */
    static String text(byte[] bytes, int length, IntUnaryOperator place) {
        CharBuffer text = CharBuffer.allocate(length);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        boolean wrong = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, text, true)
                .isError();
        if (wrong) {
            throw new ProtocolException(
                    400, "not-utf8", "%02X".formatted(bytes[in.position()]), place.applyAsInt(in.position()));
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                throw new ProtocolException(400, "nul", place.applyAsInt(i));
            }
        }
        return text.flip().toString();
    }
}
