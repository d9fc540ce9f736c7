package org.zhice.server.web;

import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.expr.ExprException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.query.BadParameterException;
import org.zhice.query.BadParameterException.Reason;
import org.zhice.query.Choice;
import org.zhice.query.SyntaxError;
import org.zhice.server.protocol.ProtocolException;
import org.zhice.store.Limits;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;
import org.zhice.store.StoreException;
import org.zhice.store.TextQueryException;
import org.zhice.store.arq.QueryRefusedException;
import org.zhice.store.find.SearchWords;
import org.zhice.store.find.SearchWords.FaultException;

/** What went wrong, as a problem to tell. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "30";

    private Problems() {}

    /** Never tells a client what is inside: an exception that nobody expects is logged and becomes a plain 500. */
    public static Problem of(RuntimeException e, Limits limits) {
        if (e instanceof Problem problem) {
            return problem;
        }
        if (e instanceof ProtocolException unread) {
            return Problem.of(unread.status(), unread.key(), unread.args());
        }
        if (e instanceof BadParameterException bad) {
            return parameter(bad);
        }
        if (e instanceof RemoteException call) {
            return remote(call);
        }
        if (e instanceof QueryCostException cost) {
            return cost(cost);
        }
        if (e instanceof QueryRefusedException refused) {
            return Problem.of(403, "function", refused.name()).with("found", new JsonString(refused.name()));
        }
        if (e instanceof QueryCancelledException) {
            return Problem.of(503, "timeout", limits.total().toSeconds()).withHeader("Retry-After", RETRY_SECONDS);
        }
        if (e instanceof StoreException store) {
            LOG.error("The store gives no answer", e);
            return store(store, limits);
        }
        if (e instanceof HttpException http && http.getCode() == 413) {
            return tooLarge(limits);
        }
        if (e instanceof QueryException || e instanceof ExprException) {
            return query(e);
        }
        if (e instanceof FaultException fault) {
            return search(fault.fault());
        }
        if (e instanceof TextQueryException text) {
            return text(text);
        }
        if (e instanceof ActionErrorException refused && refused.getRC() < 500) {
            return refused.getMessage() == null
                    ? Problem.of(refused.getRC(), "unwritable")
                    : Problem.of(refused.getRC(), "refused", refused.getMessage());
        }
        if (e instanceof HttpException http && http.getCode() < 500) {
            return Problem.of(http.getCode(), "bad-request");
        }
        LOG.error("Request failed", e);
        return Problem.of(500, "failed");
    }

    private static Problem store(StoreException e, Limits limits) {
        return switch (e.kind()) {
            case SILENT -> Problem.of(503, "store").withHeader("Retry-After", "5");
            case LATE ->
                Problem.of(503, "timeout", limits.total().toSeconds()).withHeader("Retry-After", RETRY_SECONDS);
            case REFUSED -> Problem.of(502, "store-refused");
        };
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
            case PARTS -> "text-parts";
            case FIELD -> "text-field";
            case LONG -> "text-long";
        };
        return Problem.of(400, key, e.text(), String.valueOf(e.position()))
                .with("text", new JsonString(e.text()))
                .with("position", JsonNumber.value(e.position()));
    }

    /** A call to another endpoint that is not allowed, 403; that took too long, 504; or that failed, 502. */
    static Problem remote(RemoteException e) {
        int status = e.isFailure() ? (e.kind() == Kind.SLOW ? 504 : 502) : 403;
        Problem problem = Problem.of(status, "remote-" + e.kind().id(), e.remote(), e.detail())
                .with("remote", new JsonString(e.remote()))
                .with("reason", new JsonString(e.reason()));
        return e.kind() == Kind.RESTING ? problem.withHeader("Retry-After", e.detail()) : problem;
    }

    /** What cannot be asked, 400; what has too large an answer, 422; what may do so at another time, 503. */
    private static Problem cost(QueryCostException e) {
        if (e.cost() == Cost.SHARED) {
            return Problem.of(503, "cost-shared").withHeader("Retry-After", RETRY_SECONDS);
        }
        return Problem.of(e.cost().isOfText() ? 400 : 422, "cost-" + e.cost().id(), e.allowed())
                .with("allowed", JsonNumber.value(e.allowed()));
    }

    /** What Jena says of it, without the names of its classes. */
    private static Problem query(RuntimeException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String said = message.replaceAll("\\b(?:[a-z]+\\.)+\\w+(?:Exception|Error)(?:: )?", "");
        return said.isBlank() ? Problem.of(400, "bad-request") : Problem.of(400, "query", said);
    }

    /** A text that is not SPARQL. */
    public static Problem of(SyntaxError error) {
        String fault = error.fault().name().toLowerCase(Locale.ROOT);
        return Problem.of(
                        400,
                        "syntax",
                        new Phrase("problem.syntax." + fault, List.of(error.found(), error.expected())),
                        String.valueOf(error.line()),
                        String.valueOf(error.column()))
                .with("line", JsonNumber.value(error.line()))
                .with("column", JsonNumber.value(error.column()));
    }

    private static Problem parameter(BadParameterException e) {
        String key = "parameter-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Object expected = e.reason() == Reason.UNKNOWN
                ? new Phrase(e.expected().isEmpty() ? "parameters.none" : "parameters.names", List.of(e.expected()))
                : e.expected();
        return Problem.of(400, key, e.parameter(), e.found(), expected)
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
