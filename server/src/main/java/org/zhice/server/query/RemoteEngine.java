package org.zhice.server.query;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.exec.http.QuerySendMode;

/**
 * A SPARQL endpoint, asked over HTTP. What a query without GRAPH sees is up to the endpoint; ours shows all graphs.
 *
 * @param endpoint its address
 * @param patience how long to wait for an answer
 */
public record RemoteEngine(URI endpoint, Duration patience) implements Engine {
    private static final int SHOWN = 200;

    @Override
    public Result select(Query query) {
        QueryExecHTTPBuilder request = QueryExecHTTP.service(endpoint.toString())
                .queryString(text(query))
                .sendMode(QuerySendMode.asGetWithLimitForm)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        try (QueryExecHTTP exec = request.build()) {
            return Result.of(exec.select());
        } catch (QueryExceptionHTTP e) {
            throw e.getStatusCode() > 0 ? refusal(e) : silence(e);
        } catch (HttpException e) {
            throw silence(e);
        } catch (RuntimeException e) {
            throw failure("the answer is no SPARQL result: " + firstLine(e.getMessage()), false, e);
        }
    }

    /** A query as it is sent: strict SPARQL 1.1, whatever was put into it. */
    public static String text(Query query) {
        return BoundQuery.text(query, Map.of());
    }

    private EngineException refusal(QueryExceptionHTTP e) {
        String reason = e.getResponse() == null ? e.getMessage() : e.getResponse();
        return failure("HTTP status " + e.getStatusCode() + ": " + firstLine(reason), true, e);
    }

    private EngineException silence(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        if (cause instanceof HttpTimeoutException) {
            return failure("no answer within " + patience.toSeconds() + " s", false, e);
        }
        String reason = cause instanceof ConnectException ? "no connection" : firstLine(cause.getMessage());
        return failure("no answer (" + reason + ")", false, e);
    }

    private EngineException failure(String reason, boolean refused, RuntimeException cause) {
        return new EngineException(endpoint + ": " + reason, refused, cause);
    }

    /** Of whatever a server sends, no more than a person will read, and nothing that moves the cursor. */
    private static String firstLine(String text) {
        String line = String.valueOf(text).strip().replaceFirst("(?s)\\R.*", "").replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
