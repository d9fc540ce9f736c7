package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.input.Home;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Release;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;
import org.zhice.store.Result;
import org.zhice.store.memory.MemoryReleases;

/** The saved queries that need the net, with the shipped data here and stand-ins on this machine for what is elsewhere. */
class FederatedQueriesTest {
    private static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));
    private static final SavedQueries QUERIES = SavedQueries.read(HOME.queries());
    private static final Path OURS = Path.of("src/test/resources/org/zhice/app/remote");

    /** Extracts in the shape of the real ones that are not in the repository. */
    private static final Path SHAPES = HOME.root().resolve("../shared/facts/remote-shapes");

    /** One for fifty rows: 56 links to EuroVoc take two; two where two parts of a query ask. */
    private static final Map<String, Integer> REQUESTS = Map.of(
            "ratifications-of-treaties-in-the-plans", 1,
            "eu-acts-in-force-on-each-topic", 2,
            "eu-acts-that-conclude-a-treaty", 1,
            "type-and-parent-of-leading-agencies", 2,
            "words-of-the-topics-in-german-and-french", 2);

    private static final CountDownLatch END = new CountDownLatch(1);
    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static List<Quad> quads;
    private static Server slow;
    private static Server wrong;

    @BeforeAll
    static void the_shipped_data() throws Exception {
        quads = List.copyOf(Shipped.graph().quads());
        slow = jetty(new Server(0), ASKED, response -> END.await(1, TimeUnit.MINUTES));
        wrong = jetty(new Server(0), ASKED, response -> response.setStatus(500));
    }

    @AfterAll
    static void stop() throws Exception {
        END.countDown();
        slow.stop();
        wrong.stop();
    }

    @Test
    void ratifications_are_found_by_the_article_with_or_without_a_day() throws Exception {
        assertThat(answer(OURS, "ratifications-of-treaties-in-the-plans", "treaty", "item", "party_name", "ratified"))
                .containsExactly(
                        "biodiversity-convention - - -",
                        "cptpp - - -",
                        "nagoya-protocol Q800000001 Made up 1901-01-01T00:00:00Z",
                        "nagoya-protocol Q800000001 𠮷 made up -",
                        "patent-cooperation-treaty Q800000002 - -",
                        "rcep - - -");
    }

    @Test
    void acts_in_force_are_found_by_eurovoc() throws Exception {
        assertThat(answer(OURS, "eu-acts-in-force-on-each-topic", "topic", "concept", "celex", "day", "act_title"))
                .containsExactly(
                        "copyright 529 31901R0004 1901-04-04 Made-up regulation",
                        "plant-variety 7133 31901R0004 1901-04-04 Made-up regulation",
                        "trade-secret 3997 31901R0002 - -");
    }

    @Test
    void acts_that_conclude_a_treaty_are_found_by_celex() throws Exception {
        assertThat(answer(OURS, "eu-acts-that-conclude-a-treaty", "treaty", "address", "in_force", "ended", "cited_by"))
                .containsExactly(
                        "china-eu-gi-agreement 32020D1832 false 1909-09-09 31901R0002",
                        "hague-agreement 32006D0954 - - -",
                        "hague-agreement 32006R1891 - - -",
                        "marrakesh-treaty 32018D0254 - - -");
    }

    /** How many tasks each leads is counted in the table. */
    @Test
    void agencies_are_found_by_item_or_by_article() throws Exception {
        List<String> rows = answer(
                OURS, "type-and-parent-of-leading-agencies", "agency", "tasks", "item", "kind_name", "parent_name");

        assertThat(rows)
                .contains(
                        "cnipa " + led("cnipa") + " Q985999 made-up kind made-up parent",
                        "mofcom " + led("mofcom") + " Q800000004 made-up kind -",
                        "most " + led("most") + " Q839875 made-up kind -",
                        "mfa " + led("mfa") + " - - -");
        assertThat(rows.stream().filter(row -> row.contains("made-up kind"))).hasSize(3);
        assertThat(rows).allMatch(row -> row.startsWith(leads(row.replaceFirst(" .*", ""))));
    }

    private static String leads(String agency) {
        return agency + " " + led(agency) + " ";
    }

    @Test
    void words_come_from_two_remotes() throws Exception {
        assertThat(answer(OURS, "words-of-the-topics-in-german-and-french", "topic", "concept", "language", "word"))
                .containsExactly(
                        "copyright 529 de erfundenes Recht",
                        "trademark Q167270 de erfundene Marke",
                        "trademark 1821 fr marque inventée",
                        "trademark Q167270 fr marque inventée");
    }

    /** Counted in the extracts by hand: parties of five treaties, acts by subject, acts by number, items, words. */
    @ParameterizedTest
    @CsvSource({
        "ratifications-of-treaties-in-the-plans, 7, party, 4",
        "eu-acts-in-force-on-each-topic, 11, celex, 11",
        "eu-acts-that-conclude-a-treaty, 4, in_force, 2",
        "type-and-parent-of-leading-agencies, -1, kind, 4",
        "words-of-the-topics-in-german-and-french, 4, word, 4",
    })
    void the_joins_meet_the_shapes_of_the_real_ones(String id, int rows, String column, int found) throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SHAPES), "the extracts of remote datasets are not here");

        List<String> cells = answer(SHAPES, id, column);

        assertThat(cells.stream().filter(cell -> !cell.equals("-"))).hasSize(found);
        assertThat(rows < 0 || cells.size() == rows).as(cells.toString()).isTrue();
    }

    /** Ours is what comes from the release; of each remote, good or not, few requests are made. */
    @ParameterizedTest
    @CsvSource({"slow, SLOW", "wrong, STATUS", "down, DOWN"})
    void without_the_remotes_the_rest_comes_and_says_so(String how, Kind kind) throws Exception {
        URI address =
                how.equals("down") ? URI.create("http://127.0.0.1:9/") : address(how.equals("slow") ? slow : wrong);
        List<SavedQuery> queries =
                QUERIES.all().stream().filter(SavedQuery::needsNet).toList();
        assertThat(queries).hasSize(5);
        for (SavedQuery query : queries) {
            ASKED.set(0);
            MemoryReleases.of(quads, limits(address, address)).read(release -> {
                assertThat(query.run(release, Map.of()).rows()).as(query.id()).isNotEmpty();
                assertThat(release.calls().missing())
                        .as(query.id())
                        .isNotEmpty()
                        .extracting(RemoteException::kind)
                        .containsOnly(kind);
                return null;
            });
            // Each remote once; and what the query before has asked and not waited for may come late.
            assertThat(ASKED.get()).as(query.id()).isLessThanOrEqualTo(4);
        }
    }

    private static List<String> answer(Path extracts, String id, String... columns) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        FusekiServer wikidata = fuseki(extracts, "wikidata", asked);
        FusekiServer cellar = fuseki(extracts, "cellar", asked);
        try {
            Limits limits = limits(address(wikidata.getJettyServer()), address(cellar.getJettyServer()));
            List<String> rows = MemoryReleases.of(quads, limits).read(release -> rows(release, id, columns));
            assertThat(asked.get()).as("requests").isEqualTo(REQUESTS.get(id));
            return rows;
        } finally {
            wikidata.stop();
            cellar.stop();
        }
    }

    private static List<String> rows(Release release, String id, String... columns) {
        Result result = QUERIES.find(id).orElseThrow().run(release, Map.of());
        assertThat(release.calls().missing()).isEmpty();
        return result.rows().stream()
                .map(row -> Stream.of(columns)
                        .map(column -> Result.text(row, column).replaceFirst("^(https?|urn):.*[/:]", ""))
                        .map(text -> text.isEmpty() ? "-" : text)
                        .toList())
                .map(cells -> String.join(" ", cells))
                .toList();
    }

    private static long led(String agency) {
        try {
            return Files.readAllLines(HOME.root().resolve("data/tables/responsibility.csv")).stream()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[2].equals(agency) && !cells[4].equals("participant"))
                    .map(cells -> cells[0])
                    .distinct()
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The shipped configuration, with the stand-ins in the place of what it lists. */
    private static Limits limits(URI wikidata, URI cellar) throws IOException {
        String config = Files.readString(HOME.config())
                .replace("<https://query.wikidata.org/sparql> ;", instead("query.wikidata.org/sparql", wikidata))
                .replace(
                        "<https://publications.europa.eu/webapi/rdf/sparql> ;",
                        instead("publications.europa.eu/webapi/rdf/sparql", cellar))
                .replace("patienceMillis 4000", "patienceMillis " + (wikidata.equals(cellar) ? 300 : 9000));
        return Limits.read(Files.writeString(folder.resolve("zhice.ttl"), config));
    }

    private static String instead(String iri, URI address) {
        return "<https://" + iri + "> ; remote:address <" + address + "> ; remote:nearby true ;";
    }

    private static FusekiServer fuseki(Path extracts, String name, AtomicInteger asked) throws Exception {
        Path file = extracts.resolve(extracts.equals(OURS) ? name + ".ttl" : name + "-like.ttl");
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(data, file.toString());
        FusekiServer fuseki = FusekiServer.create()
                .port(0)
                .fusekiModules(FusekiModules.empty())
                .add("/ds", data)
                .build();
        jetty(fuseki.getJettyServer(), asked, null);
        return fuseki;
    }

    /** What a bad endpoint does. */
    private interface Behaviour {
        void answer(Response response) throws Exception;
    }

    private static Server jetty(Server server, AtomicInteger asked, Behaviour behaviour) throws Exception {
        Handler.Wrapper counter = new Handler.Wrapper(server.getHandler()) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                asked.incrementAndGet();
                if (behaviour == null) {
                    return super.handle(request, response, callback);
                }
                behaviour.answer(response);
                callback.succeeded();
                return true;
            }
        };
        server.setHandler(counter);
        server.start();
        return server;
    }

    private static URI address(Server server) {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/ds");
    }
}
