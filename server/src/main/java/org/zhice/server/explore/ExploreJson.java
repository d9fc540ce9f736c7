package org.zhice.server.explore;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.explore.Explored.Count;
import org.zhice.server.web.Client;
import org.zhice.store.Label;
import org.zhice.store.Result;

/** What was found, for programs. */
record ExploreJson(Explored found, ValueNames names, Client client) {
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("kind", found.choice().kind().id());
        json.put("total", found.rows().rows().size());
        json.put("whole", found.whole());
        json.put("page", found.choice().page());
        json.put("pages", found.pages());
        json.put("sparql", new QueryText(found.choice(), names, client.language()).rows());
        JsonArray rows = new JsonArray();
        found.page().forEach(row -> rows.add(row(row)));
        json.put("rows", rows);
        JsonObject facets = new JsonObject();
        found.counts().forEach((facet, counts) -> facets.put(facet.id(), values(facet, counts)));
        json.put("facets", facets);
        return json;
    }

    private JsonObject row(Binding row) {
        JsonObject json = new JsonObject();
        for (Var column : found.rows().columns()) {
            json.put(column.getVarName(), value(row.get(column), Result.text(row, column.getVarName())));
        }
        return json;
    }

    private static JsonValue value(Node node, String text) {
        return Result.isNumber(node) ? JsonNumber.valueDecimal(text) : new JsonString(text);
    }

    private JsonArray values(Facet facet, List<Count> counts) {
        JsonArray values = new JsonArray();
        counts.forEach(count -> values.add(value(facet, count)));
        return values;
    }

    private JsonObject value(Facet facet, Count count) {
        Label label = names.of(count.value());
        JsonObject name = new JsonObject();
        name.put("en", label.en());
        name.put("zh", label.zh());
        JsonObject value = new JsonObject();
        value.put("value", facet.id(count.value()));
        value.put("label", name);
        value.put("count", count.things());
        value.put("chosen", found.choice().isChosen(facet, count.value()));
        return value;
    }
}
