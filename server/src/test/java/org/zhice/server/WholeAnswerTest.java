package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Limits;

/** An answer is whole, or it is an error before its first byte. */
class WholeAnswerTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String TOO_MANY =
            "SELECT ?x { VALUES ?a { %1$s } VALUES ?b { %1$s } VALUES ?c { %1$s } VALUES ?d { %1$s } BIND(1 AS ?x) }"
                    .formatted("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values",
                "text/plain"
            })
    void more_rows_than_allowed_are_refused_in_every_form(String accept) {
        HttpResponse<String> response = ask(TOO_MANY, "Accept", accept);

        assertThat(response.statusCode()).isIn(422, 503);
        assertThat(response.body()).doesNotContain("##");
        if (response.statusCode() == 422) {
            assertThat(detail(response)).contains("100,000 rows", "/dumps/", "LIMIT");
        }
    }

    /** Twenty times ten thousand characters of four bytes, and each in a row of its own would be 64 MB and more. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            SELECT (REPLACE(?t, "a", ?t) AS ?x) { BIND("aa" AS ?t0) BIND(REPLACE(?t0, "a", "%1$s") AS ?t) } @ 422 @ cost-value
            SELECT (1234567890*1 AS ?x) { FILTER(<http://www.w3.org/2005/xpath-functions/math#pow>(9, 5000) > 1) } @ 422 @ cost-number
            SELECT * { ?s ?p ?o } OFFSET 1000001 @ 400 @ cost-offset
            ASK { FILTER EXISTS { FILTER EXISTS { FILTER EXISTS { FILTER EXISTS { FILTER EXISTS { FILTER EXISTS { FILTER EXISTS { ?s ?p ?o } } } } } } } } @ 400 @ cost-exists
            SELECT * { ?s ?p ?o } ORDER BY <x:y>(?o) @ 403 @ function
            """)
    void what_costs_too_much_is_told_with_its_limit_in_both_languages(String query, int status, String kind) {
        String text = query.replace("%1$s", "a".repeat(2_000));
        HttpResponse<String> english = ask(text, "Accept-Language", "en");
        HttpResponse<String> chinese = ask(text, "Accept-Language", "zh");

        assertThat(english.statusCode()).isEqualTo(status);
        assertThat(JSON.parse(english.body()).getString("type")).endsWith("/" + kind);
        assertThat(detail(english)).doesNotContain("{0}", "null");
        assertThat(detail(chinese)).containsPattern("\\p{IsHan}").isNotEqualTo(detail(english));
    }

    @Test
    void text_that_xml_cannot_hold_is_an_error_in_xml_and_none_in_json() {
        String query = "SELECT ?y (\"a\\u0001b\" AS ?x) { BIND(\"𠮷\" AS ?y) }";

        assertThat(ask(query, "Accept", "application/sparql-results+json").statusCode())
                .isEqualTo(200);
        HttpResponse<String> xml = ask(query, "Accept", "application/sparql-results+xml");
        assertThat(xml.statusCode()).isEqualTo(406);
        assertThat(detail(xml)).contains("U+0001", "x", "1");
        HttpResponse<String> graph = ask("CONSTRUCT { <a:s> <a:p> \"a\\u0001b\" } {}", "Accept", "application/rdf+xml");
        assertThat(graph.statusCode()).isEqualTo(406);
        assertThat(detail(graph)).contains("U+0001");
    }

    @Test
    void each_limit_is_told_in_the_service_description() {
        String turtle = SERVER.get("/sparql", "Accept", "text/turtle").body();
        Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        Map<String, Integer> limits =
                Limits.read(SERVER.home().resolve("zhice.ttl")).byIri();

        assertThat(limits).hasSizeGreaterThan(15).containsEntry("https://w3id.org/zhice/limit#valueBytes", 1_048_576);
        limits.forEach((limit, value) -> assertThat(graph.find(Node.ANY, NodeFactory.createURI(limit), Node.ANY)
                        .toList())
                .singleElement()
                .satisfies(triple ->
                        assertThat(triple.getObject().getLiteralValue()).isEqualTo(value)));
    }

    private static HttpResponse<String> ask(String query, String... headers) {
        return SERVER.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), headers);
    }

    private static String detail(HttpResponse<String> response) {
        JsonObject problem = JSON.parse(response.body());
        return problem.getString("detail");
    }
}
