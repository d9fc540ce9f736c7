package org.zhice.server;

import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.zhice.server.contract.TestResults;
import org.zhice.server.contract.TestResults.TestResult;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;

/** The list of saved queries. */
record QueryListPage(SavedQueries queries) implements Page {
    private static final List<String> FORMS = List.of("application/json", "text/html");

    @Override
    public Answer get(HttpAction action, Client client) {
        String format = format(action, client);
        QuerySearch search = QuerySearch.of(action);
        return Store.read(
                action,
                store -> new Revision(store, format, client)
                        .answer(
                                action,
                                format.equals("html"),
                                () -> answer(format, search, client, TestResults.in(store.engine()))));
    }

    private Answer answer(String format, QuerySearch search, Client client, Map<String, TestResult> results) {
        List<SavedQuery> found = search.in(queries);
        Answer answer = format.equals("json")
                ? Answer.json(json(found, results))
                : Templates.page(client, "queries.ftlh", model(search, found, results, client.language()));
        return answer.with("Link", Links.header(List.of()));
    }

    private static String format(HttpAction action, Client client) {
        String format = action.getRequestParameter("format");
        if (format == null) {
            format = Accepted.best(client.accept(), FORMS)
                    .orElseThrow(() -> Problem.of(406, "format", String.join(", ", FORMS)))
                    .replaceFirst(".*/", "");
        }
        if (!format.equals("json") && !format.equals("html")) {
            throw Problem.of(400, "format", "json, html");
        }
        return format;
    }

    private Map<String, Object> model(
            QuerySearch search, List<SavedQuery> found, Map<String, TestResult> results, Language language) {
        List<Map<String, Object>> tags = queries.all().stream()
                .flatMap(query -> query.tags().stream())
                .distinct()
                .sorted()
                .map(tag -> tag(tag, search, language))
                .toList();
        return Map.of(
                "groups", groups(found, results, language),
                "words", search.words(),
                "tag", search.tag(),
                "tags", tags,
                "count", Numbers.show(found.size(), language),
                "searched", !search.equals(QuerySearch.ALL));
    }

    private static Map<String, Object> tag(String tag, QuerySearch search, Language language) {
        return Map.of(
                "name", QuerySearch.tagName(tag, language),
                "href", Links.parameters(Map.of("tag", tag)),
                "chosen", tag.equals(search.tag()));
    }

    /** The queries under what they are for. */
    static List<Map<String, Object>> groups(List<SavedQuery> queries, Language language) {
        return groups(queries, Map.of(), language);
    }

    private static List<Map<String, Object>> groups(
            List<SavedQuery> queries, Map<String, TestResult> results, Language language) {
        return Needs.grouped(queries).entrySet().stream()
                .map(group -> Map.of(
                        "name",
                        Needs.name(group.getKey(), language.tag()),
                        "queries",
                        group.getValue().stream()
                                .map(query -> entry(query, language, results.get(query.id())))
                                .toList()))
                .toList();
    }

    private static Map<String, String> entry(SavedQuery query, Language language, TestResult result) {
        return Map.of(
                "id", query.id(),
                "title", query.title().in(language.tag()),
                "question", query.question().in(language.tag()),
                "status", query.status().id(),
                "outcome", result == null ? "" : result.outcome(),
                "run", TestResultText.of(result, language));
    }

    private static JsonArray json(List<SavedQuery> found, Map<String, TestResult> results) {
        JsonArray array = new JsonArray();
        found.forEach(query -> array.add(QueryJson.of(query, results.get(query.id()))));
        return array;
    }
}
