package org.zhice.server.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.zhice.server.web.Problem;
import org.zhice.store.Label;
import org.zhice.store.Release;
import org.zhice.store.tdb.StoreFiles;

/**
 * The tables of a release by their contract, {@code csv-metadata.json} (W3C, Metadata Vocabulary for Tabular Data).
 *
 * @param folder where they lie, which no longer changes
 * @param title of all
 */
record Contract(Path folder, Label title, List<Table> tables) {
    static final String FILE = "csv-metadata.json";

    /** A table; the rest of it is read from its file. */
    record Table(
            String name, Label title, List<Column> columns, List<String> primaryKey, List<ForeignKey> foreignKeys) {
        String file() {
            return name + ".csv";
        }
    }

    /**
     * A column.
     *
     * @param datatype the name of a datatype of CSVW
     * @param format what text must match; empty if it may be anything
     * @param minimum of a number, empty if there is none
     * @param maximum likewise
     */
    record Column(
            String name,
            Label title,
            Label description,
            String datatype,
            String format,
            Optional<Long> minimum,
            Optional<Long> maximum,
            boolean required) {}

    /** A column whose values stand in a column of a table. */
    record ForeignKey(String column, String table, String tableColumn) {}

    /** That of a release; empty if its tables are not on this machine. */
    static Optional<Contract> of(Release release, StoreFiles stores) {
        return stores.build(release.id())
                .map(build -> build.resolve(StoreFiles.TABLES))
                .filter(Files::isDirectory)
                .map(folder -> release.memo(Contract.class, () -> read(folder)));
    }

    /** @throws Problem 404 if there is no such table */
    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "unknown-table", name));
    }

    Path file(Table table) {
        return folder.resolve(table.file());
    }

    private static Contract read(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
            JsonObject contract = JSON.parse(in);
            return new Contract(
                    folder,
                    label(contract, "dc:title"),
                    objects(contract, "tables").map(Contract::table).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(JsonObject table) {
        JsonObject schema = table.getObj("tableSchema");
        return new Table(
                name(table.getString("url")),
                label(table, "dc:title"),
                objects(schema, "columns").map(Contract::column).toList(),
                schema.getArray("primaryKey").map(Contract::text).toList(),
                objects(schema, "foreignKeys").map(Contract::foreignKey).toList());
    }

    private static Column column(JsonObject column) {
        JsonValue datatype = column.get("datatype");
        JsonObject detail = datatype.isObject() ? datatype.getAsObject() : new JsonObject();
        return new Column(
                column.getString("name"),
                byLanguage(column.getObj("titles")),
                label(column, "dc:description"),
                datatype.isObject() ? detail.getString("base") : text(datatype),
                detail.hasKey("format") ? detail.getString("format") : "",
                number(detail, "minimum"),
                number(detail, "maximum"),
                column.hasKey("required") && column.getBoolean("required"));
    }

    private static ForeignKey foreignKey(JsonObject key) {
        JsonObject reference = key.getObj("reference");
        return new ForeignKey(
                key.getString("columnReference"),
                name(reference.getString("resource")),
                reference.getString("columnReference"));
    }

    private static Optional<Long> number(JsonObject detail, String name) {
        return Optional.ofNullable(detail.get(name))
                .map(value -> value.getAsNumber().value().longValue());
    }

    /** A property that CSVW leaves to other vocabularies: a text for each language. */
    private static Label label(JsonObject of, String property) {
        Map<String, String> texts = objects(of, property)
                .collect(Collectors.toMap(text -> text.getString("@language"), text -> text.getString("@value")));
        return label(texts::get);
    }

    private static Label byLanguage(JsonObject titles) {
        return label(language -> titles.hasKey(language) ? titles.getString(language) : null);
    }

    private static Label label(Function<String, String> texts) {
        return new Label(
                Optional.ofNullable(texts.apply("en")).orElse(""),
                Optional.ofNullable(texts.apply("zh")).orElse(""));
    }

    private static String name(String url) {
        return url.replaceFirst("\\.csv$", "");
    }

    private static String text(JsonValue value) {
        return value.getAsString().value();
    }

    private static Stream<JsonObject> objects(JsonObject parent, String key) {
        return parent.hasKey(key) ? parent.getArray(key).map(JsonValue::getAsObject) : Stream.empty();
    }
}
