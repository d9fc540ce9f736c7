package org.zhice.server.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.zhice.server.web.Client;
import org.zhice.server.web.MissingRemotes;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Problems;
import org.zhice.server.web.Reply;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.arq.ClientQuery;
import org.zhice.store.federation.Federation;

/**
 * The SPARQL endpoint: Fuseki's own, with three things around it. Without a query it shows the editor or describes itself;
 * errors are problems in UTF-8 with a place; an answer of moderate size is taken whole from the store before the first
 * byte goes out, so that a time-out is an error and not half a table.
 */
final class SparqlAction extends SPARQL_QueryDataset {
    private final Page front;
    private final Releases releases;
    private final Limits limits;

    /** @param front what to answer to a GET without a query */
    SparqlAction(Page front, Releases releases, Limits limits) {
        this.front = front;
        this.releases = releases;
        this.limits = limits;
    }

    @Override
    public void process(HttpAction action) {
        try {
            super.process(action);
        } catch (RuntimeException e) {
            Client client = Client.of(action.getRequest());
            Reply.send(action.getResponse(), Reply.problem(client, Problems.of(e, limits)));
        }
    }

    @Override
    public void execGet(HttpAction action) {
        refuseUpdate(action);
        if (action.getRequestParameter("query") == null) {
            Reply.send(action.getRequest(), action.getResponse(), front, releases, limits);
        } else {
            super.execGet(action);
        }
    }

    @Override
    public void execPost(HttpAction action) {
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

    /** Read here: Fuseki would take a body that is too large for a fault of the server. */
    @Override
    protected void executeBody(HttpAction action) {
        try {
            execute(new String(action.getRequestInputStream().readAllBytes(), StandardCharsets.UTF_8), action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parsed here first: Fuseki would tell the error as one line of text. */
    @Override
    protected void execute(String text, HttpAction action) {
        ClientQuery.parse(text, limits.query());
        super.execute(text, action);
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec exec, Query query, String log) {
        Calls calls = Federation.calls(exec.getContext());
        QueryExecResult result = query.isSelectType()
                ? new QueryExecResult(held(exec.select()))
                : super.executeQuery(action, exec, query, log);
        if (!calls.missing().isEmpty()) {
            action.setResponseHeader(MissingRemotes.HEADER, MissingRemotes.header(calls));
        }
        return result;
    }

    private RowSet held(RowSet answer) {
        List<Binding> first = new ArrayList<>();
        while (first.size() < limits.rows() && answer.hasNext()) {
            first.add(answer.next());
        }
        Iterator<Binding> all = Iter.concat(first.iterator(), answer);
        return RowSetStream.create(answer.getResultVars(), all);
    }
}
