package org.zhice.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.zhice.server.query.Choice;
import org.zhice.server.query.Label;
import org.zhice.server.query.Parameter;
import org.zhice.server.query.ParameterType;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;
import org.zhice.server.query.ValueList;

/**
 * The saved queries as an API in OpenAPI 3.1: one path each. What all of them share stands in {@code openapi.json} among
 * the resources. A parameter of few values lists them as they are in the store.
 */
record OpenApiPage(SavedQueries queries) implements Page {
    private static final String SHARED = Resources.text("openapi.json");
    private static final List<String> STATUSES = List.of("200", "304", "400", "404", "406", "422", "503");
    private static final List<String> OPTIONS = List.of("format", "evidence", Paging.SIZE, Paging.PAGE, "lang");
    private static final int MOST_VALUES = 60;

    @Override
    public Answer get(HttpAction action, Client client) {
        return Store.read(
                action,
                store -> new Revision(store, Links.API, client)
                        .answer(
                                action,
                                false,
                                () -> Answer.json(document(store)).with("Link", Links.header(List.of()))));
    }

    JsonObject document(Store store) {
        JsonObject document = JSON.parse(SHARED);
        String release = store.build();
        document.get("info").getAsObject().put("version", release.isEmpty() ? "0" : release);
        JsonObject paths = document.get("paths").getAsObject();
        Map<ValueList, List<Choice>> choices = new HashMap<>();
        for (SavedQuery query : queries.all()) {
            JsonObject path = new JsonObject();
            path.put("get", operation(query, store, choices));
            paths.put(Links.query(query.id()), path);
        }
        return document;
    }

    private static JsonObject operation(SavedQuery query, Store store, Map<ValueList, List<Choice>> choices) {
        JsonObject operation = new JsonObject();
        operation.put("operationId", query.id());
        operation.put("summary", query.title().en());
        operation.put("description", both(query.question()));
        operation.put("x-zh", query.title().zh());
        JsonArray tags = new JsonArray();
        tags.add(query.need());
        operation.put("tags", tags);
        JsonArray parameters = new JsonArray();
        query.parameters().forEach(parameter -> parameters.add(parameter(parameter, store, choices)));
        OPTIONS.forEach(option -> parameters.add(reference("parameters/" + option)));
        operation.put("parameters", parameters);
        operation.put("responses", responses());
        return operation;
    }

    private static JsonObject parameter(Parameter parameter, Store store, Map<ValueList, List<Choice>> choices) {
        JsonObject object = new JsonObject();
        object.put("name", parameter.name());
        object.put("in", "query");
        object.put("required", parameter.required() && parameter.defaultValue().isEmpty());
        object.put(
                "description", both(parameter.label()) + " (" + parameter.type().expected() + ")");
        object.put("schema", schema(parameter, store, choices));
        return object;
    }

    private static JsonObject schema(Parameter parameter, Store store, Map<ValueList, List<Choice>> choices) {
        boolean number = parameter.type() == ParameterType.YEAR || parameter.type() == ParameterType.INTEGER;
        JsonObject schema = new JsonObject();
        schema.put("type", number ? "integer" : "string");
        if (!parameter.defaultValue().isEmpty()) {
            schema.put("default", value(parameter.defaultValue(), number));
        }
        List<Choice> values = parameter
                .values()
                .map(list -> choices.computeIfAbsent(list, known -> parameter.choices(store.data())))
                .orElse(List.of());
        if (!values.isEmpty() && values.size() <= MOST_VALUES) {
            JsonArray allowed = new JsonArray();
            values.forEach(choice -> allowed.add(value(choice.id(), number)));
            schema.put("enum", allowed);
        }
        return schema;
    }

    private static JsonValue value(String text, boolean number) {
        return number ? JsonNumber.value(Long.parseLong(text)) : new JsonString(text);
    }

    private static JsonObject responses() {
        JsonObject responses = new JsonObject();
        STATUSES.forEach(status -> responses.put(status, reference("responses/" + status)));
        return responses;
    }

    private static JsonObject reference(String component) {
        JsonObject object = new JsonObject();
        object.put("$ref", "#/components/" + component);
        return object;
    }

    private static String both(Label label) {
        return label.en() + " " + label.zh();
    }
}
