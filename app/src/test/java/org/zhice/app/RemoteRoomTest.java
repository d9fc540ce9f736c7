package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhice.loader.input.Home;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.ZhiceServer;
import org.zhice.store.Limits;
import org.zhice.store.remote.RemoteReleases;

/**
 * Pages over a store elsewhere, a second server of ours and RDF4J, show what pages over a store of their own show, and ask
 * little for it.
 */
class RemoteRoomTest {
    private static final int MOST_QUERIES = 4;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static SavedQueries queries;
    private static ZhiceServer own;
    private static ZhiceServer overOwn;
    private static ZhiceServer overRdf4j;
    private static Rdf4jHost rdf4j;

    @BeforeAll
    static void three_servers() throws IOException {
        Home home = Shipped.built();
        Limits limits = Limits.read(home.config());
        queries = SavedQueries.read(home.queries());
        own = Shipped.server();
        overOwn = ZhiceServer.over(RemoteReleases.marked(URI.create(own.url() + "sparql"), limits), home.root(), 0);
        rdf4j = Rdf4jHost.of(Shipped.quads());
        overRdf4j = ZhiceServer.over(RemoteReleases.marked(rdf4j.url(), limits), home.root(), 0);
    }

    @AfterAll
    static void stop() {
        overRdf4j.close();
        rdf4j.close();
        overOwn.close();
    }

    @TestFactory
    Stream<DynamicTest> each_answer_with_its_evidence_is_the_same() {
        assertThat(queries.all()).hasSizeGreaterThan(40);
        return ofTheReleaseAlone()
                .map(query -> "queries/" + query.id() + "?evidence=true&format=csv")
                .map(path -> dynamicTest(path, () -> same(path)));
    }

    /** What others answer to SERVICE is not asked in tests. */
    private static Stream<SavedQuery> ofTheReleaseAlone() {
        return queries.all().stream().filter(query -> !query.needsNet());
    }

    /** The bracket of task 35 of 2024 names the Publicity Department first; that the task goes on is another statement. */
    @Test
    void who_leads_a_task_that_goes_on_is_stated_by_its_own_responsibility() {
        String path = "queries/earlier-tasks-of-a-task?evidence=true&format=csv";

        assertThat(rows(own, path).get(1)).contains("/task/2024-035,").endsWith("/responsibility/2024-035-1");
    }

    /** Pages hold the names of things, lists of values, counts and results of tests. */
    @TestFactory
    Stream<DynamicTest> each_page_is_the_same_and_asks_at_most_four_queries() {
        Stream<String> pages = ofTheReleaseAlone().map(query -> "queries/" + query.id() + "?evidence=true");
        return Stream.concat(
                        Stream.of(
                                "",
                                "queries",
                                "coverage",
                                "openapi.json",
                                "search?q=%E5%95%86%E6%A8%99%E6%B3%95",
                                "id",
                                "id/agency/",
                                "ontology.html"),
                        pages)
                .map(path -> dynamicTest("/" + path, () -> {
                    page(overRdf4j, path);
                    asked();
                    String page = page(overRdf4j, path);
                    assertThat(asked()).hasSizeLessThanOrEqualTo(MOST_QUERIES);
                    assertThat(plain(page))
                            .isEqualTo(plain(page(overOwn, path)))
                            .isEqualTo(plain(page(own, path)));
                }));
    }

    /** One more: what a thing says, what points to it, the plans, the figures, and the names of what stands in these. */
    @TestFactory
    Stream<DynamicTest> each_page_of_a_thing_is_the_same_and_asks_at_most_five_queries() {
        return Stream.of(
                        "id/agency/cnipa",
                        "id/instrument/trademark-law",
                        "id/task/2023-030",
                        "id/metric/ip-pledge-financing",
                        "id/document/report-2023",
                        "id/responsibility/2023-030-1",
                        "concept/role-lead",
                        "graph/reference")
                .map(path -> path + ".html")
                .map(path -> dynamicTest("/" + path, () -> {
                    page(overRdf4j, path);
                    asked();
                    String page = uncited(page(overRdf4j, path));
                    assertThat(asked()).hasSizeLessThanOrEqualTo(MOST_QUERIES + 1);
                    assertThat(page).isEqualTo(uncited(page(overOwn, path))).isEqualTo(uncited(page(own, path)));
                }));
    }

