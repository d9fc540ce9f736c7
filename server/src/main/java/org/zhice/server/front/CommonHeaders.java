package org.zhice.server.front;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Reply;

/**
 * What holds for every address: nothing from elsewhere may stand in an answer; open to pages of any origin, without
 * credentials; OPTIONS says so; HEAD is a GET of which Jetty sends the headers only; what is none of these or a POST is
 * refused.
 *
 * <p>Jetty's own handler of cross-origin requests speaks only to who names an origin, so that caches would have to keep
 * one answer for each.
 */
final class CommonHeaders extends Handler.Wrapper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final String USUAL = "Accept, Accept-Language, Content-Type, If-None-Match, Mcp-Protocol-Version";
    private static final String EXPOSED =
            "Age, Cache-Status, ETag, Link, Retry-After, X-Request-Id, Zhice-Evidence-Rows, Zhice-Missing-Remotes, Zhice-Release,"
                    + " Zhice-Row-Limit, Zhice-Total-Rows";

    private static final List<HttpField> ALL = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField(Reply.POLICY, Reply.STRICT));

    private static final List<HttpField> OURS = List.of(
            new PreEncodedHttpField("Referrer-Policy", "same-origin"),
            new PreEncodedHttpField("Access-Control-Allow-Origin", "*"),
            new PreEncodedHttpField("Access-Control-Expose-Headers", EXPOSED));

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        put(request, response);
        if (!METHODS.contains(request.getMethod())) {
            refuse(request, response, callback);
            return true;
        }
        boolean ours = isOurs(request);
        if (ours && HttpMethod.OPTIONS.is(request.getMethod())) {
            options(request, response);
            callback.succeeded();
            return true;
        }
        return super.handle(
                ours && HttpMethod.HEAD.is(request.getMethod()) ? new AsGet(request) : request, response, callback);
    }

    private static void refuse(Request request, Response response, Callback callback) throws IOException {
        String method = request.getMethod();
        Problem problem = Problem.of(HttpMethod.fromString(method) == null ? 501 : 405, "method", shown(method))
                .withHeader("Allow", Links.methods(path(request)));
        Sender.send(response, Reply.problem(Client.of(request), problem), callback);
    }

    /** No longer than a person reads. */
    private static String shown(String method) {
        return method.length() <= 20 ? method : method.substring(0, 20) + "…";
    }

    /** Also for errors, for which Jetty may have begun anew. */
    static void put(Request request, Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        ALL.forEach(headers::put);
        headers.put(RequestId.HEADER, RequestId.of(request));
        if (isOurs(request)) {
            OURS.forEach(headers::put);
        }
    }

    /** Fuseki's own addresses for those who run the server are not for pages of other origins. */
    private static boolean isOurs(Request request) {
        return !path(request).startsWith("/$/");
    }

    private static String path(Request request) {
        return String.valueOf(request.getHttpURI().getCanonicalPath());
    }

    private static void options(Request request, Response response) {
        String methods = Links.methods(path(request));
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(HttpStatus.NO_CONTENT_204);
        headers.put("Allow", methods);
        headers.put("Access-Control-Allow-Methods", methods);
        headers.put("Access-Control-Allow-Headers", allowed(request));
        headers.put("Access-Control-Max-Age", "86400");
        headers.put("Vary", "Access-Control-Request-Headers");
    }

    /** Whatever a client says that it will send: no credentials are used, so that nothing is lost by it. */
    private static String allowed(Request request) {
        String names = String.join(",", request.getHeaders().getValuesList("Access-Control-Request-Headers"));
        String asked = Stream.of(names.split(","))
                .map(String::strip)
                .filter(name -> TOKEN.matcher(name).matches())
                .collect(Collectors.joining(", "));
        return asked.isEmpty() ? USUAL : asked;
    }

    /** Fuseki and our pages know GET only. */
    private static final class AsGet extends Request.Wrapper {
        AsGet(Request request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }
}
