package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients are told of endpoints elsewhere that an answer came from, or went without. */
class FederationPagesTest {
    private static final String CNIPA = "https://w3id.org/zhice/id/agency/cnipa";
    private static final String DOWN =
            "SERVICE <https://down.example/sparql> { ?agency <https://example.org/name> ?name }";
    private static final StandIn ELSEWHERE = StandIn.holding("<" + CNIPA + "> <https://example.org/name> \"名字 𠮷\" .");

    @RegisterExtension
    static final TestServer SERVER = new TestServer(List.of("elsewhere", "nowhere"))
            .calling(ELSEWHERE.entry("elsewhere", 900) + StandIn.entry("down", URI.create("http://127.0.0.1:9/"), 900));

    @AfterAll
    static void close() {
        ELSEWHERE.close();
    }

    @Test
    void saved_query_answers_from_elsewhere_and_is_not_to_be_kept() {
        HttpResponse<String> response = SERVER.get("/queries/elsewhere?format=csv");

        assertThat(response.body()).contains(CNIPA + ",名字 𠮷");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("ETag")).isEmpty();
        assertThat(response.headers().firstValue("Zhice-Missing-Remotes")).isEmpty();
        assertThat(SERVER.browse("/queries/elsewhere?lang=en").body())
                .contains("名字 𠮷", "Needs the net: names come from elsewhere")
                .doesNotContain("Part of this answer is missing");
    }

    @Test
    void what_is_missing_is_told_in_a_header_and_on_the_page() {
        HttpResponse<String> response = SERVER.get("/queries/nowhere?format=csv");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(CNIPA);
        assertThat(response.headers().firstValue("Zhice-Missing-Remotes").orElseThrow())
                .startsWith("\"down\";reason=\"");
        assertThat(SERVER.browse("/queries/nowhere?lang=en").body())
                .contains("Part of this answer is missing", "down ");
        assertThat(SERVER.browse("/queries/nowhere?lang=zh").body()).contains("此答案有一部分来自别处");
    }

    @Test
    void sparql_tells_the_same() {
        HttpResponse<String> some = sparql("SELECT * { BIND(<" + CNIPA + "> AS ?agency) OPTIONAL { " + DOWN + " } }");
        assertThat(some.statusCode()).isEqualTo(200);
        assertThat(some.body()).contains(CNIPA);
        assertThat(some.headers().firstValue("Zhice-Missing-Remotes").orElseThrow())
                .startsWith("\"down\";reason=\"");

        HttpResponse<String> none = sparql("SELECT * { " + DOWN + " }");
        assertThat(none.statusCode()).isEqualTo(502);
        assertThat(JSON.parse(none.body()).getString("remote")).isEqualTo("down");

        HttpResponse<String> there = sparql("SELECT * { SERVICE <https://elsewhere.example/sparql> { ?s ?p ?name } }");
        assertThat(there.body()).contains("名字 𠮷");
        assertThat(there.headers().firstValue("Zhice-Missing-Remotes")).isEmpty();
    }

    @Test
    void what_is_not_listed_is_refused_with_the_list() {
        for (String form : List.of("SELECT * ", "ASK ", "CONSTRUCT WHERE ", "DESCRIBE ?s ")) {
            HttpResponse<String> response = sparql(form.replace("CONSTRUCT WHERE", "CONSTRUCT { ?s ?p ?o } WHERE")
                    + "{ SERVICE SILENT <http://169.254.169.254/> { ?s ?p ?o } }");

            JsonObject problem = JSON.parse(response.body());
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(problem.getString("type")).endsWith("/problem/remote-not-listed");
            assertThat(problem.getString("detail"))
                    .contains("http://169.254.169.254/", "https://elsewhere.example/sparql");
        }
    }

    private static HttpResponse<String> sparql(String query) {
        return SERVER.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "*/*");
    }
}
