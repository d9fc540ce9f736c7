package org.zhice.server.sparql;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.question.QueryGroup;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Reply;
import org.zhice.server.web.Templates;
import org.zhice.store.Labels;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/** What {@code /sparql} answers without a query: the editor to a person, its description to a program. */
record SparqlFront(SavedQueries queries) implements Page {
    private static final Query DESCRIPTION = Queries.read(SparqlFront.class, "service-description.rq");

    private static final String NAMES = Queries.text(Labels.class, "labels.rq");

    /** The editor's files without their endings, at the version of the WebJar on the class path. */
    private static final String YASGUI = Queries.text(
                    SparqlFront.class, "/META-INF/maven/org.webjars.npm/zazuko__yasgui/pom.properties")
            .replaceFirst("(?s).*version=(\\S+).*", "/webjars/zazuko__yasgui/$1/build/yasgui.min");

    /**
     * What the editor's page shows.
     *
     * @param example the query to begin with
     * @param names the query of the names of things
     * @param things what the addresses of things begin with
     * @param groups the queries that can be loaded
     * @param schema what can stand in a query
     */
    record Model(
            List<String> scripts,
            List<String> styles,
            String example,
            String names,
            String things,
            List<QueryGroup> groups,
            List<Schema.Kind> schema) {}

    @Override
    public Answer get(Client client, Release release) {
        return client.isBrowser() ? editor(client, release) : description(client, release);
    }

    private Answer editor(Client client, Release release) {
        Model model = new Model(
                List.of(YASGUI + ".js", Links.file("results.js"), Links.file("editor.js"), Links.file("chart.js")),
                List.of(YASGUI + ".css"),
                SparqlRoom.EXAMPLE,
                NAMES,
                Terms.ID,
                QueryGroup.all(queries, client.language()),
                Schema.of(release, client.language()));
        return Templates.page(client, "editor", model).with(Reply.POLICY, Reply.INLINE_STYLES);
    }

    private static Answer description(Client client, Release release) {
        Node endpoint = NodeFactory.createURI(client.url());
        return Format.wanted(Format.GRAPHS, client)
                .ofGraph(limited(
                        release.construct(Queries.bound(DESCRIPTION, "endpoint", endpoint)),
                        NodeFactory.createURI(client.url() + "#service"),
                        release.limits()));
    }

    /** With what clients may ask of it, and a query of the endpoints that it may call. */
    private static Graph limited(Graph description, Node service, Limits limits) {
        describe(description, service, limits.byIri());
        limits.remotes().forEach(remote -> describe(description, NodeFactory.createURI(remote.iri()), remote.costs()));
        return description;
    }

    private static void describe(Graph description, Node thing, Map<String, Integer> limits) {
        limits.forEach((limit, value) ->
                description.add(thing, NodeFactory.createURI(limit), NodeFactoryExtra.intToNode(value)));
    }
}
