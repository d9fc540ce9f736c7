package org.zhice.server.web;

import java.util.Locale;

/** Words as people read them. */
public final class Words {
    private Words() {}

    /** A text with a capital at its beginning, where its script has any: labels and reasons are written without. */
    public static String capital(String text) {
        int first = text.offsetByCodePoints(0, Math.min(1, text.length()));
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
