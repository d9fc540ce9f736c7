package org.zhice.server.cache;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Judges which answers are kept. */
final class Keeper {
    /** From which release an answer was made; none that names no release is kept. */
    static final String RELEASE = "Zhice-Release";

    private static final String MISSING = "Zhice-Missing-Remotes";

    private static final Set<Integer> LASTING =
            Set.of(HttpStatus.OK_200, HttpStatus.SEE_OTHER_303, HttpStatus.PERMANENT_REDIRECT_308);

    /** What the key tells apart. */
    private static final Set<String> VARYING = Set.of("accept", "accept-encoding", "accept-language", "cookie");

    /** Of one request, or told anew with each answer. */
    private static final Set<String> OWN = Set.of(
            "date",
            "connection",
            "content-length",
            "transfer-encoding",
            "x-request-id",
            "fuseki-request-id",
            "age",
            "cache-status");

    private Keeper() {}

    /**
     * What is to be kept of an answer.
     *
     * @param before the headers that it had before the page was asked
     * @param bytes all of it
     * @param served the release that is served
     * @return empty if it is none that may be given away again
     */
    static Optional<Kept> kept(Response response, HttpFields before, byte[] bytes, String served) {
        HttpFields.Mutable fields = response.getHeaders();
        if (!LASTING.contains(status(response))
                || release(fields, served).isEmpty()
                || fields.contains(MISSING)
                || !mayBeKept(fields)
                || !isWhole(fields, bytes)) {
            return Optional.empty();
        }
        if (!fields.contains(HttpHeader.ETAG)) {
            fields.put(HttpHeader.ETAG, tag(bytes));
        }
        return Optional.of(new Kept(
                release(fields, served),
                status(response),
                added(fields, before),
                fields.get(HttpHeader.ETAG),
                fields.get(HttpHeader.LAST_MODIFIED),
                ByteBuffer.wrap(bytes),
                NanoTime.now()));
    }

    /** None that is said is 200. */
    private static int status(Response response) {
        return response.getStatus() == 0 ? HttpStatus.OK_200 : response.getStatus();
    }

    /** A file of the program belongs to each; what may be kept by all says so itself. */
    private static String release(HttpFields fields, String served) {
        String release = fields.get(RELEASE);
        boolean isFile = release == null
                && fields.getCSV(HttpHeader.CACHE_CONTROL, false).contains("public");
        return isFile ? served : release == null ? "" : release;
    }

    private static boolean mayBeKept(HttpFields fields) {
        List<String> caching = fields.getCSV(HttpHeader.CACHE_CONTROL, false);
        return caching.stream().noneMatch(one -> one.equals("no-store") || one.equals("private"))
                && fields.getCSV(HttpHeader.VARY, false).stream()
                        .allMatch(one -> VARYING.contains(one.toLowerCase(Locale.ROOT)));
    }

    private static boolean isWhole(HttpFields fields, byte[] bytes) {
        long told = fields.getLongField(HttpHeader.CONTENT_LENGTH);
        return told < 0 || told == bytes.length;
    }

    private static List<HttpField> added(HttpFields fields, HttpFields before) {
        List<HttpField> added = new ArrayList<>();
        for (HttpField field : fields) {
            if (!OWN.contains(field.getLowerCaseName()) && before.stream().noneMatch(field::equals)) {
                added.add(Kept.encoded(field));
            }
        }
        return added;
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
