package org.zhice.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/**
 * Which kept answer a request got that has come before, with all that went with it: it passed everything that is asked of a
 * request, and so does the same again.
 */
final class Repeats {
    private static final String OPEN = Repeats.class.getName();

    /** Of one answer, not of all that follow. */
    private static final Set<String> OWN = Set.of("date", "connection", "x-request-id", "age", "content-length");

    private static final int OVERHEAD = 600;

    private final Cache<SameRequest, Ready> known;

    /** @param most bytes */
    Repeats(int most) {
        known = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((SameRequest request, Ready ready) ->
                        OVERHEAD + 2 * request.length() + ready.headers().bytes())
                .executor(Runnable::run)
                .build();
    }

    /**
     * An answer ready to go.
     *
     * @param made tells it from another that took its place
     * @param length of its body
     * @param headers all but its length and those of one answer
     */
    record Ready(CacheKey key, long made, HttpField length, HeaderBlock headers) {}

    /** A request that has not come before, and what its answer had for a start. */
    private record Open(SameRequest request, HttpFields before) {}

    /** Null if it has not come before. */
    Ready get(SameRequest request) {
        return known.getIfPresent(request);
    }

    /** Marks one that has not come before. */
    void open(SameRequest same, Request request, HttpFields before) {
        request.setAttribute(OPEN, new Open(same, HttpFields.build(before).asImmutable()));
    }

    /**
     * Knows a request from now on, if it was marked.
     *
     * @param headers of its answer, without what is kept
     */
    void learn(Request request, HttpFields headers, CacheKey key, Kept kept) {
        if (request.getAttribute(OPEN) instanceof Open open && kept.isOnePiece()) {
            HttpFields.Mutable all = HttpFields.build(headers);
            kept.fields().forEach(all::put);
            HttpField length = new PreEncodedHttpField(
                    HttpHeader.CONTENT_LENGTH, kept.body().remaining());
            List<HttpField> fields = all.stream()
                    .filter(field -> !OWN.contains(field.getLowerCaseName()))
                    .filter(field -> !open.before().contains(field))
                    .toList();
            known.put(open.request(), new Ready(key, kept.made(), length, new HeaderBlock(AnswerCache.HIT, fields)));
        }
    }

    /** Forgets all. */
    void clear() {
        known.invalidateAll();
    }
}
