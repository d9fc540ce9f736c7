package org.zhice.server;

import java.util.Map;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.zhice.server.query.SavedQueries;

/** What {@code /sparql} answers without a query: the editor to a person, its description to a program. */
record SparqlFront(SavedQueries queries) implements Page {
    private static final Query DESCRIPTION = Resources.query("service-description.rq");
    private static final String EXAMPLE = Resources.text("example.rq");
    /** The version in the path of the editor's files: that of the WebJar on the class path. */
    private static final String YASGUI = Resources.text("/META-INF/maven/org.webjars.npm/zazuko__yasgui/pom.properties")
            .replaceFirst("(?s).*version=(\\S+).*", "$1");

    @Override
    public Answer get(HttpAction action, Client client) {
        return client.isBrowser() ? editor(client) : description(action, client);
    }

    private Answer editor(Client client) {
        return Templates.editor(
                client,
                Map.of(
                        "example",
                        EXAMPLE,
                        "version",
                        YASGUI,
                        "groups",
                        QueryListPage.groups(queries.all(), client.language())));
    }

    private static Answer description(HttpAction action, Client client) {
        Format format = Format.wanted(Format.GRAPHS, null, client);
        String endpoint = action.getRequest().getRequestURL().toString();
        return format.ofGraph(Store.read(action, store -> describe(store, endpoint)));
    }

    private static Graph describe(Store store, String endpoint) {
        return Resources.graph(
                store,
                QueryTransformOps.replaceVars(
                        DESCRIPTION, Map.of(Var.alloc("endpoint"), NodeFactory.createURI(endpoint))));
    }
}
