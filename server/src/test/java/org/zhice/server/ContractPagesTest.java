package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.query.contract.TestResults;
import org.zhice.query.contract.Verdict;
import org.zhice.query.contract.Verdict.Outcome;
import org.zhice.query.expect.Difference;

/** What the pages tell of the last run of each saved query, and the saved queries as RDF. */
class ContractPagesTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @BeforeAll
    static void a_build_in_which_one_query_passed_and_one_failed() throws InterruptedException {
        Difference difference = new Difference("2 rows", "3 rows");
        Graph results = TestResults.graph(
                List.of(
                        new Verdict("figures", Outcome.PASSED, 3, 1_234, Optional.empty(), Optional.empty()),
                        new Verdict(
                                "tasks-of-an-agency", Outcome.FAILED, 2, 8, Optional.empty(), Optional.of(difference))),
                "abc123",
                Instant.parse("2026-11-23T10:00:00Z"));
        SERVER.publish("<https://w3id.org/zhice/graph/meta> {"
                + RDFWriter.source(results).lang(Lang.NTRIPLES).asString() + "}");
        for (int i = 0; i < 100 && !SERVER.browse("/queries").body().contains("abc123"); i++) {
            Thread.sleep(100);
        }
    }

    @Test
    void people_see_what_passes_and_what_fails() {
        assertThat(SERVER.browse("/queries").body())
                .contains("<small class=\"contract passed\"><b>✓ passes</b> 3 rows, 1234 ms, release abc123</small>")
                .contains("<small class=\"contract failed\"><b>✗ fails</b> 2 rows, 8 ms, release abc123</small>");
        assertThat(SERVER.browse("/queries/figures?lang=zh").body())
                .contains("<p class=\"contract passed\"><b>✓ 通过</b> 3 行，1234 毫秒，版本 abc123</p>");
        assertThat(SERVER.browse("/queries/words").body()).doesNotContain("class=\"contract");
    }

    @Test
    void programs_are_told_too() {
        JsonArray queries = JSON.parseAny(SERVER.get("/queries").body()).getAsArray();
        JsonObject figures = entry(queries, "figures");
        JsonObject contract = figures.get("contract").getAsObject();

        assertThat(figures.getString("status")).isEqualTo("answerable");
        assertThat(contract.getString("outcome")).isEqualTo("passed");
        assertThat(contract.get("rows").getAsNumber().value().intValue()).isEqualTo(3);
        assertThat(contract.get("millis").getAsNumber().value().intValue()).isEqualTo(1_234);
        assertThat(contract.getString("release")).isEqualTo("abc123");
        assertThat(contract.getString("date")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(entry(queries, "words").get("contract").isNull()).isTrue();
    }

    private static JsonObject entry(JsonArray queries, String id) {
        return queries.stream()
                .map(query -> query.getAsObject())
                .filter(query -> query.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"text/turtle, TTL", "application/ld+json, JSON-LD", "application/n-triples, N-TRIPLES"})
    void the_queries_are_rdf_that_names_this_endpoint(String accept, String lang) {
        HttpResponse<String> response = SERVER.get("/.well-known/sparql-examples", "Accept", accept);
        Graph graph = RDFParser.fromString(response.body(), RDFLanguages.nameToLang(lang))
                .toGraph();

        List<String> selects = graph.stream(null, SHACL.select, null)
                .map(Triple::getObject)
                .map(select -> select.getLiteralLexicalForm())
                .toList();
        assertThat(selects).hasSize(10).allSatisfy(text -> QueryFactory.create(text, Syntax.syntaxSPARQL_11));
        assertThat(selects).anyMatch(text -> text.contains("agency/cnipa"));
        assertThat(response.body()).contains(SERVER.url("/sparql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'''",
                "\\",
                "\\u0022 }",
                "} #",
                "}\n#",
                "a\tb",
                "> ?s ?p ?o . <",
                "https://w3id.org/a b",
                "UNION { ?s ?p ?o }"
            })
    void a_hostile_value_is_no_fault_of_the_server(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        assertThat(SERVER.get("/queries/words?word=" + encoded).statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/queries/tasks-of-an-agency?agency=" + encoded).statusCode())
                .isEqualTo(400);
        assertThat(SERVER.get("/queries/tasks-of-an-agency?year=" + encoded).statusCode())
                .isIn(200, 400);
        assertThat(SERVER.browse("/queries/words?word=" + encoded).statusCode()).isEqualTo(200);
    }

    @Test
    void a_nul_is_named_with_its_place() {
        HttpResponse<String> response = SERVER.get("/queries/words?word=a%00");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The character U+0000 stands at place");
    }
}
