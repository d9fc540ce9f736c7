package org.zhice.server.sparql;

import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.zhice.server.web.Page;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Releases;

/** The SPARQL endpoint over a store elsewhere: read, limited and written here, answered there. */
final class ForwardingAction extends SparqlAction {
    private static final Query GRAPH = Queries.read(ForwardingAction.class, "graph.rq");

    private final Releases releases;
    private final Limits limits;

    /** @param front what to answer to a GET without a query */
    ForwardingAction(Page front, Releases releases, Limits limits) {
        super(front, releases, limits);
        this.releases = releases;
        this.limits = limits;
    }

    @Override
    void answer(Query query, HttpAction action) {
        releases.read(release -> {
            Query about = RequestedDataset.of(
                    query,
                    action.getRequestParameterValues(SparqlRequest.DEFAULT_GRAPH),
                    action.getRequestParameterValues(SparqlRequest.NAMED_GRAPH),
                    graph -> release.ask(Queries.bound(GRAPH, "graph", graph)));
            QueryExecResult result = result(about, release, action);
            tell(action, release.id(), true);
            sendResults(action, result, query.getPrologue());
            return result;
        });
    }

    private QueryExecResult result(Query query, Release release, HttpAction action) {
        if (query.isAskType()) {
            return new QueryExecResult(release.ask(query));
        }
        return query.isSelectType()
                ? new QueryExecResult(rows(release.select(query), action, limits))
                : graph(release.construct(query), query, action);
    }
}
