package org.zhice.server.question;

import org.zhice.query.file.SavedQueries;
import org.zhice.query.publish.QueryGraph;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.store.Release;

/** The saved queries as RDF, where editors and checkers of SPARQL look for the examples of an endpoint. */
record ExamplesPage(SavedQueries queries) implements Page {
    @Override
    public boolean speaks(Client client) {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        Format format = Format.wanted(Format.GRAPHS, client);
        return format.ofGraph(QueryGraph.of(queries.all(), release, client.site() + Links.SPARQL));
    }
}
