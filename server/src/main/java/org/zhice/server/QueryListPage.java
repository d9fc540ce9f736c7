package org.zhice.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.zhice.server.query.Label;
import org.zhice.server.query.Parameter;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;

/** The list of saved queries. */
record QueryListPage(SavedQueries queries) implements Page {
    private static final List<String> FORMS = List.of("application/json", "text/html");
    private static final List<String> NEEDS = List.of(
            "responsibility",
            "law-making",
            "continuity",
            "campaigns",
            "metrics",
            "agencies",
            "networks",
            "quality",
            "links");

    @Override
    public Answer get(HttpAction action, Client client) {
        String format = format(action, client);
        QuerySearch search = QuerySearch.of(action);
        return Store.read(
                action,
                store -> new Revision(store, format, client)
                        .answer(action, format.equals("html"), () -> answer(format, search, client)));
    }

    private Answer answer(String format, QuerySearch search, Client client) {
        List<SavedQuery> found = search.in(queries);
        Answer answer = format.equals("json")
                ? Answer.json(json(found))
                : Templates.page(client, "queries.ftlh", model(search, found, client.language()));
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

    private Map<String, Object> model(QuerySearch search, List<SavedQuery> found, Language language) {
        List<Map<String, Object>> tags = queries.all().stream()
                .flatMap(query -> query.tags().stream())
                .distinct()
                .sorted()
                .map(tag -> tag(tag, search, language))
                .toList();
        return Map.of(
                "groups", groups(found, language),
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

    /** The queries under what they are for, which is the name of their folder; other folders stand last. */
    static List<Map<String, Object>> groups(List<SavedQuery> queries, Language language) {
        Map<String, List<Map<String, String>>> byNeed = new LinkedHashMap<>();
        NEEDS.forEach(need -> byNeed.put(need, new ArrayList<>()));
        for (SavedQuery query : queries) {
            byNeed.computeIfAbsent(query.need(), first -> new ArrayList<>()).add(entry(query, language));
        }
        Messages messages = Messages.in(language);
        return byNeed.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> Map.of("name", name(group.getKey(), messages), "queries", group.getValue()))
                .toList();
    }

    private static String name(String need, Messages messages) {
        return messages.find("need." + need).orElse(need);
    }

    private static Map<String, String> entry(SavedQuery query, Language language) {
        return Map.of(
                "id", query.id(),
                "title", query.title().in(language.tag()),
                "question", query.question().in(language.tag()));
    }

    private static JsonArray json(List<SavedQuery> found) {
        JsonArray array = new JsonArray();
        found.forEach(query -> array.add(json(query)));
        return array;
    }

    private static JsonObject json(SavedQuery query) {
        JsonArray parameters = new JsonArray();
        query.parameters().forEach(parameter -> parameters.add(json(parameter)));
        JsonArray tags = new JsonArray();
        query.tags().forEach(tags::add);
        JsonObject object = new JsonObject();
        object.put("id", query.id());
        object.put("title", json(query.title()));
        object.put("question", json(query.question()));
        object.put("parameters", parameters);
        object.put("need", query.need());
        object.put("tags", tags);
        object.put("expect", query.expect());
        object.put("restsOn", json(query.restsOn()));
        object.put("address", Links.query(query.id()));
        return object;
    }

    private static JsonObject json(Parameter parameter) {
        JsonObject object = new JsonObject();
        object.put("name", parameter.name());
        object.put("type", parameter.type().id());
        object.put("label", json(parameter.label()));
        object.put("default", parameter.defaultValue());
        object.put("required", parameter.required());
        return object;
    }

    private static JsonObject json(Label label) {
        JsonObject object = new JsonObject();
        object.put("en", label.en());
        object.put("zh", label.zh());
        return object;
    }
}
