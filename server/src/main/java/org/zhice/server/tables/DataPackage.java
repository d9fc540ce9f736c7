package org.zhice.server.tables;

import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.zhice.server.web.Links;

/**
 * The contract as a tabular data package (<a href="https://specs.frictionlessdata.io/">Frictionless</a>, version 1). It has
 * one language, so titles are English.
 */
final class DataPackage {
    static final String FILE = "datapackage.json";

    /** What the two name differently; what is not here has one name in both, or is text. */
    private static final Map<String, String> TYPES = Map.of(
            "integer", "integer", "decimal", "number", "boolean", "boolean", "date", "date", "dateTime", "datetime");

    private DataPackage() {}

    /** @param version the name of the release */
    static JsonObject of(Contract contract, String version) {
        JsonObject all = new JsonObject();
        all.put("profile", "tabular-data-package");
        all.put("name", "zhice");
        all.put("title", contract.title().en());
        all.put("version", version);
        all.put("licenses", array(List.of(licence())));
        all.put(
                "resources",
                array(contract.tables().stream()
                        .map(table -> resource(table, FileFacts.of(contract.file(table))))
                        .toList()));
        return all;
    }

    private static JsonObject licence() {
        JsonObject licence = new JsonObject();
        licence.put("name", "CC-BY-4.0");
        licence.put("path", Links.LICENCE);
        licence.put("title", "Creative Commons Attribution 4.0 International");
        return licence;
    }

    private static JsonObject resource(Contract.Table table, FileFacts file) {
        JsonObject resource = new JsonObject();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", table.name());
        resource.put("title", table.title().en());
        resource.put("path", table.file());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.sha256());
        resource.put("schema", schema(table));
        return resource;
    }

    private static JsonObject schema(Contract.Table table) {
        JsonObject schema = new JsonObject();
        schema.put(
                "fields", array(table.columns().stream().map(DataPackage::field).toList()));
        schema.put("missingValues", strings(List.of("")));
        schema.put("primaryKey", strings(table.primaryKey()));
        if (!table.foreignKeys().isEmpty()) {
            schema.put(
                    "foreignKeys",
                    array(table.foreignKeys().stream()
                            .map(key -> foreignKey(table, key))
                            .toList()));
        }
        return schema;
    }

    private static JsonObject field(Contract.Column column) {
        JsonObject field = new JsonObject();
        field.put("name", column.name());
        field.put("type", TYPES.getOrDefault(column.datatype(), "string"));
        if (column.datatype().equals("anyURI")) {
            field.put("format", "uri");
        }
        field.put("title", column.title().en());
        field.put("description", column.description().en());
        JsonObject constraints = constraints(column);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    /** A pattern is for text only; of a boolean the contract's two words are those of the specification. */
    private static JsonObject constraints(Contract.Column column) {
        JsonObject constraints = new JsonObject();
        if (column.required()) {
            constraints.put("required", true);
        }
        if (column.datatype().equals("string") && !column.format().isEmpty()) {
            constraints.put("pattern", column.format());
        }
        column.minimum().ifPresent(least -> constraints.put("minimum", least));
        column.maximum().ifPresent(greatest -> constraints.put("maximum", greatest));
        return constraints;
    }

    /** A table that names itself is the empty text there. */
    private static JsonObject foreignKey(Contract.Table table, Contract.ForeignKey key) {
        JsonObject reference = new JsonObject();
        reference.put("resource", key.table().equals(table.name()) ? "" : key.table());
        reference.put("fields", key.tableColumn());
        JsonObject foreignKey = new JsonObject();
        foreignKey.put("fields", key.column());
        foreignKey.put("reference", reference);
        return foreignKey;
    }

    private static JsonArray strings(List<String> texts) {
        return array(texts.stream().map(JsonString::new).toList());
    }

    private static JsonArray array(List<? extends JsonValue> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
