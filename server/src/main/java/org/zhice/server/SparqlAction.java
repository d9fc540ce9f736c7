package org.zhice.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * The SPARQL endpoint: Fuseki's own, with three things around it. Without a query it shows the editor or describes itself;
 * errors are problems in UTF-8 with a place; an answer of moderate size is taken whole from the store before the first
 * byte goes out, so that a time-out is an error and not half a table.
 */
final class SparqlAction extends SPARQL_QueryDataset {
    private static final int BODY_LIMIT = 1 << 20;
    private static final int HELD_ROWS = 100_000;

    private final Page front;

    /** @param front what to answer to a GET without a query */
    SparqlAction(Page front) {
        this.front = front;
    }

    @Override
    public void process(HttpAction action) {
        try {
            super.process(action);
        } catch (RuntimeException e) {
            Client client = Client.of(action.getRequest());
            Reply.send(action.getResponse(), Reply.problem(client, Problems.of(e)));
        }
    }

    @Override
    public void execGet(HttpAction action) {
        refuseUpdate(action);
        if (action.getRequestParameter("query") == null) {
            Reply.send(action, front);
        } else {
            super.execGet(action);
        }
    }

    @Override
    public void execPost(HttpAction action) {
        if (action.getRequest().getContentLengthLong() > BODY_LIMIT) {
            throw tooLarge();
        }
        refuseUpdate(action);
        super.execPost(action);
    }

    @Override
    public void execAny(String method, HttpAction action) {
        throw Problem.of(405, "method", method).withHeader("Allow", "GET, HEAD, POST, OPTIONS");
    }

    private static void refuseUpdate(HttpAction action) {
        String type = String.valueOf(action.getRequestContentType());
        if (type.startsWith("application/sparql-update") || action.getRequestParameter("update") != null) {
            throw Problem.of(403, "read-only");
        }
    }

    @Override
    protected void executeBody(HttpAction action) {
        try {
            byte[] body = action.getRequestInputStream().readNBytes(BODY_LIMIT + 1);
            if (body.length > BODY_LIMIT) {
                throw tooLarge();
            }
            execute(new String(body, StandardCharsets.UTF_8), action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem tooLarge() {
        return Problem.of(413, "too-large").withHeader("Connection", "close");
    }

    /** Parsed here first: Fuseki would tell the error as one line of text. */
    @Override
    protected void execute(String text, HttpAction action) {
        QueryFactory.create(text, Fuseki.BaseParserSPARQL, Syntax.syntaxARQ);
        super.execute(text, action);
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec exec, Query query, String log) {
        return query.isSelectType()
                ? new QueryExecResult(held(exec.select()))
                : super.executeQuery(action, exec, query, log);
    }

    private static RowSet held(RowSet answer) {
        List<Binding> first = new ArrayList<>();
        while (first.size() < HELD_ROWS && answer.hasNext()) {
            first.add(answer.next());
        }
        Iterator<Binding> all = Iter.concat(first.iterator(), answer);
        return RowSetStream.create(answer.getResultVars(), all);
    }
}
