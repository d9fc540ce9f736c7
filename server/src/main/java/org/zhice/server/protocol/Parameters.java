package org.zhice.server.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters of an address or of a form ({@code application/x-www-form-urlencoded}). */
public final class Parameters {
    private final byte[] text;
    private int at;

    private Parameters(byte[] text) {
        this.text = text;
    }

    /**
     * The parameters of the query string of an address, each with all its values, in their order.
     *
     * @throws ProtocolException 400 for bytes that are not UTF-8, a per cent sign without two digits, or U+0000, with its
     *     place in the query string, from 1
     */
    public static Map<String, List<String>> of(String query) {
        return of(query.getBytes(StandardCharsets.UTF_8));
    }

    /** As above, of a form. */
    public static Map<String, List<String>> of(byte[] form) {
        return new Parameters(form).read();
    }

    /** Reads a path, only to see whether it can be read; as {@link #of(String)}. */
    public static void requireReadable(String path) {
        new Parameters(path.getBytes(StandardCharsets.UTF_8)).next("");
    }

    private Map<String, List<String>> read() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        while (at < text.length) {
            String name = next("=&");
            boolean hasValue = at < text.length && text[at] == '=';
            at += hasValue ? 1 : 0;
            String value = hasValue ? next("&") : "";
            at++;
            if (!name.isEmpty() || hasValue) {
                all.computeIfAbsent(name, some -> new ArrayList<>()).add(value);
            }
        }
        return all;
    }

    /** Up to one of the ends, decoded. */
    private String next(String ends) {
        byte[] decoded = new byte[text.length - at];
        int[] places = new int[decoded.length];
        int length = 0;
        while (at < text.length && ends.indexOf(text[at]) < 0) {
            places[length] = at + 1;
            decoded[length++] = octet();
        }
        return Utf8.text(decoded, length, index -> places[index]);
    }

    private byte octet() {
        byte next = text[at++];
        if (next != '%') {
            return next == '+' ? (byte) ' ' : next;
        }
        int high = digit(at);
        int low = digit(at + 1);
        if (high < 0 || low < 0) {
            throw new ProtocolException(400, "percent", at);
        }
        at += 2;
        return (byte) (16 * high + low);
    }

    private int digit(int place) {
        return place < text.length ? Character.digit(text[place], 16) : -1;
    }
}
