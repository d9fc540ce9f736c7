package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader hears of a query that is wrong: where, in what words, and that nothing was made up for it. */
class SparqlMistakesTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @Test
    void a_mistake_is_told_at_its_place_in_the_language_of_the_reader() {
        HttpResponse<String> response =
                SERVER.get(SparqlProtocolTest.get("SELECT ?s WHERE {\n ?s ?p “专利” }"), "Accept-Language", "zh-Hans-CN");

        JsonObject problem = JSON.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problem.getString("type")).endsWith("/problem/syntax");
        assertThat(problem.getString("detail"))
                .contains("第 2 行第 8 列", "“ (U+201C)")
                .doesNotContain("8220");
        assertThat(problem.get("line").getAsNumber().value().intValue()).isEqualTo(2);
        assertThat(problem.get("column").getAsNumber().value().intValue()).isEqualTo(8);
    }

    @Test
    void a_mistake_of_meaning_has_a_place_too() {
        JsonObject problem =
                JSON.parse(SERVER.get(SparqlProtocolTest.get("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s"))
                        .body());

        assertThat(problem.get("line").getAsNumber().value().intValue()).isEqualTo(1);
        assertThat(problem.get("column").getAsNumber().value().intValue()).isEqualTo(8);
        assertThat(problem.getString("detail")).contains("?p", "GROUP BY").doesNotContain("-1");
    }

    @Test
    void a_long_mistake_is_told_in_short() {
        String detail = SparqlProtocolTest.detail(
                SERVER.get(SparqlProtocolTest.get("SELECT ?s { ?s ?p 𠮷" + "长".repeat(400) + " }")), 400);

        assertThat(detail.length()).isLessThan(800);
        assertThat(detail).contains("… (401)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "SERVICE SILENT", "java"})
    void nothing_elsewhere_is_reached_and_no_row_is_made_up(String what) {
        String query = switch (what) {
            case "SELECT" -> "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }";
            case "java" -> "SELECT (<java:java.lang.System.nanoTime>() AS ?x) {}";
            default -> "SELECT * { BIND(1 AS ?x) SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }";
        };

        assertThat(SparqlProtocolTest.detail(SERVER.get(SparqlProtocolTest.get(query)), 403))
                .contains(what.equals("java") ? "java:java" : "127.0.0.1:1");
    }
}
