package org.zhice.server.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        assertThat(agency.get("enum").getAsArray())
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
        JsonArray agencies = parameter(document, 0).getObj("schema").get("enum").getAsArray();

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
                components.getObj("parameters").getObj("format").getObj("schema").get("enum").getAsArray().stream()
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
