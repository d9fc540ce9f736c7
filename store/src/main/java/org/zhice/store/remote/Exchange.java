package org.zhice.store.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.http.HttpLib;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.WebContent;
import org.zhice.store.StoreException;
import org.zhice.store.StoreException.Kind;
import org.zhice.store.Terms;

/**
 * One question to an endpoint over HTTP. It ends at the patience with the endpoint, whether nothing comes or too
 * slowly. Who asks proves himself, by Basic or Digest, as Jena's {@code AuthEnv} was told.
 */
record Exchange(URI address, Patience patience) {
    /** Not all engines bear the offer of HTTP/2. */
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();

    private static final int SHOWN = 200;
    private static final int READ = 4 * SHOWN;

    /** What every server takes; a short question by GET can be kept on its way. */
    private static final int LONGEST_ADDRESS = 2_000;

    /** What Virtuoso says of an answer that is not all there is: rows were left out, or the time was up. */
    private static final List<String> CUT = List.of("X-SPARQL-MaxRows", "X-SQL-State");

    /** Reads an answer. */
    interface Reader<T> {
        /**
         * What it says.
         *
         * @param type the media type, empty if none is told
         */
        T read(String type, InputStream body) throws IOException;
    }

    /**
     * Asks.
     *
     * @param accept the media types that {@code reader} reads
     * @throws StoreException if there is no answer, one that is no success, or not the whole of one
     */
    <T> T ask(String query, String accept, Reader<T> reader) {
        try (Patience.Watch watch = patience.begin()) {
            try {
                HttpResponse<InputStream> response = HttpLib.execute(HTTP, request(query, accept));
                try (InputStream body = watch.over(response.body())) {
                    requireWhole(response, body);
                    return reader.read(type(response), body);
                }
            } catch (StoreException | QueryCancelledException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw watch.isLate() || isTimeout(e) ? late(e) : broken(e);
            }
        }
    }

    private HttpRequest request(String query, String accept) {
        String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        HttpRequest.Builder request = form.length() > LONGEST_ADDRESS || address.getRawQuery() != null
                ? HttpRequest.newBuilder(address)
                        .header("Content-Type", WebContent.contentTypeHTMLForm)
                        .POST(BodyPublishers.ofString(form))
                : HttpRequest.newBuilder(URI.create(address + "?" + form));
        return request.timeout(patience.most())
                .header("Accept", accept)
                .header("User-Agent", "Zhice/" + Terms.VERSION + " (" + Terms.BASE + ")")
                .build();
    }

    private static String type(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .map(type -> type.replaceFirst(";.*", "").strip())
                .orElse("");
    }

    private void requireWhole(HttpResponse<?> response, InputStream body) throws IOException {
        int status = response.statusCode();
        if (status != 200) {
            throw failure(status(status, body), Kind.REFUSED, null);
        }
        CUT.stream()
                .filter(header -> response.headers().firstValue(header).isPresent())
                .findFirst()
                .ifPresent(header -> {
                    String value = response.headers().firstValue(header).orElse("");
                    throw failure(
                            "the answer is cut short (" + header + ": " + firstLine(value) + ")", Kind.REFUSED, null);
                });
    }

    static String status(int status, InputStream body) throws IOException {
        return "HTTP status " + status + ": " + firstLine(new String(body.readNBytes(READ), StandardCharsets.UTF_8));
    }

    private StoreException late(Exception cause) {
        return failure("no answer within " + patience.most().toSeconds() + " s", Kind.LATE, cause);
    }

    private static boolean isTimeout(Throwable e) {
        return e instanceof HttpTimeoutException || (e.getCause() != null && isTimeout(e.getCause()));
    }

    /** What came, or that nothing did. */
    private StoreException broken(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ConnectException) {
            return failure("no answer (no connection)", Kind.SILENT, e);
        }
        return cause instanceof IOException
                ? failure("no answer (" + firstLine(cause.getMessage()) + ")", Kind.SILENT, e)
                : failure("the answer is no SPARQL result: " + firstLine(e.getMessage()), Kind.SILENT, e);
    }

    private StoreException failure(String reason, Kind kind, Exception cause) {
        return new StoreException(address + ": " + reason, kind, cause);
    }

    /** Of whatever a server sends, no more than a person will read, and nothing that moves the cursor. */
    static String firstLine(String text) {
        String line = String.valueOf(text).strip().replaceFirst("(?s)\\R.*", "").replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
