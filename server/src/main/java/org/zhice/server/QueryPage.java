package org.zhice.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;

/** One saved query: a page with its form and its answer, or the answer alone. */
record QueryPage(SavedQueries queries) implements Page {
    private static final Set<String> OWN = Set.of("format", "lang");
    private static final List<Format> FORMATS =
            List.of(Format.JSON, Format.CSV, Format.TSV, Format.XML, Format.RQ, Format.HTML);

    @Override
    public Answer get(HttpAction action, Client client) {
        SavedQuery query = queries.find(id(action)).orElseThrow(() -> Problem.of(404, "unknown-query", id(action)));
        Format format = Format.wanted(FORMATS, action.getRequestParameter("format"), client);
        Map<String, String> values = values(action);
        return switch (format) {
            case RQ -> Answer.text(format.contentType(), query.text()).with("Vary", "Accept");
            case HTML -> Store.read(action, store -> new QueryForm(query, values, client, store).answer());
            default -> {
                Result result = Store.read(action, store -> query.run(store.data(), values, store.context()));
                yield rows(result, format, client.language());
            }
        };
    }

    private static String id(HttpAction action) {
        return String.valueOf(action.getRequest().getPathInfo()).replaceFirst("^/", "");
    }

    private static Map<String, String> values(HttpAction action) {
        Map<String, String> values = new LinkedHashMap<>();
        action.getRequest().getParameterMap().forEach((name, given) -> {
            if (OWN.contains(name)) {
                return;
            }
            if (given.length > 1) {
                throw Problem.of(400, "parameter-repeated", name);
            }
            values.put(name, given[0]);
        });
        return values;
    }

    private static Answer rows(Result result, Format format, Language language) {
        if (!result.whole()) {
            throw Problem.of(422, "too-many-rows", Numbers.show(SavedQuery.ROW_LIMIT, language))
                    .withHeader("Zhice-Row-Limit", String.valueOf(SavedQuery.ROW_LIMIT));
        }
        return format.ofRows(result);
    }
}
