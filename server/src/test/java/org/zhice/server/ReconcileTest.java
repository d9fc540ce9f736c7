package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Queries;

/** Lists are matched over HTTP as OpenRefine does it. */
class ReconcileTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String FORM = "application/x-www-form-urlencoded";

    /** An answer that is as the specification says. */
    private static JsonObject valid(String part, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        String schema = Queries.text(ReconcileTest.class, "reconcile.schema.json")
                .replaceFirst("\\{", "{ \"\\$ref\": \"#/\\$defs/" + part + "\",");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(response.body(), InputFormat.JSON))
                .as(response.body())
                .isEmpty();
        return JSON.parse(response.body());
    }

    private static HttpResponse<String> post(String field, String json) {
        return SERVER.post("/reconcile", FORM, field + "=" + encode(json));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String url) {
        return SERVER.get(url.replace(SERVER.url(""), ""));
    }

    private static JsonArray results(String query) {
        return valid("results", post("queries", "{\"q0\":" + query + "}"))
                .getObj("q0")
                .get("result")
                .getAsArray();
    }

    private static JsonObject best(String query) {
        return results(query).get(0).getAsObject();
    }

    private static List<String> ids(JsonArray items) {
        return items.stream().map(item -> item.getAsObject().getString("id")).toList();
    }

    private static double score(JsonObject candidate) {
        return candidate.get("score").getAsNumber().value().doubleValue();
    }

    private static boolean match(JsonObject candidate) {
        return candidate.getBoolean("match");
    }

    private static String url(JsonValue service, String path) {
        return service.getAsObject().getString("service_url")
                + service.getAsObject().getString(path);
    }

    /** Manifest; ten names to guess the type; the names with it; suggestions; a preview; properties; new columns. */
    @Test
    void open_refine_is_served_from_the_first_call_to_the_last() {
        JsonObject manifest = valid("manifest", SERVER.get("/reconcile"));
        assertThat(manifest.getString("identifierSpace")).isEqualTo("https://w3id.org/zhice/id/");
        assertThat(ids(manifest.get("defaultTypes").getAsArray())).contains("agency", "instrument", "campaign");

        List<String> names =
                List.of("国知局", "公安部", "海關總署", "农业农村部", "CNIPA", "部际联席会议", "Joint conference", "商标法", "x", "");
        JsonObject guessed = valid(
                "results",
                post(
                        "queries",
                        IntStream.range(0, 9)
                                .mapToObj(i -> "\"q" + i + "\":{\"query\":\"" + names.get(i) + "\",\"limit\":3}")
                                .collect(Collectors.joining(",", "{", "}"))));
        assertThat(guessed.keySet()).hasSize(9);
        assertThat(Stream.of(0, 1, 2, 3, 4, 5, 6)
                        .map(i -> guessed.getObj("q" + i).get("result").getAsArray())
                        .map(found -> ids(found.get(0).getAsObject().get("type").getAsArray())))
                .allMatch(List.of("agency")::equals);

        JsonObject cnipa = best("{\"query\":\"國家知識產權局\",\"type\":\"agency\",\"type_strict\":\"should\",\"limit\":3}");
        assertThat(cnipa.getString("id")).isEqualTo("agency/cnipa");
        assertThat(cnipa.getString("name")).isEqualTo("China National Intellectual Property Administration");
        assertThat(cnipa.getString("description")).isEqualTo("国家知识产权局");
        assertThat(score(cnipa)).isEqualTo(100);
        assertThat(match(cnipa)).isTrue();

        JsonObject suggest = manifest.getObj("suggest");
        for (String[] call : List.of(
                new String[] {"entity", "海关", "agency/gacc"},
                new String[] {"entity", "agency/mps", "agency/mps"},
                new String[] {"property", "skos:alt", "skos:altLabel"},
                new String[] {"type", "agen", "agency"})) {
            JsonValue service = suggest.get(call[0]);
            JsonObject shown = valid(
                    "suggestions", get(url(service, "service_path") + "?prefix=" + encode(call[1]) + "&cursor=0"));
            assertThat(ids(shown.get("result").getAsArray())).contains(call[2]);
            String flyout = url(service, "flyout_service_path").replace("${id}", encode(call[2]));
            assertThat(valid("flyout", get(flyout)).getString("id")).isEqualTo(call[2]);
        }

        String preview = manifest.getObj("preview").getString("url").replace("{{id}}", encode("agency/cnipa"));
        assertThat(get(preview).body()).contains("国家知识产权局", "CNIPA");

        JsonObject proposed = valid(
                "proposal",
                get(url(manifest.getObj("extend").get("propose_properties"), "service_path") + "?type=campaign"));
        assertThat(ids(proposed.get("properties").getAsArray())).contains("zc:editionOf", "zc:year");

        JsonObject extended = valid("extension", post("extend", """
                        {"ids": ["campaign/longteng-2019", "campaign/nobody"],
                         "properties": [{"id": "zc:editionOf"}, {"id": "zc:year", "settings": {"limit": "1"}},
                                        {"id": "skos:prefLabel"}]}"""));
        JsonObject row = extended.getObj("rows").getObj("campaign/longteng-2019");
        assertThat(row.get("zc:editionOf")).isEqualTo(JSON.parseAny("""
                [{"id": "campaign/longteng", "name": "Longteng"}]"""));
        assertThat(row.get("zc:year")).isEqualTo(JSON.parseAny("[{\"int\": 2019}]"));
        assertThat(row.get("skos:prefLabel").getAsArray()).hasSize(2);
        assertThat(extended.getObj("rows").getObj("campaign/nobody").get("zc:year"))
                .isEqualTo(new JsonArray());
    }

    @Test
    void a_batch_can_be_asked_by_get_too() {
        JsonObject answer = valid("results", SERVER.get("/reconcile?queries=" + encode("{\"a\":{\"query\":\"公安部\"}}")));

        assertThat(ids(answer.getObj("a").get("result").getAsArray())).startsWith("agency/mps");
    }

    @Test
    void addresses_in_the_manifest_and_the_way_to_a_page_are_absolute_and_on_our_own_server() {
        JsonObject manifest = valid("manifest", SERVER.get("/reconcile"));
        String view = manifest.getObj("view").getString("url").replace("{{id}}", encode("agency/cnipa"));
        assertThat(view).startsWith(SERVER.url("/"));

        assertThat(get(view).request().uri().getPath()).isEqualTo("/id/agency/cnipa.ttl");
    }

    /** Two agencies of the made-up graph bear 同名局. */
    @Test
    void a_name_of_two_things_is_no_match() {
        JsonArray found = results("{\"query\":\"同名局\",\"type\":\"agency\"}");

        assertThat(ids(found)).startsWith("agency/gacc", "agency/mps");
        assertThat(found.stream().limit(2).map(JsonValue::getAsObject))
                .allMatch(candidate -> score(candidate) == 100 && !match(candidate));
    }

    /** The campaign of 2019 bears the name of its series. */
    @Test
    void a_property_decides_between_namesakes() {
        JsonObject found = best("""
                {"query": "龙腾行动", "properties": [{"pid": "zc:year", "v": 2019}]}""");

        assertThat(found.getString("id")).isEqualTo("campaign/longteng-2019");
        assertThat(score(found)).isEqualTo(100);
        assertThat(match(found)).isTrue();
        assertThat(found.get("features")).isEqualTo(JSON.parseAny("""
                [{"id": "name", "value": 100.0}, {"id": "zc:year", "value": true}]"""));
    }

    @ParameterizedTest
    @CsvSource({
        "zc:editionOf, 龍騰行動, true",
        "zc:editionOf, campaign/longteng, true",
        "zc:editionOf, https://w3id.org/zhice/id/campaign/longteng, true",
        "zc:editionOf, campaign/kunlun, false",
        "zc:year, 2019, true",
        "zc:year, 2020, false",
        "zc:year, soon, false",
        "skos:prefLabel, LONGTENG 2019, true",
    })
    void a_value_agrees_by_identifier_name_or_number(String property, String value, boolean agrees) {
        JsonObject found = results("{\"query\":\"Longteng 2019\",\"properties\":[{\"pid\":\"" + property
                        + "\",\"v\":[\"x\",\"" + value + "\"]}]}")
                .stream()
                .map(JsonValue::getAsObject)
                .filter(one -> one.getString("id").equals("campaign/longteng-2019"))
                .findFirst()
                .orElseThrow();

        assertThat(score(found)).isEqualTo(agrees ? 100 : 50);
        assertThat(match(found)).isEqualTo(agrees);
    }

    @Test
    void without_a_name_things_that_have_the_values_are_found_but_none_is_certain() {
        JsonArray found = results("{\"type\":[\"campaign\"],\"properties\":[{\"pid\":\"zc:year\",\"v\":\"2023\"}]}");

        assertThat(ids(found)).contains("campaign/kunlun-2023").doesNotContain("campaign/longteng-2019");
        assertThat(found.stream().map(JsonValue::getAsObject)).noneMatch(ReconcileTest::match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"initiative/variety-pilot", "initiative:variety-pilot", "𠮷氏品種試點"})
    void an_identifier_or_a_name_with_a_rare_character_is_certain(String text) {
        JsonObject found = best("{\"query\":\"" + text + "\"}");

        assertThat(found.getString("id")).isEqualTo("initiative/variety-pilot");
        assertThat(match(found)).isTrue();
    }

    @Test
    void a_like_name_is_no_match_however_like_it_is() {
        JsonObject found = best("{\"query\":\"农业农村厅\",\"type\":\"agency\"}");

        assertThat(found.getString("id")).isEqualTo("agency/moara");
        assertThat(score(found)).isEqualTo(80);
        assertThat(match(found)).isFalse();
    }

    @Test
    void names_are_in_the_language_of_the_client() {
        HttpResponse<String> answer = SERVER.post(
                "/reconcile?lang=zh", FORM, "queries=" + encode("{\"a\":{\"query\":\"Ministry of Public Security\"}}"));
        JsonObject found = valid("results", answer)
                .getObj("a")
                .get("result")
                .getAsArray()
                .get(0)
                .getAsObject();

        assertThat(found.getString("name")).isEqualTo("公安部");
        assertThat(found.getString("description")).isEqualTo("Ministry of Public Security");
    }

    /** Any page may show the small one in a frame, and no other page of ours. */
    @Test
    void a_preview_can_be_framed_and_other_pages_cannot() {
        HttpResponse<String> preview = SERVER.browse("/reconcile/preview?id=agency%2Fcnipa");
        assertThat(preview.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("frame-ancestors *", "default-src 'none'");
        assertThat(preview.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(SERVER.browse("/").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("frame-ancestors 'none'");
    }

    @Test
    void an_answer_to_a_body_is_kept_under_no_address() {
        HttpResponse<String> answer = post("queries", "{\"a\":{\"query\":\"公安部\"}}");

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(SERVER.get("/reconcile").headers().firstValue("ETag")).isPresent();
    }

    @Test
    void what_can_be_done_is_told() {
        HttpResponse<String> options = SERVER.send("OPTIONS", "/reconcile");
        assertThat(options.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD, POST, OPTIONS");
        HttpResponse<String> refused = SERVER.send("DELETE", "/reconcile");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
        assertThat(SERVER.post("/reconcile/preview", FORM, "id=agency").statusCode())
                .isEqualTo(405);
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"q" + i + "\":{\"query\":\"x\"}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Stream<List<Object>> faults() {
        return Stream.of(
                List.of("queries", "{", 400, "reconcile-json"),
                List.of("queries", "", 400, "reconcile-json"),
                List.of("queries", "null", 400, "reconcile-json"),
                List.of("queries", "[]", 400, "reconcile-json"),
                List.of("queries", "[".repeat(100_000), 400, "reconcile-json"),
                List.of("queries", "{\"a\":{\"query\":[1]}}", 400, "reconcile-json"),
                List.of("queries", "{\"a\":null}", 400, "reconcile-empty"),
                List.of("queries", "{\"a\":{\"query\":\" \"}}", 400, "reconcile-empty"),
                List.of("queries", "{\"a\":{\"query\":\"x\",\"limit\":0}}", 400, "option"),
                List.of("queries", "{\"a\":{\"query\":\"x\",\"type\":\"planet\"}}", 400, "reconcile-type"),
                List.of("queries", "{\"a\":{\"query\":\"x\",\"properties\":[{}]}}", 400, "reconcile-json"),
                List.of(
                        "queries",
                        "{\"a\":{\"query\":\"x\",\"properties\":[{\"pid\":\"zc:mass\",\"v\":1}]}}",
                        400,
                        "reconcile-property"),
                List.of("queries", "{\"a\":{\"query\":\"" + "𠮷".repeat(501) + "\"}}", 413, "reconcile-long"),
                List.of("queries", many(51), 413, "reconcile-many"),
                List.of("extend", "{}", 400, "reconcile-json"),
                List.of("extend", "{\"ids\":[null],\"properties\":[]}", 400, "reconcile-json"),
                List.of(
                        "extend",
                        "{\"ids\":[\"agency/mps\"],\"properties\":[{\"id\":\"zc:mass\"}]}",
                        400,
                        "reconcile-property"),
                List.of(
                        "extend",
                        "{\"ids\":[\"agency/mps\"],\"properties\":[{\"id\":\"zc:year\",\"settings\":{\"limit\":\"-1\"}}]}",
                        400,
                        "option"));
    }

    @Test
    void every_fault_has_a_clear_answer() {
        assertThat(faults()).isNotEmpty().allSatisfy(fault -> {
            HttpResponse<String> answer = post((String) fault.get(0), (String) fault.get(1));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(fault.get(2));
            assertThat(JSON.parse(answer.body()).getString("type")).endsWith("/problem/" + fault.get(3));
            assertThat(JSON.parse(answer.body()).getString("detail"))
                    .as("what a program of ours threw is no business of a client")
                    .doesNotContain("Exception", "java", "gson", "null");
        });
    }

    @Test
    void the_largest_batch_of_the_longest_names_is_answered() {
        assertThat(valid("results", post("queries", many(50))).keySet()).hasSize(50);
        assertThat(results("{\"query\":\"" + "𠮷".repeat(500) + "\"}")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/reconcile/preview?id=agency/nobody, 404",
        "/reconcile/preview, 404",
        "/reconcile/view?id=agency/nobody, 404",
        "/reconcile/flyout/entity?id=agency/nobody, 404",
        "/reconcile/flyout/type?id=planet, 400",
        "/reconcile/flyout/property?id=zc:mass, 400",
        "/reconcile/properties, 400",
        "/reconcile/properties?type=agency&limit=none, 400",
        "/reconcile/suggest/entity?prefix=x&cursor=-1, 400",
        "/reconcile/suggest/entity?prefix=x&type=planet, 400",
    })
    void what_is_not_there_is_told(String path, int status) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void only_a_form_is_read() {
        HttpResponse<String> answer = SERVER.post("/reconcile", "application/json", "{\"queries\":{}}");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(JSON.parse(answer.body()).getString("type")).endsWith("/problem/form");
    }

    @Test
    void a_form_that_is_too_large_is_refused() {
        assertThat(SERVER.post("/reconcile", FORM, "queries=" + "x".repeat(1_100_000))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void the_address_is_where_clients_find_the_server() {
        JsonObject manifest =
                JSON.parse(SERVER.get("/reconcile", "Accept-Language", "zh").body());

        assertThat(manifest.getString("name")).startsWith("知策");
        assertThat(manifest.getObj("preview").getString("url")).startsWith(SERVER.url("/reconcile/preview?id="));
    }
}
