package org.zhice.server.cache;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.zhice.server.protocol.ReceivedRequest;

/**
 * A request as pages get it if others may be given the answer: with the headers of which the key tells and no others, so that
 * nothing else can show in it.
 */
final class PageRequest extends ReceivedRequest {
    /** The address of the client, behind a proxy, is for its fair share alone. */
    private static final Set<HttpHeader> PASSED = EnumSet.of(
            HttpHeader.HOST,
            HttpHeader.ACCEPT,
            HttpHeader.CONTENT_TYPE,
            HttpHeader.CONTENT_LENGTH,
            HttpHeader.TRANSFER_ENCODING,
            HttpHeader.IF_NONE_MATCH,
            HttpHeader.X_FORWARDED_FOR);

    private final HttpFields fields;
    private final byte[] body;

    private PageRequest(Request request, HttpFields fields, byte[] body) {
        super(request, body);
        this.fields = fields;
        this.body = body;
    }

    /**
     * With its body, which is read here and stands in the request again.
     *
     * @param request that has been received as a whole
     */
    static PageRequest posted(Request request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean last = false;
        while (!last) {
            Content.Chunk chunk = request.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                throw new IllegalStateException("the body is not there", chunk == null ? null : chunk.getFailure());
            }
            byte[] piece = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(piece);
            bytes.writeBytes(piece);
            last = chunk.isLast();
            chunk.release();
        }
        return new PageRequest(request, request.getHeaders(), bytes.toByteArray());
    }

    /** As the key has it. */
    static PageRequest of(Request request, CacheKey key) {
        HttpFields.Mutable fields = HttpFields.build();
        for (HttpField field : request.getHeaders()) {
            if (field.getHeader() != null && PASSED.contains(field.getHeader())) {
                fields.add(field);
            }
        }
        fields.put(HttpHeader.ACCEPT_LANGUAGE, key.language().tag());
        if (key.packed()) {
            fields.put(HttpHeader.ACCEPT_ENCODING, "gzip");
        }
        byte[] body = request instanceof PageRequest posted ? posted.body : new byte[0];
        return new PageRequest(request, fields.asImmutable(), body);
    }

    byte[] body() {
        return body;
    }

    @Override
    public HttpFields getHeaders() {
        return fields;
    }
}
