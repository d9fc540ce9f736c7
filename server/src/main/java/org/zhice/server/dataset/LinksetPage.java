package org.zhice.server.dataset;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/** A set of links: its table, and at its own name the way to where it is described. */
record LinksetPage() implements Page {
    /** The address of all of them; their names follow. */
    static final String ADDRESS = "/linksets/";

    private static final Query LINKS = Queries.read(LinksetPage.class, "linkset.rq");
    private static final String TABLE = ".sssom.tsv";

    @Override
    public boolean speaks(Client client) {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        String name = client.rest().replaceFirst("\\Q" + TABLE + "\\E$", "");
        String linkset = Terms.BASE + ADDRESS.substring(1) + name;
        List<Binding> links = release.select(Queries.bound(LINKS, "linkset", NodeFactory.createURI(linkset)))
                .rows();
        if (links.isEmpty()) {
            throw Problem.of(404, "not-found", client.path());
        }
        if (name.equals(client.rest())) {
            return Answer.seeOther(DatasetPage.ADDRESS + "#" + name);
        }
        String table = SssomTable.of(linkset, links, Prefixes.of(release), DatasetPage.version(release));
        return Answer.text("text/tab-separated-values; charset=utf-8", table);
    }
}
