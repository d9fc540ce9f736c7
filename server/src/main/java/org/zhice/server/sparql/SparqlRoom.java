package org.zhice.server.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;

/**
 * The SPARQL endpoint with its editor, and the prefixes that the editor knows.
 *
 * @param forwards whether the store lies elsewhere
 */
public record SparqlRoom(SavedQueries queries, boolean forwards) implements Room {
    /** A query to begin with. */
    public static final String EXAMPLE = Queries.text(SparqlRoom.class, "example.rq");

    @Override
    public void mount(Routes routes) {
        Filter strict = (request, response, chain) -> chain.doFilter(
                new StrictRequest((HttpServletRequest) request), new SparqlResponse((HttpServletResponse) response));
        Page front = new SparqlFront(queries);
        SparqlAction action = forwards
                ? new ForwardingAction(front, routes.releases(), routes.limits())
                : new SparqlAction(front, routes.releases(), routes.limits());
        routes.endpoint(strict, action).page("/prefixes.json", SparqlRoom::prefixes);
    }

    private static Answer prefixes(Client client, Release release) {
        JsonObject prefixes = new JsonObject();
        new TreeMap<>(Prefixes.of(release).all().getNsPrefixMap()).forEach(prefixes::put);
        return Answer.json(prefixes);
    }
}
