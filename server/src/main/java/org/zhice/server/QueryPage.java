package org.zhice.server;

import org.apache.jena.fuseki.servlets.HttpAction;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;

/** One saved query: a page with its form and its answer, or the answer alone. */
record QueryPage(SavedQueries queries) implements Page {

    @Override
    public Answer get(HttpAction action, Client client) {
        SavedQuery query = queries.find(id(action)).orElseThrow(() -> Problem.of(404, "unknown-query", id(action)));
        QueryRequest request = QueryRequest.of(action, client);
        return Store.read(
                action,
                store -> new Revision(store, request.format().id() + query.text(), client)
                        .answer(action, request.isInLanguage(), () -> answer(query, request, store)));
    }

    private static Answer answer(SavedQuery query, QueryRequest request, Store store) {
        return request.format() == Format.HTML
                ? new QueryForm(query, request, store).answer()
                : new QueryAnswer(query, request, store).get();
    }

    private static String id(HttpAction action) {
        return String.valueOf(action.getRequest().getPathInfo()).replaceFirst("^/", "");
    }
}
