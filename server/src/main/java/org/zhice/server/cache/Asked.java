package org.zhice.server.cache;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.zhice.server.protocol.Tracking;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;

/** What a request asks, in the words of the key of its answer. */
final class Asked {
    private static final byte[] NOTHING = {};

    private Asked() {}

    /**
     * The key of an answer.
     *
     * @param release that is served; empty if it has no name
     * @return empty for what is never kept
     */
    static Optional<CacheKey> key(Request request, String release) {
        if (release.isEmpty() || request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
            return Optional.empty();
        }
        HttpURI address = request.getHttpURI();
        boolean isQuery = isSparql(address) && (address.getQuery() != null || isPost(request));
        Optional<String> asked = isQuery ? query(request) : page(request);
        return asked.map(text ->
                isFile(address) ? CacheKey.ofFile(release, text, isPacked(request)) : key(request, release, text));
    }

    /** Speaks no language and has one form. */
    private static boolean isFile(HttpURI address) {
        return Links.FILES.stream().anyMatch(address.getCanonicalPath()::startsWith);
    }

    private static boolean isPacked(Request request) {
        return Wishes.of(request.getHeaders()).packed();
    }

    private static CacheKey key(Request request, String release, String asked) {
        HttpFields fields = request.getHeaders();
        Wishes wishes = Wishes.of(fields);
        String cookie = String.join(", ", fields.getValuesList(HttpHeader.COOKIE));
        String query = request.getHttpURI().getQuery();
        return new CacheKey(
                release,
                asked,
                wishes.forms(),
                Client.language(query == null ? "" : query, cookie, wishes::language),
                wishes.packed());
    }

    /** A query that is posted and has been received as a whole; what comes packed is unpacked while it is read. */
    static boolean isPostedQuery(Request request) {
        return isPost(request) && isSparql(request.getHttpURI()) && hasBody(request.getHeaders());
    }

    private static boolean hasBody(HttpFields fields) {
        return fields.getLongField(HttpHeader.CONTENT_LENGTH) > 0 || fields.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static boolean isPost(Request request) {
        return HttpMethod.POST.is(request.getMethod());
    }

    private static boolean isSparql(HttpURI address) {
        return Links.SPARQL.equals(address.getCanonicalPath());
    }

    private static Optional<String> page(Request request) {
        return HttpMethod.GET.is(request.getMethod()) && !hasBody(request.getHeaders())
                ? Optional.of(address(request.getHttpURI()))
                : Optional.empty();
    }

    /** The name of the server stands in many pages. */
    private static String address(HttpURI address) {
        String query = address.getQuery();
        String kept = query == null ? "" : Tracking.without(query);
        return address.getScheme() + "://" + address.getAuthority() + address.getPath()
                + (kept.isEmpty() ? "" : "?" + kept);
    }

    private static Optional<String> query(Request request) {
        String query = request.getHttpURI().getQuery();
        String address = query == null ? "" : query;
        if (!isPost(request)) {
            return page(request).flatMap(page -> SparqlText.of(address, "", NOTHING));
        }
        HttpFields fields = request.getHeaders();
        String type = fields.get(HttpHeader.CONTENT_TYPE);
        String charset = MimeTypes.getCharsetFromContentType(type);
        return request instanceof PageRequest posted
                        && type != null
                        && (charset == null || charset.equalsIgnoreCase("utf-8"))
                        && !fields.contains(HttpHeader.CONTENT_ENCODING)
                ? SparqlText.of(address, MimeTypes.getContentTypeWithoutCharset(type), posted.body())
                : Optional.empty();
    }
}
