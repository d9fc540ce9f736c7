package org.zhice.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
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
                .weigher((SameRequest request, Ready ready) -> OVERHEAD + 2 * request.length())
                .executor(Runnable::run)
                .build();
    }

    /**
     * An answer ready to go.
     *
     * @param made tells it from another that took its place
     * @param fields all headers but those of one answer
     */
    record Ready(CacheKey key, long made, List<HttpField> fields) {
        Ready {
            fields = List.copyOf(fields);
        }
    }

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
            List<HttpField> fields = new ArrayList<>();
            fields.add(AnswerCache.HIT);
            fields.add(new PreEncodedHttpField(
                    HttpHeader.CONTENT_LENGTH, kept.body().remaining()));
            for (HttpField field : all) {
                if (!OWN.contains(field.getLowerCaseName()) && !open.before().contains(field)) {
                    fields.add(field instanceof PreEncodedHttpField ? field : Kept.encoded(field));
                }
            }
            known.put(open.request(), new Ready(key, kept.made(), fields));
        }
    }

    /** Forgets all. */
    void clear() {
        known.invalidateAll();
    }
}
