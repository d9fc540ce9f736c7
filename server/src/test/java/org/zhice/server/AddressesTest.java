package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.front.Wire;

/** Addresses as people and other programs pass them on, and what holds for the answers of all. */
class AddressesTest {
    private static final String TASKS = "/queries/tasks-of-an-agency";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @ParameterizedTest
    @CsvSource({
        "/queries/, /queries",
        "/coverage/, /coverage",
        "/search/?q=%E4%B8%93%E5%88%A9, /search?q=%E4%B8%93%E5%88%A9",
        "/queries/tasks-of-an-agency/?agency=mps, /queries/tasks-of-an-agency?agency=mps",
        "/id/agency/cnipa/, /id/agency/cnipa",
        "/.well-known/void/, /.well-known/void",
        "/openapi.json/, /openapi.json",
        "/id/, /id",
        "/nothing/, /nothing"
    })
    void a_slash_at_the_end_leads_to_the_address_without(String path, String address) throws Exception {
        HttpResponse<String> response = once(path);

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location")).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/id/agency/", "/sparql/", "/dumps/"})
    void addresses_that_end_with_a_slash_stay(String path) throws Exception {
        assertThat(once(path).statusCode()).isNotEqualTo(308);
    }

    @Test
    void no_address_leads_to_another_server() throws IOException {
        assertThat(raw("GET //evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .doesNotContain("Location: //");
    }

    @ParameterizedTest
    @CsvSource({
        "zh, zh",
        "zh-CN, zh",
        "zh-Hans, zh",
        "zh-Hant-HK, zh",
        "ZH-tw, zh",
        "zh_CN, zh",
        "yue, zh",
        "cmn-Hans, zh",
        "en, en",
        "en-GB, en",
        "EN_us, en"
    })
    void a_language_is_known_by_its_beginning(String tag, String language) {
        assertThat(SERVER.browse("/?lang=" + tag).body()).contains("<html lang=\"" + language + "\">");
    }

    @ParameterizedTest
    @CsvSource({"/?lang=fr, fr", "/queries?lang=zhongwen123, zhongwen123", "/search?lang=x, x", "/coverage?lang=1, 1"})
    void a_language_that_there_is_not_is_refused(String path, String tag) {
        HttpResponse<String> response = SERVER.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(detail(response)).contains("lang", tag, "en, zh");
    }

    @Test
    void the_other_language_is_offered_once_and_the_address_kept() {
        assertThat(SERVER.browse("/search?q=a&lang=zh-CN").body())
                .contains("href=\"?q=a&amp;lang=en\"")
                .doesNotContain("zh-CN");
    }

    @Test
    void what_social_media_add_is_passed_over_and_other_names_are_not() {
        HttpResponse<String> plain = SERVER.browse(TASKS + "?agency=mps&year=2023");
        HttpResponse<String> shared = SERVER.browse(TASKS
                + "?fbclid=IwAR0&agency=mps&utm_source=%E5%BE%AE%E4%BF%A1&year=2023&isappinstalled=0&from=timeline");

        assertThat(shared.statusCode()).isEqualTo(200);
        assertThat(shared.body()).isEqualTo(plain.body());
        assertThat(SERVER.get(TASKS + "?agency=mps&clid=1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/queries",
                "/queries/tasks-of-an-agency?agency=mps&format=csv",
                "/coverage?format=ttl",
                "/sparql",
                "/sparql?query=ASK%7B%7D",
                "/search?q=a",
                "/openapi.json",
                "/robots.txt",
                "/releases.atom",
                "/static/zhice.css",
                "/nothing",
                "/queries?lang=fr",
                "/id/agency/cnipa.ttl"
            })
    void head_has_the_headers_of_get(String path) {
        HttpResponse<String> get = SERVER.get(path);
        HttpResponse<String> head = SERVER.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(headers(head)).isEqualTo(headers(get));
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/queries      | json, html",
                "/queries/tasks-of-an-agency?agency=mps | json, csv, tsv, xml, ttl, turtle, jsonld, json-ld, xlsx, html, text/csv",
                "/coverage     | json, csv, ttl, turtle, n3, jsonld, rdf, rdfxml, rdf+xml, nt, ntriples, n-triples, html",
                "/.well-known/sparql-examples | ttl, turtle, JSON-LD, nt, n-triples, json",
                "/dataset      | ttl, turtle, json-ld, rdfxml, n-triples",
                "/sparql       | ttl, turtle, json-ld, rdf+xml, nt",
                "/search?q=a   | json, html",
                "/releases     | json, html"
            })
    void forms_have_the_same_names_at_all_addresses(String path, String names) {
        for (String name : List.of(names.split(", ", -1))) {
            String address = path + (path.contains("?") ? "&" : "?") + "format=" + name;
            assertThat(SERVER.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(SERVER.get(path, "Accept", "image/png").statusCode())
                .as(path)
                .isEqualTo(406);
        assertThat(SERVER.get(path + (path.contains("?") ? "&" : "?") + "format=png")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void pages_of_all_origins_may_read_every_answer() throws IOException {
        for (String path :
                List.of("/", "/nothing", "/queries/", "/queries?lang=fr", "/sparql?query=x", "/static/zhice.css")) {
            assertThat(header(SERVER.get(path), "Access-Control-Allow-Origin"))
                    .as(path)
                    .isEqualTo("*");
        }
        assertThat(header(SERVER.send("DELETE", "/queries"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(SERVER.post("/sparql", "text/plain", "x"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(header(SERVER.post("/reconcile", "text/plain", "x"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        String tag = header(SERVER.get("/coverage"), "ETag");
        HttpResponse<String> held = SERVER.get("/coverage", "If-None-Match", tag);
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(header(held, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(40_000) + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("Access-Control-Allow-Origin: *");
    }

    @Test
    void whatever_a_client_will_send_is_allowed() throws IOException {
        String answer = raw("""
                OPTIONS /sparql HTTP/1.1
                Host: a
                Origin: https://example.org
                Access-Control-Request-Method: POST
                Access-Control-Request-Headers: queryid, X-Requested-With,, a b,Authorization
                Connection: close

                """.replace("\n", "\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Headers: queryid, X-Requested-With, Authorization\r\n")
                .contains("Vary: Access-Control-Request-Headers")
                .doesNotContain("Private-Network", "Allow-Credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "/queries/words?word=%D7%A8%C0, not UTF-8",
        "/search?q=100%, per cent",
        "/queries?q=a%00, U+0000",
        "/sparql/?query=%FF, not UTF-8"
    })
    void addresses_are_utf_8(String path, String says) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains(says, "application/problem+json");
    }

    @Test
    void forms_are_utf_8() {
        String form = "application/x-www-form-urlencoded";

        assertThat(SERVER.post("/reconcile", form + ";charset=gbk", "queries=x").statusCode())
                .isEqualTo(415);
        assertThat(detail(SERVER.post("/reconcile", form, "queries=%C0"))).contains("C0", "9");
        assertThat(SERVER.post("/reconcile", form.toUpperCase(Locale.ROOT), "queries=%7B%7D")
                        .statusCode())
                .isEqualTo(200);
    }

    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        List.of(
                        "date",
                        "x-request-id",
                        "age",
                        "cache-status",
                        "fuseki-request-id",
                        "content-length",
                        "transfer-encoding")
                .forEach(headers::remove);
        return headers;
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String detail(HttpResponse<String> response) {
        return JSON.parse(response.body()).getString("detail");
    }

    private static HttpResponse<String> once(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(SERVER.request(path).GET().build(), BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        URI server = URI.create(SERVER.url("/"));
        try (Wire wire = new Wire(server.getHost(), server.getPort())) {
            return wire.send(request).rest();
        }
    }
}
