package org.zhice.loader.tables;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;

/**
 * Reads {@code csv-metadata.json}, the contract of the tables.
 *
 * <p>The file is CSV on the Web metadata (<a href="https://www.w3.org/TR/tabular-metadata/">W3C, Metadata Vocabulary
 * for Tabular Data</a>); read of it are url, columns with name, datatype, format, minimum, maximum, required and valueUrl, primaryKey,
 * foreignKeys of one column each, aboutUrl, and of the notes, which are free in form, {@code read}: see {@link Table.Read}.
 */
final class Contracts {
    private Contracts() {}

    static List<TableContract> read(Path file) {
        return objects(JSON.read(file.toString()), "tables")
                .map(Contracts::table)
                .toList();
    }

    private static TableContract table(JsonObject table) {
        JsonObject schema = table.getObj("tableSchema");
        return new TableContract(
                tableName(table.getString("url")),
                objects(schema, "columns").map(Contracts::column).toList(),
                strings(schema, "primaryKey"),
                objects(schema, "foreignKeys").map(Contracts::foreignKey).toList(),
                urls(schema),
                objects(table, "notes")
                        .filter(note -> note.hasKey("read"))
                        .map(Contracts::read)
                        .findFirst());
    }

    private static Map<String, UrlTemplate> urls(JsonObject schema) {
        Map<String, UrlTemplate> urls = new LinkedHashMap<>();
        if (schema.hasKey("aboutUrl")) {
            urls.put("about", new UrlTemplate(schema.getString("aboutUrl")));
        }
        objects(schema, "columns")
                .filter(column -> column.hasKey("valueUrl"))
                .forEach(column ->
                        urls.put(column.getString("name") + "_url", new UrlTemplate(column.getString("valueUrl"))));
        return urls;
    }

    private static Table.Read read(JsonObject note) {
        JsonObject read = note.getObj("read");
        return new Table.Read(
                strings(read, "key"),
                read.hasKey("names") ? read.getString("names") : "",
                read.hasKey("statedByTask") && read.getBoolean("statedByTask"));
    }

    private static Column column(JsonObject column) {
        JsonValue datatype = column.get("datatype");
        JsonObject detail = datatype.isObject() ? datatype.getAsObject() : null;
        String base = detail == null ? datatype.getAsString().value() : detail.getString("base");
        return new Column(
                column.getString("name"),
                new XSDDatatype(base),
                detail == null || !detail.hasKey("format") ? null : Pattern.compile(detail.getString("format")),
                bound(detail, "minimum"),
                bound(detail, "maximum"),
                column.hasKey("required") && column.getBoolean("required"));
    }

    private static BigInteger bound(JsonObject datatype, String name) {
        boolean given = datatype != null && datatype.hasKey(name);
        return given
                ? BigInteger.valueOf(datatype.get(name).getAsNumber().value().longValue())
                : null;
    }

    private static TableContract.ForeignKey foreignKey(JsonObject key) {
        JsonObject reference = key.getObj("reference");
        return new TableContract.ForeignKey(
                key.getString("columnReference"),
                tableName(reference.getString("resource")),
                reference.getString("columnReference"));
    }

    private static String tableName(String url) {
        return url.substring(0, url.length() - ".csv".length());
    }

    private static List<String> strings(JsonObject parent, String key) {
        return parent.getArray(key).map(value -> value.getAsString().value()).toList();
    }

    private static Stream<JsonObject> objects(JsonObject parent, String key) {
        return parent.hasKey(key) ? parent.getArray(key).map(JsonValue::getAsObject) : Stream.empty();
    }
}
