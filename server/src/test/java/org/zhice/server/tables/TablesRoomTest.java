package org.zhice.server.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.TestServer;

/** The reviewed tables, in the folder of a build as a build puts them there, by the rules of the two specifications. */
class TablesRoomTest {
    private static final Path REVIEWED = Path.of(System.getProperty("zhice.home"), "data/tables");

    @RegisterExtension
    static final TestServer SERVER = new TestServer().with(tables());

    /** Built-in datatypes (W3C, Metadata Vocabulary for Tabular Data, 5.11.1) as far as they can be met here. */
    private static final Set<String> CSVW_TYPES =
            Set.of("string", "integer", "decimal", "boolean", "date", "dateTime", "anyURI", "nonNegativeInteger");

    /** Frictionless Table Schema, "Types and Formats". */
    private static final Set<String> FRICTIONLESS_TYPES =
            Set.of("string", "integer", "number", "boolean", "date", "datetime");

    /** The reviewed ones, and one that nobody knows. */
    private static Path tables() {
        try (Stream<Path> files = Files.list(REVIEWED)) {
            Path folder = Files.createTempDirectory("tables");
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            Files.writeString(folder.resolve("stray.csv"), "𠮷\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_table_is_its_file_byte_by_byte_and_leads_to_its_contract() throws IOException {
        HttpResponse<String> response = SERVER.get("/tables/agency_name.csv");

        assertThat(response.body()).isEqualTo(Files.readString(REVIEWED.resolve("agency_name.csv")));
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv; charset=utf-8");
        assertThat(response.headers().firstValue("Link").orElseThrow())
                .contains("</tables/csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"")
                .contains("rel=\"license\"");
        assertThat(response.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stray.csv",
                "nothing.csv",
                "%F0%A0%AE%B7.csv",
                "agency",
                "..%2Finputs.sha256",
                "..%2F..%2F..%2Fqueries%2Fwords.yml",
                "%2e%2e/zhice.nq",
                "agency.csv%00"
            })
    void nothing_but_the_tables_of_the_contract_is_served(String path) {
        assertThat(SERVER.get("/tables/" + path).statusCode()).isIn(400, 404);
    }

    @Test
    void the_page_tells_of_each_table_in_both_languages() throws IOException {
        String english = SERVER.browse("/tables/?lang=en").body();
        String chinese = SERVER.browse("/tables?lang=zh").body();

        int rows = Files.readAllLines(REVIEWED.resolve("plan_series.csv")).size() - 1;
        assertThat(rows).isEqualTo(1);
        assertThat(english)
                .containsPattern(
                        "#plan_series\">plan_series</a></td><td class=\"long\">[^<]+</td>\\s*<td class=\"number\">1</td>")
                .contains("href=\"/tables/responsibility.csv\"")
                .contains("<h3 id=\"task_topic\">")
                .contains("What only a build makes");
        assertThat(chinese).contains("计划系列").contains("仅由构建生成的内容");
    }

    @Test
    void the_contract_keeps_the_rules_of_csv_on_the_web() {
        HttpResponse<String> response = SERVER.get("/tables/csv-metadata.json");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/csvm+json");
        JsonObject contract = JSON.parse(response.body());

        JsonValue context = contract.get("@context");
        assertThat(context.getAsArray().get(0).getAsString().value()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(objects(contract, "tables")).hasSizeGreaterThan(30);
        common(contract);
        for (JsonObject table : objects(contract, "tables")) {
            common(table);
            JsonObject schema = table.getObj("tableSchema");
            List<String> names = strings(objects(schema, "columns"), "name");
            assertThat(header(table.getString("url"))).isEqualTo(names);
            assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9_.]*"));
            assertThat(names).containsAll(texts(schema, "primaryKey"));
            for (JsonObject column : objects(schema, "columns")) {
                common(column);
                datatype(column.get("datatype"));
            }
            for (JsonObject key : objects(schema, "foreignKeys")) {
                assertThat(names).contains(key.getString("columnReference"));
                refersToKey(
                        contract,
                        key.getObj("reference").getString("resource"),
                        key.getObj("reference").getString("columnReference"));
            }
        }
    }

    /** Of other vocabularies a value is JSON-LD: a value object, an IRI, or several; never a map of languages (5.8). */
    private static void common(JsonObject described) {
        described.keys().stream().filter(key -> key.contains(":")).forEach(key -> {
            JsonValue value = described.get(key);
            Stream<JsonValue> values = value.isArray() ? value.getAsArray().stream() : Stream.of(value);
            assertThat(values.map(one -> one.getAsObject().keys()))
                    .as(key)
                    .isNotEmpty()
                    .allMatch(keys -> keys.equals(Set.of("@value", "@language")) || keys.equals(Set.of("@id")));
        });
    }

    /** A text may have a regular expression, a boolean its two words, a number bounds but no expression (6.4). */
    private static void datatype(JsonValue datatype) {
        if (!datatype.isObject()) {
            assertThat(CSVW_TYPES).contains(datatype.getAsString().value());
            return;
        }
        JsonObject detail = datatype.getAsObject();
        String base = detail.getString("base");
        assertThat(CSVW_TYPES).contains(base);
        if (detail.hasKey("format")) {
            assertThat(base).isIn("string", "boolean");
            Pattern.compile(detail.getString("format"));
        }
        if (base.equals("boolean")) {
            assertThat(detail.getString("format")).isEqualTo("true|false");
        }
        assertThat(detail.keys().stream().filter(key -> key.endsWith("imum")))
                .allMatch(bound -> base.equals("integer")
                        && detail.get(bound).getAsNumber().value().longValue() >= 0);
    }

    private static void refersToKey(JsonObject contract, String file, String column) {
        assertThat(objects(contract, "tables").stream()
                        .filter(table -> table.getString("url").equals(file))
                        .map(table -> texts(table.getObj("tableSchema"), "primaryKey")))
                .as(file)
                .containsExactly(List.of(column));
    }

    @Test
    void the_data_package_keeps_the_rules_of_frictionless() throws IOException {
        JsonObject all = JSON.parse(SERVER.get("/tables/datapackage.json").body());

        assertThat(all.getString("profile")).isEqualTo("tabular-data-package");
        assertThat(all.getString("name")).matches("[-a-z0-9._/]+");
        assertThat(all.getString("version")).startsWith("build-");
        JsonObject licence = objects(all, "licenses").get(0);
        assertThat(licence.getString("name")).isEqualTo("CC-BY-4.0");
        assertThat(licence.getString("path")).startsWith("https://");
        List<JsonObject> resources = objects(all, "resources");
        List<String> tables = strings(resources, "name");
        assertThat(tables).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        for (JsonObject resource : resources) {
            resource(resource, tables);
        }
    }

    private static void resource(JsonObject resource, List<String> tables) throws IOException {
        String path = resource.getString("path");
        byte[] file = Files.readAllBytes(REVIEWED.resolve(path));
        assertThat(resource.getString("profile")).isEqualTo("tabular-data-resource");
        assertThat(resource.getString("name")).matches("[-a-z0-9._]+");
        assertThat(path).isEqualTo(resource.getString("name") + ".csv");
        assertThat(resource.getString("encoding")).isEqualTo("utf-8");
        assertThat(resource.get("bytes").getAsNumber().value().intValue()).isEqualTo(file.length);
        assertThat(resource.getString("hash")).isEqualTo("sha256:" + DigestUtils.sha256Hex(file));
        JsonObject schema = resource.getObj("schema");
        List<String> names = strings(objects(schema, "fields"), "name");
        assertThat(names).isEqualTo(header(path));
        assertThat(names).containsAll(texts(schema, "primaryKey"));
        objects(schema, "fields").forEach(TablesRoomTest::field);
        for (JsonObject key : objects(schema, "foreignKeys")) {
            String referred = key.getObj("reference").getString("resource");
            assertThat(names).contains(key.getString("fields"));
            assertThat(referred.isEmpty() || tables.contains(referred)).isTrue();
            assertThat(referred).isNotEqualTo(resource.getString("name"));
            assertThat(header((referred.isEmpty() ? resource.getString("name") : referred) + ".csv"))
                    .contains(key.getObj("reference").getString("fields"));
        }
    }

    /** Each constraint is one that the type may have ("Constraints"). */
    private static void field(JsonObject field) {
        String type = field.getString("type");
        assertThat(FRICTIONLESS_TYPES).contains(type);
        assertThat(field.getString("description")).isNotBlank();
        if (field.hasKey("constraints")) {
            Set<String> constraints = field.getObj("constraints").keys();
            assertThat(Set.of("required", "pattern", "minimum", "maximum")).containsAll(constraints);
            assertThat(!constraints.contains("pattern") || type.equals("string"))
                    .isTrue();
            assertThat(!constraints.contains("minimum") || type.equals("integer"))
                    .isTrue();
        }
    }

    private static List<String> header(String file) {
        try {
            return List.of(Files.readAllLines(REVIEWED.resolve(file)).get(0).split(","));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonObject> objects(JsonObject of, String key) {
        return of.hasKey(key) ? of.getArray(key).map(JsonValue::getAsObject).toList() : List.of();
    }

    private static List<String> strings(List<JsonObject> objects, String key) {
        return objects.stream().map(object -> object.getString(key)).toList();
    }

    private static List<String> texts(JsonObject of, String key) {
        return of.getArray(key).map(value -> value.getAsString().value()).toList();
    }
}
