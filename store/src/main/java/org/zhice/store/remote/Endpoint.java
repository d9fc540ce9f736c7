package org.zhice.store.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.Result;
import org.zhice.store.StoreException;

/** An address that answers SPARQL, asked over HTTP; whatever goes wrong is told in one line with that address. */
record Endpoint(URI address, Limits limits) {
    private static final int SHOWN = 200;

    Result select(Query query) {
        return run(query, exec -> Result.of(exec.select(), limits.rows()));
    }

    Graph construct(Query query) {
        Graph graph = run(query, exec -> query.isDescribeType() ? exec.describe() : exec.construct());
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return graph;
    }

    boolean ask(Query query) {
        return run(query, QueryExecHTTP::ask);
    }

    private <T> T run(Query query, Function<QueryExecHTTP, T> use) {
        try (QueryExecHTTP exec = QueryExecHTTP.service(address.toString())
                .queryString(Queries.text(query))
                .sendMode(QuerySendMode.asGetWithLimitForm)
                .timeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS)
                .build()) {
            return use.apply(exec);
        } catch (QueryExceptionHTTP e) {
            throw e.getStatusCode() > 0 ? refusal(e) : silence(e);
        } catch (HttpException e) {
            throw silence(e);
        } catch (RuntimeException e) {
            throw failure("the answer is no SPARQL result: " + firstLine(e.getMessage()), false, e);
        }
    }

    private StoreException refusal(QueryExceptionHTTP e) {
        String reason = e.getResponse() == null ? e.getMessage() : e.getResponse();
        return failure("HTTP status " + e.getStatusCode() + ": " + firstLine(reason), true, e);
    }

    private StoreException silence(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        if (cause instanceof HttpTimeoutException) {
            return failure("no answer within " + limits.patience().toSeconds() + " s", false, e);
        }
        String reason = cause instanceof ConnectException ? "no connection" : firstLine(cause.getMessage());
        return failure("no answer (" + reason + ")", false, e);
    }

    private StoreException failure(String reason, boolean refused, RuntimeException cause) {
        return new StoreException(address + ": " + reason, refused, cause);
    }

    /** Of whatever a server sends, no more than a person will read, and nothing that moves the cursor. */
    private static String firstLine(String text) {
        String line = String.valueOf(text).strip().replaceFirst("(?s)\\R.*", "").replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
