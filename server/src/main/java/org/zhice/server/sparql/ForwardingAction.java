package org.zhice.server.sparql;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.zhice.server.web.Page;
import org.zhice.store.Limits;
import org.zhice.store.Release;
import org.zhice.store.Releases;

/** The SPARQL endpoint over a store elsewhere: read, limited and written here, answered there. */
final class ForwardingAction extends SparqlAction {
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
        Query about = about(query, action);
        releases.read(release -> {
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

    /** What the request names goes before what the query names. */
    private static Query about(Query query, HttpAction action) {
        List<String> defaults = texts(action.getRequestParameterValues(SparqlRequest.DEFAULT_GRAPH));
        List<String> named = texts(action.getRequestParameterValues(SparqlRequest.NAMED_GRAPH));
        if (defaults.isEmpty() && named.isEmpty()) {
            return query;
        }
        Query about = query.cloneQuery();
        about.getGraphURIs().clear();
        about.getNamedGraphURIs().clear();
        defaults.forEach(about::addGraphURI);
        named.forEach(about::addNamedGraphURI);
        return about;
    }

    private static List<String> texts(String... values) {
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(value -> !value.isEmpty()).toList();
    }
}
