package org.zhice.server.question;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.query.Chart;
import org.zhice.query.Parameter;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.server.web.Links;
import org.zhice.store.Label;

/** A saved query as an entry of the list for programs. */
final class QueryJson {
    private QueryJson() {}

    /**
     * A query.
     *
     * @param result of its last run; null if it was not run
     */
    static JsonObject of(SavedQuery query, TestResult result) {
        JsonArray parameters = new JsonArray();
        query.parameters().forEach(parameter -> parameters.add(json(parameter)));
        JsonArray tags = new JsonArray();
        query.about().tags().forEach(tags::add);
        JsonObject object = new JsonObject();
        object.put("id", query.id());
        object.put("title", json(query.about().title()));
        object.put("question", json(query.about().question()));
        object.put("parameters", parameters);
        object.put("need", query.need());
        object.put("tags", tags);
        object.put("askedBy", json(query.about().askedBy()));
        object.put("status", query.about().status().id());
        object.put("reason", json(query.about().reason()));
        object.put("chart", query.about().chart().map(Chart::id).orElse(""));
        object.put("contract", result == null ? JsonNull.instance : json(result));
        object.put("expect", query.expected().says());
        object.put("restsOn", json(query.expected().restsOn()));
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

    private static JsonObject json(TestResult result) {
        JsonObject object = new JsonObject();
        object.put("outcome", result.outcome());
        object.put("rows", result.rows());
        object.put("millis", result.millis());
        object.put("release", result.version());
        object.put("date", result.date());
        return object;
    }

    private static JsonObject json(Label label) {
        JsonObject object = new JsonObject();
        object.put("en", label.en());
        object.put("zh", label.zh());
        return object;
    }
}
