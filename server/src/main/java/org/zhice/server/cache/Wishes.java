package org.zhice.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.zhice.server.web.Format;
import org.zhice.server.web.Language;

/**
 * What the headers of a request say of the answer that is wanted.
 *
 * @param forms as {@link Format#wishes}
 * @param language of the header, which an address or a cookie overrules
 * @param packed whether gzip is accepted
 */
record Wishes(String forms, Language language, boolean packed) {
    /** Headers of browsers are few and long to read. */
    private static final Cache<Headers, Wishes> READ =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    private static final int USUAL = 500;

    private record Headers(String accept, String language, String encoding) {
        boolean areUsual() {
            return length(accept) + length(language) + length(encoding) <= USUAL;
        }

        private static int length(String text) {
            return text == null ? 0 : text.length();
        }
    }

    static Wishes of(HttpFields fields) {
        Headers headers = new Headers(
                joined(fields, HttpHeader.ACCEPT),
                joined(fields, HttpHeader.ACCEPT_LANGUAGE),
                joined(fields, HttpHeader.ACCEPT_ENCODING));
        return headers.areUsual() ? READ.get(headers, Wishes::read) : read(headers);
    }

    private static Wishes read(Headers headers) {
        return new Wishes(
                Format.wishes(headers.accept()),
                Language.accepted(headers.language()),
                headers.encoding() != null && isPacked(headers.encoding()));
    }

    private static boolean isPacked(String encoding) {
        return HttpFields.build()
                .add(HttpHeader.ACCEPT_ENCODING, encoding)
                .getQualityCSV(HttpHeader.ACCEPT_ENCODING)
                .contains("gzip");
    }

    /** A header that comes more than once is one list; null if it does not come. */
    private static String joined(HttpFields fields, HttpHeader name) {
        HttpField first = fields.getField(name);
        if (first == null) {
            return null;
        }
        List<String> all = fields.getValuesList(name);
        return all.size() == 1 ? first.getValue() : String.join(", ", all);
    }
}
