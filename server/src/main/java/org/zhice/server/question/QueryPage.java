package org.zhice.server.question;

import java.util.List;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.query.publish.QueryGraph;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Release;
import org.zhice.store.arq.Repeatable;

/** One saved query: a page with its form and its answer, or the answer alone; and at an address below it, what it is. */
record QueryPage(SavedQueries queries) implements Page {
    /** What follows the id in the address of the description. */
    static final String ABOUT = "/about";

    private static final List<Format> DESCRIPTIONS =
            List.of(Format.TTL, Format.JSONLD, Format.RDF, Format.NT, Format.RQ);

    @Override
    public boolean speaks(Client client) {
        return !isDescription(client) && QueryRequest.isInLanguage(client);
    }

    @Override
    public Answer get(Client client, Release release) {
        if (isDescription(client)) {
            return description(
                    query(client.rest().substring(0, client.rest().length() - ABOUT.length())), client, release);
        }
        SavedQuery query = query(client.rest());
        QueryRequest request = QueryRequest.of(client, release.limits());
        Answer answer = switch (request.format()) {
            case RQ -> Answer.seeOther(Links.query(query.id()) + ABOUT + "?format=rq");
            case HTML -> new QueryForm(query, request, release).answer();
            default -> new QueryAnswer(query, request, release).get();
        };
        return Repeatable.is(query.text()) ? answer : answer.with("Cache-Control", "no-store");
    }

    private static Answer description(SavedQuery query, Client client, Release release) {
        Format format = Format.wanted(DESCRIPTIONS, client);
        Answer answer = format == Format.RQ
                ? Answer.text(format.contentType(), query.text())
                : format.ofGraph(QueryGraph.of(List.of(query), release, client.site() + Links.SPARQL));
        return answer.with("Link", Links.header(List.of()));
    }

    private static boolean isDescription(Client client) {
        return client.rest().endsWith(ABOUT);
    }

    private SavedQuery query(String id) {
        return queries.find(id).orElseThrow(() -> Problem.of(404, "unknown-query", id));
    }
}
