package org.zhice.server.cache;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What a client says of caches (RFC 9111). An age that is too old for it needs no directive: each answer is compared with the
 * release that is served, which is what it would be asked anew for.
 *
 * @param anew nothing that is kept may answer
 * @param unkept the answer may not be kept
 * @param onlyKept nothing but what is kept may answer
 */
record Directives(boolean anew, boolean unkept, boolean onlyKept) {
    private static final Directives NONE = new Directives(false, false, false);

    static Directives of(HttpFields fields) {
        if (!fields.contains(HttpHeader.CACHE_CONTROL)) {
            return fields.contains(HttpHeader.PRAGMA, "no-cache") ? new Directives(true, false, false) : NONE;
        }
        List<String> said = fields.getCSV(HttpHeader.CACHE_CONTROL, false).stream()
                .map(one -> one.toLowerCase(Locale.ROOT).strip())
                .toList();
        return new Directives(said.contains("no-cache"), said.contains("no-store"), said.contains("only-if-cached"));
    }
}
