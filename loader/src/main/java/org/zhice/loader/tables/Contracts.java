package org.zhice.loader.tables;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.vocabulary.XSD;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.InputFiles;
import org.zhice.loader.input.Place;
import org.zhice.store.plain.Utf8;

/**
 * Reads {@code csv-metadata.json}, the contract of the tables.
 *
 * <p>The file is CSV on the Web metadata (<a href="https://www.w3.org/TR/tabular-metadata/">W3C, Metadata Vocabulary
 * for Tabular Data</a>); read of it are url, columns with name, datatype, format, minimum, maximum, required and valueUrl, primaryKey,
 * foreignKeys of one column each, aboutUrl, and of the notes, which are free in form, {@code read}: see {@link Table.Read}.
 */
final class Contracts {
    private Contracts() {}

    /**
     * All contracts.
     *
     * @param name of the file in findings
     * @throws InputException if it cannot be read, or is not what it should be
     */
    static List<TableContract> read(Path file, String name) {
        Utf8 utf8 = Utf8.of(InputFiles.bytes(file, name));
        utf8.damage().ifPresent(damage -> {
            throw new InputException(Place.of(name, damage.line()), damage.found(), "UTF-8");
        });
        try {
            return objects(JSON.parse(utf8.text()), "tables")
                    .map(Contracts::whole)
                    .toList();
        } catch (JsonParseException e) {
            throw new InputException(Place.of(name, e.getLine()), "what is no JSON", "JSON");
        } catch (JsonException e) {
            throw new InputException(name, e.getMessage(), "CSV on the Web metadata");
        }
    }

    private static TableContract whole(JsonObject json) {
        String url = json.hasKey("url") ? json.get("url").toString() : "without url";
        try {
            TableContract contract = table(json);
            contract.named()
                    .filter(column -> !contract.header().contains(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw new JsonException("no column " + column);
                    });
            return contract;
        } catch (JsonException | PatternSyntaxException e) {
            throw new JsonException("in the table " + url + " a fault (" + e.getMessage() + ")");
        }
    }

    private static TableContract table(JsonObject table) {
        JsonObject schema = object(table, "tableSchema");
        return new TableContract(
                tableName(text(table, "url")),
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
            urls.put("about", new UrlTemplate(text(schema, "aboutUrl")));
        }
        objects(schema, "columns")
                .filter(column -> column.hasKey("valueUrl"))
                .forEach(column -> urls.put(text(column, "name") + "_url", new UrlTemplate(text(column, "valueUrl"))));
        return urls;
    }

    private static Table.Read read(JsonObject note) {
        JsonObject read = object(note, "read");
        return new Table.Read(
                strings(read, "key"),
                read.hasKey("names") ? text(read, "names") : "",
                read.hasKey("statedByTask") && truth(read, "statedByTask"));
    }

    private static Column column(JsonObject column) {
        JsonValue datatype = value(column, "datatype");
        JsonObject detail = datatype.isObject() ? datatype.getAsObject() : null;
        String base = detail == null ? datatype.getAsString().value() : text(detail, "base");
        return new Column(
                text(column, "name"),
                datatype(base),
                detail == null || !detail.hasKey("format") ? null : Pattern.compile(text(detail, "format")),
                bound(detail, "minimum"),
                bound(detail, "maximum"),
                column.hasKey("required") && truth(column, "required"));
    }

    private static BigInteger bound(JsonObject datatype, String name) {
        boolean given = datatype != null && datatype.hasKey(name);
        return given
                ? BigInteger.valueOf(datatype.get(name).getAsNumber().value().longValue())
                : null;
    }

    private static TableContract.ForeignKey foreignKey(JsonObject key) {
        JsonObject reference = object(key, "reference");
        return new TableContract.ForeignKey(
                text(key, "columnReference"),
                new Reference.Target(tableName(text(reference, "resource")), text(reference, "columnReference")));
    }

    private static XSDDatatype datatype(String base) {
        if (TypeMapper.getInstance().getTypeByName(XSD.getURI() + base) instanceof XSDDatatype known) {
            return known;
        }
        throw new JsonException("no datatype " + base);
    }

    private static String tableName(String url) {
        if (!url.endsWith(".csv")) {
            throw new JsonException("no file of CSV " + url);
        }
        return url.substring(0, url.length() - ".csv".length());
    }

    private static List<String> strings(JsonObject parent, String key) {
        return value(parent, key).getAsArray().stream()
                .map(value -> value.getAsString().value())
                .toList();
    }

    private static Stream<JsonObject> objects(JsonObject parent, String key) {
        return parent.hasKey(key) ? parent.get(key).getAsArray().stream().map(JsonValue::getAsObject) : Stream.empty();
    }

    private static JsonValue value(JsonObject parent, String key) {
        if (!parent.hasKey(key)) {
            throw new JsonException("no " + key);
        }
        return parent.get(key);
    }

    private static String text(JsonObject parent, String key) {
        return value(parent, key).getAsString().value();
    }

    private static JsonObject object(JsonObject parent, String key) {
        return value(parent, key).getAsObject();
    }

    private static boolean truth(JsonObject parent, String key) {
        return value(parent, key).getAsBoolean().value();
    }
}
