package org.zhice.server.web;

import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** Text that came with a request or stands in the data, in no more words than a person reads. */
final class Shortened {
    private static final int MOST = 400;

    private Shortened() {}

    /** The text, or its beginning and how many characters it has. */
    static String text(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= MOST ? text : text.substring(0, text.offsetByCodePoints(0, MOST)) + "… (" + length + ")";
    }

    /** As above if it is a text. */
    static Object said(Object arg) {
        return arg instanceof String text ? text(text) : arg;
    }

    /** As above. */
    static JsonValue json(JsonValue value) {
        return value.isString() ? new JsonString(text(value.getAsString().value())) : value;
    }
}