    /** A release has its name, and so its day, where it is served. */
    private static String uncited(String page) {
        return plain(page).replaceFirst("<p>Zhice project: .*</p>", "");
    }

    @Test
    void health_is_told_of_a_store_elsewhere() {
        for (ZhiceServer server : List.of(overOwn, overRdf4j)) {
            JsonObject health = JSON.parse(get(server, "readyz", "*/*").body());
            assertThat(health.getString("status")).isEqualTo("ready");
            assertThat(health.getString("release")).matches("[0-9a-f]{12}");
            assertThat(health.get("graphs"))
                    .isEqualTo(JSON.parse(get(own, "readyz", "*/*").body()).get("graphs"));
        }
    }

    @TestFactory
    Stream<DynamicTest> each_tool_for_language_models_answers_the_same() {
        return Stream.of(
                        "\"search\",\"arguments\":{\"text\":\"专项行动\"}",
                        "\"search\",\"arguments\":{\"text\":\"TRADEMARK law\"}",
                        "\"describe\",\"arguments\":{\"thing\":\"agency:cnipa\"}",
                        "\"list_saved_queries\",\"arguments\":{\"text\":\"專項行動\"}",
                        "\"run_saved_query\",\"arguments\":{\"id\":\"tasks-led-by-an-agency-in-a-year\","
                                + "\"parameters\":{\"agency\":\"公安部\",\"year\":2023}}",
                        "\"sparql\",\"arguments\":{\"query\":\"SELECT ?t { ?t a zc:Task } ORDER BY ?t\"}",
                        "\"sparql\",\"arguments\":{\"query\":\"ASK { task:2023-030 a zc:Task }\"}")
                .map(call -> dynamicTest(call, () -> {
                    String answer = tool(own, call);
                    assertThat(answer).contains("\"isError\":false");
                    assertThat(tool(overOwn, call)).isEqualTo(answer);
                    assertThat(tool(overRdf4j, call)).isEqualTo(answer);
                }));
    }

    /** A store that is gone is the server's trouble, not the client's, and not to be told in detail. */
    @Test
    void a_store_that_does_not_answer_is_a_clean_error() throws IOException {
        Rdf4jHost gone = Rdf4jHost.of(Shipped.quads());
        Limits limits = Limits.read(Shipped.built().config());
        try (ZhiceServer server = ZhiceServer.over(
                RemoteReleases.marked(gone.url(), limits), Shipped.built().root(), 0)) {
            gone.close();
            HttpResponse<String> response = get(server, "queries/tasks-by-chapter?format=csv", "*/*");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).doesNotContain(String.valueOf(gone.url().getPort()));
        }
    }

    private static void same(String path) {
        List<String> answer = rows(own, path);
        assertThat(answer).hasSizeGreaterThan(1);
        assertThat(rows(overOwn, path)).isEqualTo(answer);
        assertThat(rows(overRdf4j, path)).isEqualTo(answer);
    }

    /** A number by its value: what one engine works out as 10 another may write as 10.0, which is the same answer. */
    private static List<String> rows(ZhiceServer server, String path) {
        return get(server, path, "text/csv")
                .body()
                .lines()
                .map(row -> row.replaceAll("(?<=^|,)(-?\\d+)(?:\\.0+|(\\.\\d*[1-9])0+)(?=,|$)", "$1$2"))
                .toList();
    }

    private static String page(ZhiceServer server, String path) {
        HttpResponse<String> response = get(server, path, "text/html,*/*;q=0.5");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** Since the last look, without what tells releases apart: that is asked every ten seconds, whatever is shown. */
    private static List<String> asked() {
        return rdf4j.asked().stream()
                .filter(query -> !query.contains("earl:subject/schema:version") && !query.contains("/graph/loading"))
                .toList();
    }

    /** Without what tells one server or one name of a release from another. */
    private static String plain(String page) {
        return page.replaceAll("localhost:\\d+", "localhost")
                .replaceAll("\\s*\"dateModified\" : \"[^\"]*\" ,", "")
                .replaceAll("Built on [^<]*|\"version\" : \"[^\"]*\"|build-[0-9-]+", "RELEASE");
    }

    private static String tool(ZhiceServer server, String call) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":" + call + "}}";
        return send(HttpRequest.newBuilder(URI.create(server.url() + "mcp"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)))
                .body();
    }

    private static HttpResponse<String> get(ZhiceServer server, String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", accept)
                .header("Accept-Language", Locale.ENGLISH.getLanguage()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
