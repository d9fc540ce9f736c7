package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            SELECT (<x:y>(DISTINCT ?o) AS ?n) { ?s ?p ?o } @ 403 @ function
            ASK { ?s ^<java:x.y> ?o } @ 403 @ function
            SELECT (REGEX("", "(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)(a?|b?)x") AS ?x) {} @ 422 @ cost-idle
            SELECT ("P9999999D"^^<http://www.w3.org/2001/XMLSchema#duration> AS ?x) {} @ 422 @ cost-duration
            SELECT (REGEX("", "(") AS ?x) {} @ 400 @ syntax
            SELECT (STRLANG("", "a b") AS ?x) {} @ 400 @ syntax
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

    /** Each that the configuration has, whatever reads it. */
    @Test
    void each_limit_is_told_in_the_service_description() throws IOException {
        String turtle = SERVER.get("/sparql", "Accept", "text/turtle").body();
        Graph told = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        String config = Files.readString(SERVER.home().resolve("zhice.ttl"));
        Map<String, Integer> set = Pattern.compile("limit:(\\w+) (\\d+)")
                .matcher(config)
                .results()
                .collect(Collectors.toMap(limit -> limit.group(1), limit -> Integer.parseInt(limit.group(2))));

        assertThat(set).hasSizeGreaterThan(40).containsEntry("valueBytes", 1_048_576);
        assertThat(values(told, "limit#firstRowMillis", "limit#totalMillis"))
                .isEqualTo(numbers("\"(\\d+),(\\d+)\"", config));
        set.forEach((name, value) ->
                assertThat(values(told, "limit#" + name)).as(name).containsExactly(value));
        for (String cost : List.of("patienceMillis", "answerBytes", "batch", "requests", "ageSeconds", "cacheBytes")) {
            assertThat(values(told, "remote#" + cost))
                    .as(cost)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(numbers("remote:" + cost + " (\\d+)", config));
        }
    }

    private static List<Integer> numbers(String pattern, String config) {
        return Pattern.compile(pattern)
                .matcher(config)
                .results()
                .flatMap(found -> IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(group -> Integer.valueOf(found.group(group))))
                .toList();
    }

    private static List<Integer> values(Graph graph, String... names) {
        return Arrays.stream(names)
                .map(name -> NodeFactory.createURI("https://w3id.org/zhice/" + name))
                .flatMap(name -> graph.find(Node.ANY, name, Node.ANY).toList().stream())
                .map(triple -> (Integer) triple.getObject().getLiteralValue())
                .toList();
    }

    private static HttpResponse<String> ask(String query, String... headers) {
        return SERVER.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), headers);
    }

    private static String detail(HttpResponse<String> response) {
        JsonObject problem = JSON.parse(response.body());
        return problem.getString("detail");
    }
}
