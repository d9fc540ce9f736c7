package org.zhice.server.sparql;

import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.zhice.query.SyntaxError;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.MissingRemotes;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Problems;
import org.zhice.server.web.Reply;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.Releases;
import org.zhice.store.Result;
import org.zhice.store.arq.ArqRelease;
import org.zhice.store.arq.ClientQuery;
import org.zhice.store.arq.QueryRefusedException;
import org.zhice.store.arq.Repeatable;
import org.zhice.store.federation.Federation;
import org.zhice.store.guard.CountedGraph;
import org.zhice.store.guard.QueryMeter;
import org.zhice.store.image.Images;
import org.zhice.store.tdb.LiveReleases;

/**
 * The SPARQL endpoint: Fuseki's own, with three things around it. Without a query it shows the editor or describes itself;
 * errors are problems in UTF-8 with a place; every answer is taken whole from the store before the first byte goes out, so
 * that a limit or a time-out is an error and never half a table.
 */
class SparqlAction extends SPARQL_QueryDataset {
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
        Client client = Client.of(action.getRequest());
        try {
            client.requireLanguage();
            super.process(action);
        } catch (RuntimeException e) {
            Reply.send(
                    action.getResponse(),
                    Reply.problem(client, Problems.of(e, request(action).within(limits))));
        } catch (StackOverflowError e) {
            Reply.send(action.getResponse(), Reply.problem(client, Problems.of(new IllegalStateException(e), limits)));
        }
    }

    @Override
    public void execGet(HttpAction action) {
        if (request(action).read().query().isEmpty()) {
            Reply.send(action.getRequest(), action.getResponse(), front, releases, limits);
        } else {
            super.execGet(action);
        }
    }

    @Override
    public void execAny(String method, HttpAction action) {
        throw Problem.of(405, "method", method).withHeader("Allow", "GET, HEAD, POST, OPTIONS");
    }

    /** Read already, and more strictly. */
    @Override
    public void validate(HttpAction action) {
        request(action).read();
    }

    static StrictRequest request(HttpAction action) {
        return (StrictRequest) action.getRequest();
    }

    /** Parsed here and not by Fuseki, which would tell the error as one line of text. */
    @Override
    protected void execute(String text, HttpAction action) {
        Query query = parsed(text);
        StrictRequest request = request(action);
        request.answerAs(
                ResultForm.of(query, request.read().format(), Client.of(request).accept()));
        try {
            answer(query, action);
        } catch (RuntimeException e) {
            throw QueryMeter.of(action.getContext(), limits).meant(e);
        } catch (StackOverflowError e) {
            throw new QueryCostException(Cost.DEPTH, 0);
        } finally {
            QueryMeter.close(action.getContext());
        }
    }

    /** Takes the answer whole from the store, and sends it. */
    void answer(Query query, HttpAction action) {
        DatasetGraph store = Images.of(action.getDataset());
        action.getDataService().startTxn(TxnType.READ);
        try {
            store.begin(TxnType.READ);
            try (QueryExec exec = exec(query, store, action)) {
                sendResults(action, executeQuery(action, exec, query, ""), query.getPrologue());
            } finally {
                store.end();
            }
        } finally {
            action.getDataService().finishTxn();
        }
    }

    /** Measured until its answer is sent. */
    private QueryExec exec(Query query, DatasetGraph store, HttpAction action) {
        DatasetGraph graphs = RequestedDataset.of(
                store,
                action.getRequestParameterValues(SparqlRequest.DEFAULT_GRAPH),
                action.getRequestParameterValues(SparqlRequest.NAMED_GRAPH),
                query);
        QueryMeter.open(request(action).within(limits), action.getContext());
        return QueryExec.dataset(graphs)
                .query(ArqRelease.withoutDataset(query))
                .context(action.getContext())
                .build();
    }

    /** What is refused by name or size has its own words. */
    private Query parsed(String text) {
        try {
            return ClientQuery.parse(text, limits.query());
        } catch (QueryRefusedException | QueryCostException e) {
            throw e;
        } catch (QueryException e) {
            throw Problems.of(SyntaxError.of(e, text));
        }
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec exec, Query query, String log) {
        Calls calls = Federation.calls(exec.getContext());
        QueryExecResult result = whole(action, exec, query);
        QueryMeter.of(action.getContext(), limits).done();
        tell(action, LiveReleases.idOf(action.getDataset()), !calls.any());
        if (!calls.missing().isEmpty()) {
            action.setResponseHeader(MissingRemotes.HEADER, MissingRemotes.header(calls));
        }
        return result;
    }

    /**
     * Says from which release an answer is and how long it lasts.
     *
     * @param own whether all of it is from the release
     */
    static void tell(HttpAction action, String release, boolean own) {
        boolean lasts = own && Repeatable.is(request(action).read().query().orElse(""));
        action.setResponseHeader("Vary", "Accept, Accept-Encoding");
        action.setResponseHeader("Cache-Control", lasts && !release.isEmpty() ? "no-cache" : "no-store");
        if (!release.isEmpty()) {
            action.setResponseHeader("Zhice-Release", release);
        }
    }

    private QueryExecResult whole(HttpAction action, QueryExec exec, Query query) {
        if (query.isAskType()) {
            return new QueryExecResult(exec.ask());
        }
        if (query.isSelectType()) {
            return new QueryExecResult(wholeRows(action, exec));
        }
        return graph(CountedGraph.filled(exec, QueryMeter.of(action.getContext(), limits)), query, action);
    }

    static QueryExecResult graph(Graph graph, Query query, HttpAction action) {
        request(action).form().ifPresent(form -> form.format().require(graph));
        return query.isConstructType()
                ? new QueryExecResult(DatasetGraphFactory.wrap(graph))
                : new QueryExecResult(graph);
    }

    private RowSet wholeRows(HttpAction action, QueryExec exec) {
        return rows(
                Result.of(
                        exec.select(),
                        limits.rows(),
                        QueryMeter.of(action.getContext(), limits).rows()),
                action,
                limits);
    }

    /** @throws QueryCostException if it is not whole */
    static RowSet rows(Result result, HttpAction action, Limits limits) {
        if (!result.whole()) {
            throw new QueryCostException(Cost.ROWS, limits.rows());
        }
        Format form = request(action).form().map(ResultForm::format).orElse(Format.JSON);
        if (form == Format.TEXT) {
            TextTable.require(result, limits.query().answerCharacters());
        }
        return form.rows(result);
    }
}
