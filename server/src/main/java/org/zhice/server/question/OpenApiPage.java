package org.zhice.server.question;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.zhice.query.Choice;
import org.zhice.query.Parameter;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.query.file.SavedQueries.Group;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.store.Label;
import org.zhice.store.Queries;
import org.zhice.store.Release;

/**
 * The saved queries as an API in OpenAPI 3.1: one path each. What all of them share, and the other addresses for programs,
 * stand in {@code openapi.json} among the resources. A parameter of few values lists them as they are in the store: numbers
 * as all that there are, things as examples, for their names and IRIs are understood too.
 */
record OpenApiPage(SavedQueries queries) implements Page {
    private static final String SHARED = Queries.text(OpenApiPage.class, "openapi.json");
    private static final List<String> STATUSES = List.of("200", "304", "400", "404", "406", "422", "503");
    private static final List<String> OPTIONS =
            List.of("format", "evidence", "spreadsheet", Paging.SIZE, Paging.PAGE, "lang");
    private static final int MOST_VALUES = 60;

    @Override
    public boolean speaks(Client client) {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        return Answer.json(document(release)).with("Link", Links.header(List.of()));
    }

    JsonObject document(Release release) {
        JsonObject document = JSON.parse(SHARED);
        document.get("info").getAsObject().put("version", release.id().isEmpty() ? "0" : release.id());
        JsonObject paths = document.get("paths").getAsObject();
        JsonArray tags = document.get("tags").getAsArray();
        queries.grouped(queries.all()).forEach(group -> tags.add(tag(group)));
        for (SavedQuery query : queries.all()) {
            JsonObject path = new JsonObject();
            path.put("get", operation(query, release));
            paths.put(Links.query(query.id()), path);
        }
        return document;
    }

    private static JsonObject tag(Group group) {
        JsonObject tag = new JsonObject();
        tag.put("name", group.queries().get(0).need());
        tag.put("description", both(group.need()));
        return tag;
    }

    private static JsonObject operation(SavedQuery query, Release release) {
        JsonObject operation = new JsonObject();
        operation.put("operationId", query.id());
        operation.put("summary", query.about().title().en());
        operation.put("description", both(query.about().question()));
        operation.put("x-zh", query.about().title().zh());
        JsonArray tags = new JsonArray();
        tags.add(query.need());
        operation.put("tags", tags);
        JsonArray parameters = new JsonArray();
        query.parameters().forEach(parameter -> parameters.add(parameter(parameter, release)));
        OPTIONS.forEach(option -> parameters.add(reference("parameters/" + option)));
        operation.put("parameters", parameters);
        operation.put("responses", responses());
        return operation;
    }

    private static JsonObject parameter(Parameter parameter, Release release) {
        JsonObject object = new JsonObject();
        object.put("name", parameter.name());
        object.put("in", "query");
        object.put("required", parameter.required() && parameter.defaultValue().isEmpty());
        object.put(
                "description", both(parameter.label()) + " (" + parameter.type().expected() + ")");
        object.put("schema", schema(parameter, release));
        return object;
    }

    private static JsonObject schema(Parameter parameter, Release release) {
        boolean number = parameter.type().isNumber();
        JsonObject schema = new JsonObject();
        schema.put("type", number ? "integer" : "string");
        if (!parameter.defaultValue().isEmpty()) {
            schema.put("default", value(parameter.defaultValue(), number));
        }
        List<Choice> values = parameter.choices(release);
        if (!values.isEmpty() && values.size() <= MOST_VALUES) {
            JsonArray allowed = new JsonArray();
            values.forEach(choice -> allowed.add(value(choice.id(), number)));
            schema.put(number ? "enum" : "examples", allowed);
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
