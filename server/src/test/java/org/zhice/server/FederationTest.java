package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;
import org.zhice.store.Result;
import org.zhice.store.memory.MemoryReleases;

/** SERVICE against endpoints on this machine: a good one, and others that fail in every way. */
class FederationTest {
    private static final String PREFIX = "PREFIX : <https://example.org/>\n";

    /** Things 1 to 120, of which the remote knows the even ones; one name lies beyond U+FFFF. */
    private static final String HERE = things("%s :is :thing ; :number %d .", n -> true);

    private static final String THERE = things("%s :name \"名%d\" .", n -> n % 2 == 0)
            + ":t2 :name \"𠮷\" ; :of [ :size 7 ] . :t4 :of [ :size 9 ] . :t3 :other 3 . [] :name \"nobody\" .";

    @TempDir
    static Path folder;

    private static final Map<String, StandIn> REMOTES = new LinkedHashMap<>();
    private static Limits limits;
    private static Limits hurried;
    private static DatasetGraph here;

    @BeforeAll
    static void remotes() throws IOException {
        REMOTES.put("good", StandIn.holding(PREFIX + THERE));
        REMOTES.put("hanging", StandIn.hanging());
        REMOTES.put("dripping", StandIn.dripping());
        REMOTES.put("page", StandIn.saying(200, "text/html", "<p>made up</p>"));
        REMOTES.put("error", StandIn.saying(500, "text/plain", "made up"));
        REMOTES.put("busy", StandIn.saying(429, "text/plain", "made up"));
        REMOTES.put(
                "half", StandIn.saying(200, "application/sparql-results+json", "{\"head\":{\"vars\":[\"x\"]},\"resu"));
        REMOTES.put("deep", StandIn.saying(200, "application/sparql-results+json", "[".repeat(90_000)));
        REMOTES.put("long", StandIn.saying(200, "application/sparql-results+json", " ".repeat(200_000)));
        REMOTES.put("target", StandIn.holding(""));
        URI target = REMOTES.get("target").address();
        REMOTES.put("moved", StandIn.doing(response -> {
            response.setStatus(307);
            response.getHeaders().put("Location", target.toString());
        }));
        StringBuilder config = new StringBuilder(Files.readString(TestServer.CONFIG));
        REMOTES.forEach((name, remote) -> config.append(remote.entry(name, name.equals("good") ? 20_000 : 300)));
        config.append(StandIn.entry("down", URI.create("http://127.0.0.1:9/sparql"), 300));
        config.append(REMOTES.get("hanging").entry("patient", 60_000));
        config.append(REMOTES.get("good").entry("private", 300).replace("remote:nearby true ;", ""));
        limits = Limits.read(Files.writeString(folder.resolve("zhice.ttl"), config));
        hurried = Limits.read(Files.writeString(
                folder.resolve("hurried.ttl"), config.toString().replace("10000,30000", "200,400")));
        here = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(PREFIX + HERE, Lang.TURTLE).parse(here);
    }

    @AfterAll
    static void close() {
        REMOTES.values().forEach(StandIn::close);
    }

