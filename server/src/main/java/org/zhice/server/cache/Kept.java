package org.zhice.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * A whole answer as it goes to the network.
 *
 * @param release from which it was made
 * @param status 200, or a lasting word on where to look instead
 * @param fields the headers that the page has added to those of every answer
 * @param tag the value of its {@code ETag}
 * @param modified the value of its {@code Last-Modified}, null if it has none
 * @param body packed, if the client takes that
 * @param made when, by Jetty's clock
 */
record Kept(
        String release, int status, List<HttpField> fields, String tag, String modified, ByteBuffer body, long made) {
    /** What the objects take beside their bytes. */
    private static final int OVERHEAD = 400;

    /** Jetty's mark of an encoding. */
    private static final String PACKED = "--gzip\"";

    private static final EnumSet<HttpHeader> CONTENT =
            EnumSet.of(HttpHeader.CONTENT_TYPE, HttpHeader.CONTENT_ENCODING, HttpHeader.CONTENT_LENGTH);

    /** Thousands of answers bear the same few headers. */
    private static final Cache<HttpField, HttpField> SHARED =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    /** Java keeps a copy outside of its heap of the longest piece that a thread has written. */
    private static final int PIECE = 64 * 1024;

    Kept {
        fields = List.copyOf(fields);
    }

    /** As few bytes are written anew for each answer as may be. */
    static HttpField encoded(HttpField field) {
        return SHARED.get(field, Kept::encode);
    }

    private static HttpField encode(HttpField field) {
        return field.getHeader() == null
                ? new PreEncodedHttpField(field.getName(), field.getValue())
                : new PreEncodedHttpField(field.getHeader(), field.getValue());
    }

    /** Whether it goes to the network by one write. */
    boolean isOnePiece() {
        return body.remaining() <= PIECE;
    }

    /** About how many bytes it takes in memory; each header is held as text and twice encoded. */
    int bytes() {
        return OVERHEAD
                + body.remaining()
                + fields.stream()
                        .mapToInt(field -> OVERHEAD / 4
                                + 3
                                        * (field.getName().length()
                                                + field.getValue().length()))
                        .sum();
    }

    /**
     * Sends it again, or 304 to a client that has it.
     *
     * @param outcome what became of the request in the cache
     */
    void send(Request request, Response response, Callback callback, HttpField outcome) {
        response.getHeaders().put(HttpHeader.AGE, TimeUnit.NANOSECONDS.toSeconds(NanoTime.since(made)));
        sendFresh(request, response, callback, outcome);
    }

    /** As above, to the client for whom it was made. */
    void sendFresh(Request request, Response response, Callback callback, HttpField outcome) {
        Optional<String> held = held(request);
        HttpFields.Mutable headers = response.getHeaders();
        for (HttpField field : fields) {
            headers.put(field);
        }
        headers.put(outcome);
        response.setStatus(held.isPresent() ? HttpStatus.NOT_MODIFIED_304 : status);
        if (held.isPresent()) {
            headers.remove(CONTENT);
            headers.put(HttpHeader.ETAG, held.get());
            response.write(true, null, callback);
        } else {
            headers.put(HttpHeader.CONTENT_LENGTH, body.remaining());
            write(response, body.duplicate(), callback);
        }
    }

    /** Writes the rest of some bytes as the rest of an answer, piece by piece. */
    static void write(Response response, ByteBuffer bytes, Callback callback) {
        if (bytes.remaining() <= PIECE) {
            response.write(true, bytes, callback);
            return;
        }
        ByteBuffer piece = bytes.slice(bytes.position(), PIECE);
        bytes.position(bytes.position() + PIECE);
        response.write(
                false,
                piece,
                Callback.from(callback.getInvocationType(), () -> write(response, bytes, callback), callback::failed));
    }

    /**
     * The tag of what the client has, if it has this. Compared weakly (RFC 9110); what is packed and what is not are one
     * revision of a page, and the client is told the tag that it knows.
     */
    private Optional<String> held(Request request) {
        HttpFields asked = request.getHeaders();
        if (HttpMethod.POST.is(request.getMethod())) {
            return Optional.empty();
        }
        if (!asked.contains(HttpHeader.IF_NONE_MATCH)) {
            String since = asked.get(HttpHeader.IF_MODIFIED_SINCE);
            return Optional.of(tag).filter(same -> since != null && since.equals(modified));
        }
        String held = String.join(",", asked.getValuesList(HttpHeader.IF_NONE_MATCH));
        return Stream.of(held.split(","))
                .map(one -> one.strip().replaceFirst("^W/", ""))
                .flatMap(one -> Stream.of(tag, tag.replace(PACKED, "\""))
                        .filter(known -> one.equals("*") || known.equals(one) || known.equals("W/" + one)))
                .findFirst();
    }
}
