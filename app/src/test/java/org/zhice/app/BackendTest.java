package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.Home;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.ZhiceServer;
import org.zhice.store.Limits;
import org.zhice.store.StoreException;
import org.zhice.store.remote.RemoteLoad;
import org.zhice.store.remote.RemoteReleases;

/** A release that was loaded into Virtuoso answers there as it does here. */
class BackendTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Query ALL_TRIPLES = QueryFactory.create("SELECT * { ?a ?b ?c }");

    /** With its evidence Virtuoso 7.2.5 does not answer it within the 30 s that a query may take. */
    private static final Set<String> SLOW = Set.of("figures-on-a-topic");

    @TempDir
    static Path folder;

    private static Limits limits;
    private static ZhiceServer own;
    private static VirtuosoHost virtuoso;
    private static ZhiceServer overVirtuoso;

    @BeforeAll
    static void a_release_is_loaded() throws Exception {
        assumeTrue(VirtuosoHost.isInstalled(), "virtuoso-opensource-7-bin is not installed");
        Home home = Shipped.built();
        limits = Limits.read(home.config());
        own = Shipped.server();
        virtuoso = VirtuosoHost.start(Files.createDirectory(folder.resolve("all")), VirtuosoHost.ALL);
        RemoteLoad.Outcome loaded = virtuoso.load(Shipped.quads(), limits);
        assertThat(loaded.quads())
                .isEqualTo(lines(Shipped.quads().get(0)) + lines(Shipped.quads().get(1)));
        assertThat(loaded.others()).noneMatch(name -> name.startsWith("https://w3id.org/zhice/"));
        overVirtuoso = ZhiceServer.over(RemoteReleases.marked(virtuoso.url(), limits), home.root(), 0);
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    @AfterAll
    static void stop() {
        if (overVirtuoso != null) {
            overVirtuoso.close();
        }
        if (virtuoso != null) {
            virtuoso.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_saved_query_answers_alike_with_its_evidence() {
        SavedQueries queries = SavedQueries.read(Shipped.built().queries());
        assertThat(queries.all()).hasSizeGreaterThan(70);
        return queries.all().stream()
                .filter(query -> !query.needsNet() && !SLOW.contains(query.id()))
                .map(query -> "queries/" + query.id() + "?evidence=true&format=csv")
                .map(path -> dynamicTest(path, () -> {
                    List<String> answer = rows(own, path);
                    assertThat(answer).hasSizeGreaterThan(1);
                    assertThat(rows(overVirtuoso, path)).isEqualTo(answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_page_is_the_same() {
        return Stream.of(
                        "plans",
                        "plans/compare",
                        "laws",
                        "agencies",
                        "campaigns",
                        "metrics",
                        "coverage",
                        "dataset",
                        "ontology.html",
                        "search?q=%E5%95%86%E6%A8%99%E6%B3%95",
                        "explore?kind=instrument",
                        "id/agency/",
                        "id/agency/cnipa.html",
                        "id/instrument/trademark-law.html",
                        "id/task/2023-030.html",
                        "id/metric/ip-pledge-financing.html",
                        "id/document/report-2023.html",
                        "concept/role-lead.html",
                        "graph/reference.html")
                .map(path -> dynamicTest(path, () -> {
                    String page = page(own, path);
                    assertThat(page).contains("<h1");
                    assertThat(page(overVirtuoso, path)).isEqualTo(page);
                }));
    }

    @Test
    void names_are_matched_alike() {
        String queries = "{\"q0\":{\"query\":\"国知局\"},\"q1\":{\"query\":\"Trademark Law\"},\"q2\":{\"query\":\"𠮷林\"}}";
        String form = "queries=" + URLEncoder.encode(queries, StandardCharsets.UTF_8);

        String answer = send(own, "reconcile", form).body();

        assertThat(answer).contains("agency/cnipa");
        assertThat(send(overVirtuoso, "reconcile", form).body()).isEqualTo(answer);
    }

    /** By hand: the plans have 106, 139 and 110 tasks. */
    @Test
    void the_endpoint_answers_in_each_form() {
        assertThat(sparql("SELECT (COUNT(?t) AS ?n) { ?t a zc:Task }", "text/csv")
                        .body())
                .isEqualToIgnoringWhitespace("n 355");
        assertThat(JSON.parse(sparql("ASK { ?t a zc:Task }", "application/sparql-results+json")
                                .body())
                        .getBoolean("boolean"))
                .isTrue();
        assertThat(JSON.parse(sparql("ASK { ?t a zc:Nothing }", "application/sparql-results+json")
                                .body())
                        .getBoolean("boolean"))
                .isFalse();
        assertThat(sparql("CONSTRUCT { ?p zc:year ?y } { ?p a zc:Plan ; zc:year ?y }", "application/n-triples")
                        .body()
                        .lines())
                .hasSize(3);
    }

    @Test
    void the_endpoint_names_the_release_that_answers() {
        HttpResponse<String> answer = sparql("SELECT ?t { ?t a zc:Plan }", "text/csv");

        assertThat(answer.headers().firstValue("Zhice-Release").orElseThrow()).matches("[0-9a-f]{12}");
    }

    @Test
    void the_endpoint_refuses_what_the_engine_would_do_for_anybody() {
        assertThat(sparql("SELECT * { SERVICE <http://localhost:1/> { ?a ?b ?c } }", "text/csv")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sparql("SELECT * { ?a <http://jena.apache.org/text#query> \"专利\" }", "text/csv")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(overVirtuoso, "sparql", "update=CLEAR%20ALL").statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_answer_that_is_too_long_is_refused_as_a_whole() {
        HttpResponse<String> answer =
                sparql("SELECT ?a ?b { ?a zc:inPlan ?c . ?b zc:inPlan ?c . ?d zc:year ?e }", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("100000").doesNotContain("w3id.org/zhice/id/");
    }

    @Test
    void graphs_can_be_picked() {
        String query = "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/zhice/graph/coverage> { ?a a zc:Task }";

        assertThat(sparql(query, "text/csv").body()).isEqualToIgnoringWhitespace("n 0");
        assertThat(sparql(query.replace("coverage", "nothing"), "text/csv").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_it_holds_already_is_not_written_again() {
        assertThat(virtuoso.load(Shipped.quads(), limits).written()).isZero();
    }

    /** As docs/scale.md says for more quads than one wants to send over HTTP. */
    @Test
    void what_its_own_loader_has_put_there_is_proven() throws Exception {
        try (VirtuosoHost host = VirtuosoHost.start(Files.createDirectory(folder.resolve("bulk")), VirtuosoHost.ALL)) {
            host.bulkLoad(Shipped.quads());

            RemoteLoad.Outcome found = host.compare(Shipped.quads(), limits);

            assertThat(found.quads())
                    .isEqualTo(lines(Shipped.quads().get(0))
                            + lines(Shipped.quads().get(1)));
            String release = RemoteReleases.marked(host.url(), limits).read(it -> it.id());
            assertThat(release).matches("[0-9a-f]{12}").isEqualTo(found.release());
        }
    }

    /** Virtuoso cuts answers short and says so in a header alone. */
    @Test
    void an_answer_that_is_cut_short_is_none() throws Exception {
        try (VirtuosoHost small = VirtuosoHost.start(Files.createDirectory(folder.resolve("small")), 5)) {
            RemoteReleases few = new RemoteReleases(small.url(), limits);

            assertThatThrownBy(() -> few.read(it -> it.select(ALL_TRIPLES)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cut short");
        }
    }

    private static List<String> rows(ZhiceServer server, String path) {
        return get(server, path, "text/csv")
                .body()
                .lines()
                .map(row -> row.replaceAll("(?<=^|,)(-?\\d+)(?:\\.0+|(\\.\\d*[1-9])0+)(?=,|$)", "$1$2"))
                .toList();
    }

    /** Without what tells one server or one name of a release from another. */
    private static String page(ZhiceServer server, String path) {
        HttpResponse<String> response = get(server, path, "text/html");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body()
                .replaceAll("localhost:\\d+", "localhost")
                .replaceAll("<p>Zhice project: .*</p>", "")
                .replaceAll("build-[0-9-]+", "RELEASE");
    }

    private static HttpResponse<String> sparql(String query, String accept) {
        String whole = "PREFIX zc: <https://w3id.org/zhice/ontology#> " + query;
        return get(overVirtuoso, "sparql?query=" + URLEncoder.encode(whole, StandardCharsets.UTF_8), accept);
    }

    private static HttpResponse<String> get(ZhiceServer server, String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", accept)
                .header("Accept-Language", "en"));
    }

    private static HttpResponse<String> send(ZhiceServer server, String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
