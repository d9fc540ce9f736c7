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
    private static final List<String> GROUPS = List.of(
            "tasks",
            "law-making",
            "time",
            "campaigns",
            "programmes",
            "figures",
            "agencies",
            "topics",
            "quality",
            "links");

    @Override
    public Answer get(HttpAction action, Client client) {
        String format = action.getRequestParameter("format");
        if (format == null) {
            format = Accepted.best(client.accept(), FORMS)
                    .orElseThrow(() -> Problem.of(406, "format", String.join(", ", FORMS)))
                    .replaceFirst(".*/", "");
        }
        return switch (format) {
            case "json" -> Answer.json(json()).with("Vary", "Accept");
            case "html" -> Templates.page(client, "queries.ftlh", Map.of("groups", groups(queries, client.language())));
            default -> throw Problem.of(400, "format", "json, html");
        };
    }

    /** The queries under the first of their tags, in the order of the groups; other tags stand last. */
    static List<Map<String, Object>> groups(SavedQueries queries, Language language) {
        Map<String, List<Map<String, String>>> byTag = new LinkedHashMap<>();
        GROUPS.forEach(tag -> byTag.put(tag, new ArrayList<>()));
        for (SavedQuery query : queries.all()) {
            String tag = query.tags().isEmpty() ? "other" : query.tags().get(0);
            byTag.computeIfAbsent(tag, first -> new ArrayList<>()).add(entry(query, language));
        }
        Messages messages = Messages.in(language);
        return byTag.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> Map.of("name", name(group.getKey(), messages), "queries", group.getValue()))
                .toList();
    }

    private static String name(String tag, Messages messages) {
        return messages.find("tag." + tag).orElse(tag);
    }

    private static Map<String, String> entry(SavedQuery query, Language language) {
        return Map.of(
                "id", query.id(),
                "title", query.title().in(language.tag()),
                "question", query.question().in(language.tag()));
    }

    private JsonArray json() {
        JsonArray array = new JsonArray();
        queries.all().forEach(query -> array.add(json(query)));
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
