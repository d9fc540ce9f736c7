package org.zhice.server.protocol;

import java.util.OptionalInt;

/** The characters that XML 1.0 can hold; writers of XML write others too, and no parser reads it. */
public final class XmlCharacters {
    private XmlCharacters() {}

    /** The first character that XML cannot hold, not even as a reference. */
    public static OptionalInt firstOther(String text) {
        return text.codePoints().filter(c -> !isOfXml(c)).findFirst();
    }

    /**
     * A text for a writer of XML.
     *
     * @throws ProtocolException 406 if XML cannot hold it
     */
    public static String require(String text) {
        firstOther(text).ifPresent(c -> {
            throw new ProtocolException(406, "not-xml", "U+%04X".formatted(c));
        });
        return text;
    }

    private static boolean isOfXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
