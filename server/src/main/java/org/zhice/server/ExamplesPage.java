package org.zhice.server;

import org.apache.jena.fuseki.servlets.HttpAction;
import org.zhice.server.publish.QueryGraph;
import org.zhice.server.query.SavedQueries;

/** The saved queries as RDF, where editors and checkers of SPARQL look for the examples of an endpoint. */
record ExamplesPage(SavedQueries queries) implements Page {
    @Override
    public Answer get(HttpAction action, Client client) {
        Format format = Format.wanted(Format.GRAPHS, action.getRequestParameter("format"), client);
        String endpoint = action.getRequest().getRequestURL().toString().replaceFirst("/\\.well-known/.*", Store.NAME);
        return format.ofGraph(Store.read(action, store -> QueryGraph.of(queries.all(), store.engine(), endpoint)));
    }
}
