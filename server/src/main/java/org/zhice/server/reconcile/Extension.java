package org.zhice.server.reconcile;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.zhice.server.web.Language;
import org.zhice.server.web.Problem;
import org.zhice.store.Label;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** The values of properties, for new columns beside names that are matched. */
record Extension(Release release, Properties properties, Language language) {
    /** The setting of a property that says how many values to give; 0 for all. */
    static final String LIMIT = "limit";

    static Extension of(Release release, Language language) {
        return new Extension(release, Properties.of(release), language);
    }

    JsonObject answer(Batch.Extend extend) {
        JsonArray meta = new JsonArray();
        extend.properties().forEach(property -> meta.add(meta(property.id())));
        JsonObject answer = new JsonObject();
        answer.put("meta", meta);
        answer.put("rows", rows(extend));
        return answer;
    }

    private JsonObject meta(String id) {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("name", properties.required(id).name(language));
        return json;
    }

    private JsonObject rows(Batch.Extend extend) {
        JsonObject rows = new JsonObject();
        if (extend.ids().isEmpty() || extend.properties().isEmpty()) {
            extend.ids().forEach(id -> rows.put(id, new JsonObject()));
            return rows;
        }
        Facts facts = Facts.of(
                release,
                extend.ids().stream().map(Ids::iri).toList(),
                extend.properties().stream()
                        .map(property -> properties.required(property.id()).iri())
                        .toList());
        extend.ids().forEach(id -> rows.put(id, row(Ids.iri(id), extend.properties(), facts)));
        return rows;
    }

    private JsonObject row(String thing, List<Batch.Property> asked, Facts facts) {
        JsonObject row = new JsonObject();
        for (Batch.Property property : asked) {
            JsonArray cells = new JsonArray();
            facts.values(thing, properties.required(property.id()).iri()).stream()
                    .limit(limit(property))
                    .forEach(value -> cells.add(cell(value, facts.label(value))));
            row.put(property.id(), cells);
        }
        return row;
    }

    private static long limit(Batch.Property property) {
        Map<String, JsonElement> settings = property.settings() == null ? Map.of() : property.settings();
        JsonElement limit = settings.get(LIMIT);
        if (limit == null || limit.isJsonNull()) {
            return Long.MAX_VALUE;
        }
        String text = limit.isJsonPrimitive() ? limit.getAsString() : limit.toString();
        if (!text.matches("\\d{1,9}")) {
            throw Problem.option(LIMIT, text, "0, 1, 2, …");
        }
        return Long.parseLong(text) == 0 ? Long.MAX_VALUE : Long.parseLong(text);
    }

    /** A thing of ours as such, so that the new column is matched at once; a concept or an address of others as text. */
    private JsonObject cell(Node value, Label label) {
        JsonObject cell = new JsonObject();
        if (value.isURI() && value.getURI().startsWith(Terms.ID)) {
            cell.put("id", Ids.of(value.getURI()));
            cell.put("name", label.isEmpty() ? Ids.of(value.getURI()) : label.in(language.tag()));
        } else if (value.isURI()) {
            cell.put("str", label.isEmpty() ? Prefixes.of(release).shorten(value.getURI()) : label.in(language.tag()));
        } else {
            literal(value, cell);
        }
        return cell;
    }

    private static void literal(Node value, JsonObject cell) {
        String text = value.getLiteralLexicalForm();
        if (Result.isNumber(value) && text.matches("-?\\d{1,18}")) {
            cell.put("int", Long.parseLong(text));
        } else if (Result.isNumber(value)) {
            cell.put("float", JsonNumber.value(((Number) value.getLiteralValue()).doubleValue()));
        } else if (XSDDatatype.XSDdate.equals(value.getLiteralDatatype())) {
            cell.put("date", text + "T00:00:00");
        } else {
            cell.put("str", text);
        }
    }
}
