package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

class CoverageTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @Test
    void page_has_a_table_for_each_document_the_most_complete_kind_first() {
        HttpResponse<String> page = SERVER.browse("/coverage");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Vary")).contains("Accept, Accept-Encoding, Accept-Language, Cookie");
        assertThat(page.body())
                .containsSubsequence(
                        "<a href=\"#plan-2023\">Plan for 2023</a>",
                        "<h2 id=\"plan-2023\">Plan for 2023</h2>",
                        "<a href=\"#coverage-unit-task\">Task</a>",
                        "<a href=\"#coverage-unit-sentence\">Sentence</a>",
                        "<a href=\"#coverage-unit-number\">Number</a>",
                        "<h2 id=\"report-2023\">Report 2023</h2>",
                        "<a href=\"#coverage-unit-number\">Number</a>",
                        "<dt id=\"coverage-unit-number\">Number</dt><dd>A run of digits.</dd>")
                .doesNotContain("Plan for 2019");
    }

    @Test
    void page_shows_counts_share_and_reason() {
        assertThat(SERVER.browse("/coverage").body())
                .contains("<td class=\"number\">12,345</td><td class=\"number\">12,344</td><td class=\"number\">1</td>")
                .contains("<meter value=\"0.999\" aria-hidden=\"true\"></meter> 99.9%")
                .contains("<td>A general word, not Ji</td>")
                .containsPattern("<meter value=\"1(\\.0)?\" aria-hidden=\"true\"></meter> 100%")
                .contains("<td class=\"share\">–</td>");
    }

    @Test
    void page_is_chinese_for_who_reads_chinese() {
        assertThat(SERVER.browse("/coverage", "Accept-Language", "zh").body())
                .contains("<html lang=\"zh\">")
                .contains("<h2 id=\"plan-2023\">甲计划（二〇二三）</h2>")
                .contains("计划未写，还是图谱未录？")
                .contains("<td>泛称，不是𠮷氏</td>")
                .doesNotContain("Why left out")
                .doesNotContain("general word");
    }

    @Test
    void page_is_in_the_menu() {
        assertThat(SERVER.browse("/queries").body()).contains("<a href=\"/coverage\">Coverage</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle; charset=utf-8",
        "jsonld, application/ld+json",
        "rdf, application/rdf+xml",
        "nt, application/n-triples; charset=utf-8"
    })
    void graph_has_each_form_by_name_and_by_accept(String format, String type) {
        String bare = type.replaceFirst(";.*", "");
        HttpResponse<String> named = SERVER.get("/coverage?format=" + format);
        HttpResponse<String> accepted = SERVER.get("/coverage", "Accept", bare);

        assertThat(type(named)).isEqualToIgnoringCase(type);
        assertThat(named.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
        assertThat(named.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        Lang lang = RDFLanguages.contentTypeToLang(bare);
        Graph graph = RDFParser.fromString(named.body(), lang).toGraph();
        assertThat(graph.isIsomorphicWith(
                        RDFParser.fromString(accepted.body(), lang).toGraph()))
                .isTrue();
        assertThat(graph.size()).isEqualTo(28);
        assertThat(QueryExec.graph(graph).query("""
                                PREFIX zc: <https://w3id.org/zhice/ontology#>
                                PREFIX dcterms: <http://purl.org/dc/terms/>
                                ASK {
                                  <https://w3id.org/zhice/id/coverage/plan-2023-sentence> a zc:Coverage ;
                                    zc:total 12345 ; zc:leftOut 1 ; dcterms:description "泛称，不是𠮷氏"@zh
                                }
                                """).ask()).isTrue();
    }

    @Test
    void program_without_wishes_gets_turtle() {
        assertThat(type(SERVER.get("/coverage"))).startsWith("text/turtle");
        assertThat(type(SERVER.get("/coverage", "Accept", "*/*"))).startsWith("text/turtle");
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json, application/sparql-results+json, '\"value\": \"泛称，不是𠮷氏\"'",
        "csv, text/csv, text/csv; charset=utf-8, '12345,12344,1,0.999,\"a general word, not Ji\",泛称，不是𠮷氏'"
    })
    void rows_have_each_form_by_name_and_by_accept(String format, String accept, String type, String expected) {
        HttpResponse<String> named = SERVER.get("/coverage?format=" + format);
        HttpResponse<String> accepted = SERVER.get("/coverage", "Accept", accept);

        assertThat(type(named)).isEqualToIgnoringCase(type);
        assertThat(named.body()).contains(expected);
        assertThat(accepted.body()).isEqualTo(named.body());
        assertThat(accepted.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/turtle", "text/html"})
    void head_is_get_without_content(String accept) {
        HttpResponse<String> response = SERVER.send("HEAD", "/coverage", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(type(response)).startsWith(accept);
    }

    @Test
    void what_cannot_be_given_is_a_problem() {
        problem(SERVER.get("/coverage?format=tsv"), 400);
        problem(SERVER.get("/coverage", "Accept", "image/png"), 406);
        problem(SERVER.send("DELETE", "/coverage"), 405);
        problem(SERVER.get("/coverage/plan-2023"), 404);
        assertThat(SERVER.browse("/coverage?format=tsv&lang=zh").body())
                .contains("ttl, jsonld, rdf, nt, json, csv, html");
    }

    @Test
    void preflight_is_answered() {
        HttpResponse<String> response = SERVER.send("OPTIONS", "/coverage", "Origin", "https://example.org");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, HEAD, OPTIONS");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static void problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(type(response)).isEqualTo("application/problem+json");
        JsonObject problem = JSON.parse(response.body());
        assertThat(problem.get("status").getAsNumber().value().intValue()).isEqualTo(status);
    }
}
