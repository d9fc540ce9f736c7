package org.zhice.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonValue;

/**
 * An answer before it is sent: nothing has gone to the client yet, so that a failure can still become a clean error.
 *
 * @param status the HTTP status
 * @param type the content type, with its character set for text; empty if there is no content
 * @param headers further headers
 * @param body writes the content
 */
public record Answer(int status, String type, Map<String, String> headers, Body body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Writes the content of an answer. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** An answer with what it holds. */
    public static Answer of(String type, Body body) {
        return new Answer(200, type, Map.of(), body);
    }

    /** JSON. */
    public static Answer json(JsonValue value) {
        return text("application/json", value + "\n");
    }

    /** A text, in UTF-8. */
    public static Answer text(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(type, out -> out.write(bytes));
    }

    /** Look there instead: 303. */
    public static Answer seeOther(String address) {
        return new Answer(303, "", Map.of("Location", address), out -> {});
    }

    /** It stands there, now and later: 308. */
    static Answer moved(String address) {
        return new Answer(308, "", Map.of("Location", address), out -> {});
    }

    /** Whether it is a page for people. */
    boolean isPage() {
        return type.startsWith("text/html");
    }

    /** The client has it already. */
    static Answer notModified() {
        return new Answer(304, "", Map.of(), out -> {});
    }

    /** The same with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, type, headers, body);
    }

    /** The same with further headers. */
    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, more, body);
    }

    /** The same with further headers. */
    public Answer with(Map<String, String> further) {
        Map<String, String> more = new TreeMap<>(headers);
        more.putAll(further);
        return new Answer(status, type, more, body);
    }
}
