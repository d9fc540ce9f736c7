package org.zhice.server.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.TestServer;
import org.zhice.server.web.Format;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.memory.MemoryReleases;

class OpenApiTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @RegisterExtension
    static final TestServer SLOW = new TestServer(List.of("slow-list", "tasks-of-an-agency"));

    private static final SavedQueries SHIPPED = SavedQueries.read(Path.of(System.getProperty("zhice.home"), "queries"));

    @Test
    void document_is_valid() {
        assertThat(faults(SERVER.get("/openapi.json").body())).isEmpty();
    }

    @Test
    void document_of_the_shipped_queries_is_valid_and_lists_them_all() {
        DatasetGraph data = RDFDataMgr.loadDatasetGraph(
                TestServer.MADE_UP.resolve("graph.trig").toString());
        Releases releases = MemoryReleases.of(data.stream().toList(), Limits.read(TestServer.CONFIG));

        JsonObject document = releases.read(new OpenApiPage(SHIPPED)::document);

        assertThat(faults(document.toString())).isEmpty();
        assertThat(document.getObj("paths").keys())
                .hasSizeGreaterThan(40)
                .containsAll(SHIPPED.all().stream()
                        .map(query -> "/queries/" + query.id())
                        .toList());
    }

    /** The list is asked within the limits, as the query itself would be: it ran on for ever here. */
    @Test
    void list_of_values_that_never_ends_is_ended() {
        for (String path :
                List.of("/openapi.json", "/queries/slow-list?format=html", "/queries/slow-list?p=x&format=csv")) {
            HttpResponse<String> response = SLOW.get(path);

            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(response.body()).contains("took longer than 2 seconds");
        }
    }

    @Test
    void validator_finds_faults() {
        JsonObject document = JSON.parse(SERVER.get("/openapi.json").body());
        parameter(document, 0).remove("in");
        operation(document).put("response", "none");

        assertThat(faults(document.toString()))
                .anyMatch(fault -> fault.contains("parameters.[agency].in is missing"))
                .anyMatch(fault -> fault.contains("response is unexpected"));
    }

    @Test
    void parameters_are_typed_and_list_their_values() {
        JsonObject document = JSON.parse(SERVER.get("/openapi.json").body());

        JsonObject agency = parameter(document, 0).getObj("schema");
        assertThat(agency.getString("type")).isEqualTo("string");
        assertThat(agency.getString("default")).isEqualTo("cnipa");
        assertThat(agency.hasKey("enum")).isFalse();
        assertThat(agency.get("examples").getAsArray())
                .extracting(value -> value.getAsString().value())
                .containsExactlyInAnyOrder("cnipa", "gacc", "ip-joint-conference", "moara", "mps");
        JsonObject year = parameter(document, 1).getObj("schema");
        assertThat(year.getString("type")).isEqualTo("integer");
        assertThat(year.get("enum").getAsArray())
                .extracting(value -> ((JsonNumber) value).value().intValue())
                .containsExactly(2019, 2023, 2024);
        assertThat(parameter(document, 1).getString("description"))
                .contains("Year")
                .contains("年份");
    }

    @Test
    void every_listed_value_is_understood() {
        JsonObject document = JSON.parse(SERVER.get("/openapi.json").body());
        JsonArray agencies =
                parameter(document, 0).getObj("schema").get("examples").getAsArray();

        assertThat(agencies).isNotEmpty();
        for (JsonValue agency : agencies) {
            String id = agency.getAsString().value();
            assertThat(SERVER.get("/queries/tasks-of-an-agency?agency=" + id).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void forms_are_those_that_are_given() {
        JsonObject document = JSON.parse(SERVER.get("/openapi.json").body());
        JsonObject components = document.getObj("components");

        Set<String> types =
                components.getObj("responses").getObj("200").getObj("content").keys();
        List<String> names =
                components.getObj("parameters").getObj("format").getObj("schema").get("examples").getAsArray().stream()
                        .map(value -> value.getAsString().value())
                        .toList();
        assertThat(types)
                .isEqualTo(Format.ANSWERS.stream()
                        .map(format -> format.contentType().replaceFirst(";.*", ""))
                        .collect(Collectors.toSet()));
        assertThat(names)
                .containsExactlyElementsOf(
                        Format.ANSWERS.stream().map(Format::id).toList());
    }

    @Test
    void list_of_queries_leads_to_it() {
        assertThat(SERVER.browse("/queries").body()).contains("<a href=\"/openapi.json\">");
        assertThat(SERVER.get("/openapi.json").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    /** What the linters of OpenAPI recommend, as far as it bears on a document such as ours. */
    @Test
    void document_is_as_linters_want_it() {
        JsonObject document = JSON.parse(SERVER.get("/openapi.json").body());
        List<String> tags = names(document.get("tags").getAsArray());
        List<JsonObject> operations = operations(document);

        assertThat(document.getObj("info").keySet()).contains("title", "version", "description", "contact", "license");
        assertThat(document.get("security").getAsArray()).isEmpty();
        assertThat(document.get("servers").getAsArray()).isNotEmpty();
        assertThat(tags).doesNotHaveDuplicates().hasSizeGreaterThan(4);
        assertThat(document.getObj("paths").keySet()).noneMatch(path -> path.endsWith("/") || path.contains("?"));
        assertThat(operations).hasSizeGreaterThan(12);
        assertThat(operations.stream().map(operation -> operation.getString("operationId")))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9-]+"));
        for (JsonObject operation : operations) {
            assertThat(operation.keySet()).contains("summary", "description", "tags", "responses");
            assertThat(operation.get("tags").getAsArray())
                    .isNotEmpty()
                    .allMatch(tag -> tags.contains(tag.getAsString().value()));
            assertThat(operation.getObj("responses").keySet())
                    .anyMatch(status -> status.startsWith("2"))
                    .anyMatch(status -> status.startsWith("4"))
                    .contains("503");
        }
        String text = document.toString();
        for (String kind : document.getObj("components").keySet()) {
            for (String name : document.getObj("components").getObj(kind).keySet()) {
                assertThat(text).contains("\"#/components/" + kind + "/" + name + "\"");
            }
        }
        assertThat(parameters(document)).hasSizeGreaterThan(20).allMatch(one -> one.hasKey("description"));
        assertThat(parameters(document).stream().map(one -> one.getObj("schema")))
                .allMatch(schema -> schema.hasKey("type"));
    }

    /** A path with its examples in place leads somewhere, to a status that is described. */
    @Test
    void every_path_is_there() {
        JsonObject document = JSON.parse(SERVER.get("/openapi.json").body());
        for (String path : document.getObj("paths").keySet()) {
            JsonObject item = document.getObj("paths").getObj(path);
            String address =
                    path.replace("{kind}", "agency").replace("{name}", "cnipa").replace("{what}", "entity");
            if (item.hasKey("get")) {
                int status = SERVER.get(address).statusCode();
                assertThat(item.getObj("get").getObj("responses").keySet())
                        .as(path)
                        .contains(String.valueOf(status));
                assertThat(status).as(path).isNotEqualTo(404);
            }
        }
        assertThat(document.getObj("paths").keySet())
                .contains("/sparql", "/coverage", "/search", "/id/{kind}/{name}", "/reconcile", "/mcp");
    }

    private static List<JsonObject> operations(JsonObject document) {
        return document.getObj("paths").values().stream()
                .flatMap(path -> path.getAsObject().values().stream())
                .map(JsonValue::getAsObject)
                .toList();
    }

    private static List<JsonObject> parameters(JsonObject document) {
        return Stream.concat(
                        operations(document).stream()
                                .filter(operation -> operation.hasKey("parameters"))
                                .flatMap(operation -> operation.get("parameters").getAsArray().stream()),
                        document.getObj("components").getObj("parameters").values().stream())
                .map(JsonValue::getAsObject)
                .filter(parameter -> !parameter.hasKey("$ref"))
                .toList();
    }

    private static List<String> names(JsonArray items) {
        return items.stream().map(item -> item.getAsObject().getString("name")).toList();
    }

    private static List<String> faults(String document) {
        return new OpenAPIV3Parser().readContents(document).getMessages();
    }

    private static JsonObject operation(JsonObject document) {
        return document.getObj("paths").getObj("/queries/tasks-of-an-agency").getObj("get");
    }

    private static JsonObject parameter(JsonObject document, int index) {
        return operation(document).get("parameters").getAsArray().get(index).getAsObject();
    }
}
