package org.zhice.server.web;

import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.query.BadParameterException;
import org.zhice.query.Choice;
import org.zhice.query.SyntaxError;
import org.zhice.store.Limits;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;
import org.zhice.store.StoreException;
import org.zhice.store.TextQueryException;
import org.zhice.store.find.SearchWords;
import org.zhice.store.find.SearchWords.FaultException;

/** What went wrong, as a problem to tell. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "30";
    private static final int SHOWN = 100;

    private Problems() {}

    /** Never tells a client what is inside: an exception that nobody expects is logged and becomes a plain 500. */
    public static Problem of(RuntimeException e, Limits limits) {
        if (e instanceof Problem problem) {
            return problem;
        }
        if (e instanceof BadParameterException bad) {
            return parameter(bad);
        }
        if (e instanceof RemoteException call) {
            return remote(call);
        }
        if (e instanceof QueryCancelledException) {
            return Problem.of(503, "timeout", limits.total().toSeconds()).withHeader("Retry-After", RETRY_SECONDS);
        }
        if (e instanceof StoreException) {
            LOG.error("The store gives no answer", e);
            return Problem.of(503, "store").withHeader("Retry-After", "5");
        }
        if (e instanceof HttpException http && http.getCode() == 413) {
            return tooLarge(limits);
        }
        if (e instanceof QueryParseException parse) {
            return syntax(SyntaxError.of(parse));
        }
        if (e instanceof FaultException fault) {
            return search(fault.fault());
        }
        if (e instanceof TextQueryException text) {
            return text(text);
        }
        if (e instanceof ActionErrorException refused && refused.getRC() < 500) {
            return Problem.of(refused.getRC(), "refused", String.valueOf(refused.getMessage()));
        }
        if (e instanceof HttpException http && http.getCode() < 500) {
            return Problem.of(http.getCode(), "bad-request");
        }
        LOG.error("Request failed", e);
        return Problem.of(500, "failed");
    }

    /** A body that is longer than is read. */
    public static Problem tooLarge(Limits limits) {
        return Problem.of(413, "too-large", limits.requestBytes()).withHeader("Connection", "close");
    }

    /** All places are taken. */
    public static Problem overloaded(Limits limits) {
        return Problem.of(503, "busy", limits.atOnce()).withHeader("Retry-After", "2");
    }

    private static Problem search(SearchWords.Fault fault) {
        Problem problem = switch (fault) {
            case BLANK -> Problem.of(400, "search-blank");
            case LONG -> Problem.of(400, "search-long", SearchWords.LONGEST);
            case STAR -> Problem.of(400, "search-star");
        };
        return problem.with("parameter", new JsonString("q"));
    }

    private static Problem text(TextQueryException e) {
        String key = switch (e.fault()) {
            case SYNTAX -> "text-syntax";
            case LEADING -> "text-leading";
            case MANY -> "text-many";
        };
        return Problem.of(400, key, shortened(e.text()), String.valueOf(e.position()))
                .with("text", new JsonString(e.text()))
                .with("position", JsonNumber.value(e.position()));
    }

    /** No longer than a person reads. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** A call to another endpoint that is not allowed, 403; that took too long, 504; or that failed, 502. */
    static Problem remote(RemoteException e) {
        int status = e.isFailure() ? (e.kind() == Kind.SLOW ? 504 : 502) : 403;
        Problem problem = Problem.of(status, "remote-" + e.kind().id(), e.remote(), e.detail())
                .with("remote", new JsonString(e.remote()))
                .with("reason", new JsonString(e.reason()));
        return e.kind() == Kind.RESTING ? problem.withHeader("Retry-After", e.detail()) : problem;
    }

    private static Problem syntax(SyntaxError error) {
        return Problem.of(400, "syntax", error.reason())
                .with("line", JsonNumber.value(error.line()))
                .with("column", JsonNumber.value(error.column()));
    }

    private static Problem parameter(BadParameterException e) {
        String key = "parameter-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(400, key, e.parameter(), e.found(), e.expected())
                .with("parameter", new JsonString(e.parameter()))
                .with("found", new JsonString(e.found()))
                .with("expected", new JsonString(e.expected()))
                .with("allowed", allowed(e.choices()));
    }

    private static JsonArray allowed(List<Choice> choices) {
        JsonArray array = new JsonArray();
        for (Choice choice : choices) {
            JsonObject object = new JsonObject();
            object.put("id", choice.id());
            object.put("en", choice.label().en());
            object.put("zh", choice.label().zh());
            array.add(object);
        }
        return array;
    }
}
