package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String ASK_TITLES = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            SELECT ?title WHERE { ?task zc:taskNumber 2 ; zc:title ?title FILTER(CONTAINS(?title, "𠮷")) }
            """;

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, '\"value\": \"保护𠮷氏品种\"'",
        "application/sparql-results+xml,  '<literal xml:lang=\"zh\">保护𠮷氏品种</literal>'",
        "text/csv,                        '保护𠮷氏品种'",
        "text/tab-separated-values,       '\"保护𠮷氏品种\"@zh'"
    })
    void select_is_answered_in_each_format_by_get(String accept, String expected) {
        HttpResponse<String> response = SERVER.get(query(ASK_TITLES), "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).startsWith(accept);
        assertThat(response.body()).contains(expected);
    }

    @Test
    void select_is_answered_by_post_of_a_query_and_of_a_form() {
        HttpResponse<String> direct =
                SERVER.post("/sparql", "application/sparql-query", ASK_TITLES, "Accept", "text/csv");
        HttpResponse<String> form = SERVER.post(
                "/sparql", "application/x-www-form-urlencoded", "query=" + encoded(ASK_TITLES), "Accept", "text/csv");

        assertThat(direct.body()).contains("保护𠮷氏品种");
        assertThat(form.body()).isEqualTo(direct.body());
    }

    @Test
    void construct_is_answered_as_turtle() {
        HttpResponse<String> response =
                SERVER.get(query("DESCRIBE <https://w3id.org/zhice/id/agency/cnipa>"), "Accept", "text/turtle");

        assertThat(parsed(response, Lang.TURTLE).size()).isEqualTo(5);
    }

    @Test
    void text_index_finds_traditional_script() {
        HttpResponse<String> response = SERVER.get(query("""
                PREFIX text: <http://jena.apache.org/text#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?x { ?x text:query (skos:prefLabel "專利法") } ORDER BY ?x
                """), "Accept", "text/csv");

        assertThat(response.body()).contains("https://w3id.org/zhice/id/instrument/patent-law");
    }

    @Test
    void wrong_query_is_refused_with_line_and_column() {
        HttpResponse<String> response = SERVER.get(query("SELECT ?s\nWHERE { ?s ?p \"甲\" } }"), "Accept", "*/*");

        JsonObject problem = problem(response, 400);
        assertThat(problem.get("line").getAsNumber().value().intValue()).isEqualTo(2);
        assertThat(problem.get("column").getAsNumber().value().intValue()).isEqualTo(21);
        assertThat(problem.get("detail").getAsString().value()).contains("not valid SPARQL");
    }

    @Test
    void chinese_in_the_text_of_an_error_survives() {
        HttpResponse<String> response = SERVER.get(query("SELECT ?s WHERE { ?s ?p 甲乙:丙 }"));

        assertThat(problem(response, 400).get("detail").getAsString().value()).contains("甲乙:丙");
    }

    @Test
    void wrong_query_is_refused_in_chinese_to_who_reads_chinese() {
        HttpResponse<String> response = SERVER.get(query("SELEKT"), "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");

        assertThat(problem(response, 400).get("detail").getAsString().value()).startsWith("查询不是正确的 SPARQL：");
    }

    @Test
    void wrong_query_of_a_browser_gets_a_page() {
        HttpResponse<String> response = SERVER.browse(query("SELEKT <script>alert(1)</script>"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(type(response)).isEqualTo("text/html;charset=utf-8");
        assertThat(response.body()).contains("not valid SPARQL").doesNotContain("<script>alert");
    }

    @Test
    void update_is_refused() {
        String update = "INSERT DATA { <http://x/a> <http://x/b> 1 }";

        problem(SERVER.post("/sparql", "application/sparql-update", update), 403);
        problem(SERVER.post("/sparql", "application/x-www-form-urlencoded", "update=" + encoded(update)), 403);
        problem(SERVER.get("/sparql?update=" + encoded(update)), 403);
        problem(SERVER.post("/sparql", "application/sparql-query", update), 400);
        problem(SERVER.send("PUT", "/sparql"), 405);
        problem(SERVER.send("DELETE", "/sparql"), 405);
        assertThat(SERVER.get("/sparql/update").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT (<java:org.apache.jena.sparql.function.library.e>() AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}",
                "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.bag> ?y }"
            })
    void query_cannot_reach_out_or_load_code(String text) {
        HttpResponse<String> response = SERVER.get(query(text), "Accept", "text/csv");

        assertThat(response.statusCode()).isIn(200, 403);
        if (response.statusCode() == 200) {
            assertThat(response.body().lines().skip(1)).allMatch(String::isEmpty);
        }
    }

    @Test
    void large_request_is_refused() {
        String text = "# " + "x".repeat(1 << 20) + "\nASK {}";

        problem(SERVER.post("/sparql", "application/sparql-query", text), 413);
    }

    /** Each is told: a connection that is closed while the client sends would take the answer with it. */
    @Test
    void large_requests_one_after_the_other_all_hear_why() {
        String text = "# " + "𠮷".repeat(1 << 20) + "\nASK {}";

        for (int i = 0; i < 40; i++) {
            problem(SERVER.post("/sparql", "application/sparql-query", text), 413);
        }
    }

    /** The first half alone gets no answer: the server is still reading. */
    @Test
    void large_request_is_read_before_it_is_refused() throws IOException {
        byte[] text = ("# " + "𠮷".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        URI server = URI.create(SERVER.url("/sparql"));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                            + "Content-Length: " + text.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(text, 0, text.length / 2);
            out.flush();
            assertThat(socket.getInputStream().available()).isZero();
            out.write(text, text.length / 2, text.length - text.length / 2);
            out.flush();
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void large_request_of_unknown_length_is_refused() {
        byte[] text = ("# " + "𠮷".repeat(1 << 18) + "\nASK {}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = SERVER.send(SERVER.request("/sparql")
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(text))));

        problem(response, 413);
    }

    @Test
    void large_form_of_unknown_length_is_refused() {
        byte[] form = ("query=" + "x".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = SERVER.send(SERVER.request("/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(form))));

        assertThat(response.statusCode()).isIn(400, 413);
    }

    @Test
    void unknown_content_type_is_refused() {
        problem(SERVER.post("/sparql", "text/plain", "ASK {}"), 415);
    }

    @Test
    void any_page_of_any_origin_may_ask_without_credentials() {
        HttpResponse<String> response = SERVER.get(query("ASK {}"), "Origin", "https://example.org");

        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void preflight_is_answered() {
        HttpResponse<String> response = SERVER.send(
                "OPTIONS", "/sparql", "Origin", "https://example.org", "Access-Control-Request-Method", "POST");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, HEAD, POST, OPTIONS");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/sparql?query=ASK%20%7B%7D"})
    void head_is_get_without_content(String path) {
        HttpResponse<String> response = SERVER.send("HEAD", path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(type(response)).isEqualTo(type(SERVER.get(path)));
    }

    @Test
    void answer_that_takes_too_long_is_a_clean_error() {
        HttpResponse<String> response = SERVER.get(
                query("SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d ?s ?w }"), "Accept", "text/csv");

        problem(response, 503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples", "*/*"})
    void service_describes_itself_to_programs(String accept) {
        HttpResponse<String> response = SERVER.get("/sparql", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        Lang lang = RDFLanguages.contentTypeToLang(type(response).replaceFirst(";.*", ""));
        boolean complete = QueryExec.graph(parsed(response, lang))
                .query("""
                        PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
                        ASK {
                          ?service a sd:Service ; sd:endpoint <%s> ; sd:supportedLanguage sd:SPARQL11Query ;
                            sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_CSV> ;
                            sd:feature sd:UnionDefaultGraph ; sd:defaultDataset ?dataset .
                          ?dataset sd:defaultGraph ?union ; sd:namedGraph/sd:name
                            <https://w3id.org/zhice/graph/source-plan-2023>
                        }
                        """.formatted(SERVER.url("/sparql")))
                .ask();
        assertThat(complete).isTrue();
    }

    @Test
    void service_description_has_no_other_form() {
        problem(SERVER.get("/sparql", "Accept", "image/png"), 406);
    }

    @Test
    void browser_gets_the_editor_and_its_files() {
        HttpResponse<String> page = SERVER.browse("/sparql");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("data-endpoint=\"/sparql\"")
                .contains("/webjars/zazuko__yasgui/4.5.0/build/yasgui.min.js")
                .contains("<option value=\"tasks-of-an-agency\">")
                .contains("data-example=\"# The tasks");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';")
                .contains("style-src 'self' 'unsafe-inline'");
        assertThat(SERVER.get("/webjars/zazuko__yasgui/4.5.0/build/yasgui.min.js")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_editor_that_a_browser_holds_keeps_its_own_policy() {
        String policy = "Content-Security-Policy";
        HttpResponse<String> page = SERVER.browse("/sparql?lang=en");
        HttpResponse<String> again = SERVER.browse(
                "/sparql?lang=en",
                "If-None-Match",
                page.headers().firstValue("ETag").orElseThrow());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().allValues(policy)).isSubsetOf(page.headers().allValues(policy));
    }

    private static String query(String text) {
        return "/sparql?query=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static Graph parsed(HttpResponse<String> response, Lang lang) {
        return RDFParser.fromString(response.body(), lang).toGraph();
    }

    private static JsonObject problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(type(response)).isEqualTo("application/problem+json");
        JsonObject problem = JSON.parse(response.body());
        assertThat(problem.get("status").getAsNumber().value().intValue()).isEqualTo(status);
        return problem;
    }
}