    /** What ARQ answers that asks row by row, is answered here in few requests. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | ?t :is :thing . SERVICE <good> { ?t :name ?name }
            3 | ?t :is :thing OPTIONAL { SERVICE <good> { ?t :name ?name } }
            3 | ?t :number ?n OPTIONAL { SERVICE <good> { ?t :name ?name } FILTER(?n > 60) }
            6 | ?t :is :thing OPTIONAL { SERVICE <good> { ?t :name ?name } OPTIONAL { SERVICE <good> { ?t :other ?o } } }
            6 | ?t :is :thing OPTIONAL { SERVICE <good> { ?t :name ?name } } OPTIONAL { SERVICE <good> { ?t :other ?o } }
            3 | ?t :is :thing { SERVICE <good> { ?t :name ?name } } UNION { ?t :number ?n }
            6 | ?t :is :thing { SERVICE <good> { ?t :name ?x } } UNION { SERVICE <good> { ?t :other ?x } }
            3 | ?t :is :thing . SERVICE <good> { ?t :of [ :size ?size ] }
            3 | ?t :is :thing . SERVICE <good> { ?t :name ?name FILTER(CONTAINS(?name, "8")) }
            3 | ?t :is :thing . SERVICE <good> { ?t :name ?name OPTIONAL { ?t :of/:size ?size } }
            3 | ?t :is :thing . SERVICE <good> { SELECT ?t (COUNT(?name) AS ?names) { ?t :name ?name } GROUP BY ?t }
            2 | VALUES ?t { :t2 UNDEF } SERVICE <good> { ?t :name ?name }
            3 | VALUES (?t ?name) { (:t2 UNDEF) (UNDEF "名4") (:t6 "no") } SERVICE <good> { ?t :name ?name }
            1 | SERVICE <good> { ?t :other ?o } ?t :number ?n
            1 | ?t :number 2 MINUS { SERVICE <good> { ?t :other ?o } }
            1 | VALUES ?where { <good> } SERVICE ?where { :t2 :name ?name }
            1 | ?t :number 4 FILTER EXISTS { SERVICE <good> { ?t :name ?name } }
            3 | GRAPH ?g { ?s ?p ?o } SERVICE <good> { ?o :name ?name }
            1 | SERVICE <good> { :t2 :name "𠮷" } ?t :number 1
            """)
    void rows_are_those_of_arq_in_few_requests(int requests, String pattern) {
        String text = PREFIX + "SELECT * { " + pattern + " }";
        StandIn good = REMOTES.get("good");
        List<String> expected = stock(text.replace("<good>", "<" + good.address() + ">"));
        good.asked();

        List<String> rows = sorted(ours().read(release -> release.select(
                        QueryFactory.create(text.replace("<good>", "<https://good.example/sparql>")))
                .rowSet()));

        String place = "https://good.example/sparql";
        assertThat(rows)
                .isEqualTo(expected.stream()
                        .map(row -> row.replace(good.address().toString(), place))
                        .toList());
        assertThat(good.asked()).isLessThanOrEqualTo(requests);
    }

    @ParameterizedTest
    @CsvSource({
        "hanging, SLOW",
        "dripping, SLOW",
        "page, BROKEN",
        "error, STATUS",
        "busy, STATUS",
        "half, BROKEN",
        "deep, BROKEN",
        "long, TOO_MUCH",
        "moved, REDIRECT",
        "down, DOWN",
        "private, PRIVATE",
    })
    void without_a_remote_the_rest_comes_where_sparql_allows_it(String name, Kind kind) {
        REMOTES.get("good").asked();
        String call = "SERVICE <https://" + name + ".example/sparql> { ?t :name ?name }";

        for (String pattern : List.of("OPTIONAL { " + call + " }", call.replace("SERVICE", "SERVICE SILENT"))) {
            ours().read(release -> {
                Result result =
                        release.select(QueryFactory.create(PREFIX + "SELECT * { ?t :is :thing " + pattern + " }"));
                assertThat(result.rows()).hasSize(120).allMatch(row -> row.size() == 1);
                assertThat(release.calls().missing())
                        .singleElement()
                        .matches(missing ->
                                missing.kind() == kind && missing.remote().equals(name));
                return null;
            });
        }
        assertThat(refusal("?t :is :thing . " + call).kind()).isEqualTo(kind);
        assertThat(REMOTES.get("target").asked()).isZero();
        assertThat(REMOTES.get("good").asked()).isZero();
    }

    @Test
    void more_rows_than_allowed_are_a_failure() {
        String many = "?t :name ?name . ?u :name ?other";

        RemoteException refusal = refusal("SERVICE <https://good.example/sparql> { " + many + " }");

        assertThat(refusal.kind()).isEqualTo(Kind.TOO_MUCH);
    }

    @Test
    void one_question_asks_a_remote_so_many_times_and_no_more() {
        REMOTES.get("good").asked();
        String many =
                "?t :is :thing . ?u :is :thing FILTER EXISTS { SERVICE <https://good.example/sparql> { ?t :no ?u } }";

        assertThat(refusal(many).kind()).isEqualTo(Kind.TOO_OFTEN);
        assertThat(REMOTES.get("good").asked()).isEqualTo(20);
    }

    @Test
    void the_time_of_the_query_ends_a_longer_patience() {
        String call = "SELECT * { SERVICE SILENT <https://patient.example/sparql> { ?t :name ?name } }";

        QueryCancelledException end = catchThrowableOfType(
                QueryCancelledException.class,
                () -> MemoryReleases.of(here.stream().toList(), hurried)
                        .read(release -> release.select(QueryFactory.create(PREFIX + call))));

        assertThat(end).isNotInstanceOf(RemoteException.class);
    }

    @Test
    void an_answer_is_kept_and_a_failure_is_rested_from() {
        REMOTES.get("good").asked();
        Releases releases = ours();
        for (int i = 0; i < 2; i++) {
            releases.read(release -> release.select(QueryFactory.create(
                    PREFIX + "SELECT * { SERVICE <https://good.example/sparql> { ?t :name ?name } }")));
        }
        assertThat(REMOTES.get("good").asked()).isEqualTo(1);

        assertThat(refusal(releases, "SERVICE <https://error.example/sparql> { ?t :name ?name }")
                        .kind())
                .isEqualTo(Kind.STATUS);
        REMOTES.get("error").asked();
        assertThat(refusal(releases, "SERVICE <https://error.example/sparql> { ?t :name ?name }")
                        .kind())
                .isEqualTo(Kind.RESTING);
        assertThat(REMOTES.get("error").asked()).isZero();
    }

    /** Neither a name is looked up nor a connection made: the selector of proxies would be asked first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVICE <%s> { ?s ?p ?o }",
                "SERVICE SILENT <%s> { ?s ?p ?o }",
                "?t :is :thing OPTIONAL { SERVICE <%s> { ?s ?p ?o } }",
                "VALUES ?where { <%s> } SERVICE SILENT ?where { ?s ?p ?o }",
                "?t :is :nothing . SERVICE <%s> { ?s ?p ?o }",
                "?t :is :thing FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } }",
                "SERVICE ?where { ?s ?p ?o }",
                "VALUES ?where { \"%s\" } SERVICE ?where { ?s ?p ?o }",
            })
    void what_is_not_listed_is_not_asked(String pattern) {
        List<URI> seen = Collections.synchronizedList(new ArrayList<>());
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(recording(seen));
        try {
            String address = REMOTES.get("target").address().toString();
            RemoteException refusal = refusal(pattern.replace("%s", address));
            assertThat(refusal.kind()).isEqualTo(Kind.NOT_LISTED);
            assertThat(refusal.detail()).contains("https://good.example/sparql");
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(seen).isEmpty();
        assertThat(REMOTES.get("target").asked()).isZero();
    }

    private static ProxySelector recording(List<URI> seen) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                seen.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        };
    }

    private static Releases ours() {
        return MemoryReleases.of(here.stream().toList(), limits);
    }

    private static RemoteException refusal(String pattern) {
        return refusal(ours(), pattern);
    }

    private static RemoteException refusal(Releases releases, String pattern) {
        return catchThrowableOfType(
                RemoteException.class,
                () -> releases.read(
                        release -> release.select(QueryFactory.create(PREFIX + "SELECT * { " + pattern + " }"))));
    }

    private static List<String> stock(String text) {
        try (QueryExec exec = QueryExec.dataset(here)
                .query(text)
                .set(ARQ.httpServiceAllowed, true)
                .build()) {
            return sorted(exec.select());
        }
    }

    private static List<String> sorted(RowSet rows) {
        List<String> texts = new ArrayList<>();
        rows.forEachRemaining(row -> texts.add(rows.getResultVars().stream()
                .sorted(Comparator.comparing(Object::toString))
                .map(column -> row.get(column) == null
                        ? ""
                        : row.get(column).isBlank() ? "_" : row.get(column).toString())
                .toList()
                .toString()));
        Collections.sort(texts);
        return texts;
    }

    private static String things(String form, IntPredicate which) {
        Stream<String> lines = IntStream.rangeClosed(1, 120).filter(which).mapToObj(n -> form.formatted(":t" + n, n));
        return String.join("\n", lines.toList()) + "\n";
    }
}
