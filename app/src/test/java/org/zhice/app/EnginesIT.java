package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.zhice.server.ZhiceServer;
import org.zhice.store.Limits;
import org.zhice.store.remote.RemoteReleases;

/** Pages over other engines in a real Chromium. The long run leaves a picture of each in {@code app/target/engines}. */
@Tag("long")
class EnginesIT {
    private static final Path PICTURES = Path.of(System.getProperty("zhice.home"), "app/target/engines");
    private static final String VIRTUOSO = "virtuoso";
    private static final String RDF4J = "rdf4j";

    private static final List<String> PAGES = List.of(
            "",
            "queries",
            "queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2023",
            "queries/tasks-leads-and-shares-by-agency-and-year",
            "queries/pledge-financing-in-a-year?year=2022&evidence=true",
            "search?q=%E5%95%86%E6%A0%87%E6%B3%95",
            "search?q=%F0%A0%AE%B7%F0%A0%AE%B7",
            "explore",
            "explore?agency=cnipa&view=table",
            "explore?agency=cnipa&view=chart",
            "explore?agency=cnipa&view=timeline",
            "explore?plan=plan-2024&view=network",
            "id",
            "id/agency/cnipa.html",
            "id/task/2023-004.html",
            "id/instrument/trademark-law.html",
            "id/agency/nobody",
            "concept/",
            "graph/",
            "ontology.html",
            "dataset",
            "coverage",
            "sparql",
            "plans/2023",
            "plans/compare?from=2023&to=2024",
            "documents",
            "laws/trademark-law",
            "agencies/cnipa",
            "network?year=2023&at-least=3",
            "campaigns",
            "metrics/ip-pledge-financing",
            "places/hainan");

    @TempDir
    static Path folder;

    private static final Map<String, ZhiceServer> SERVERS = new LinkedHashMap<>();
    private static final List<AutoCloseable> ENGINES = new ArrayList<>();
    private static Browser browser;

    @BeforeAll
    static void the_release_is_in_both() throws Exception {
        assumeTrue(VirtuosoHost.isInstalled(), "virtuoso-opensource-7-bin is not installed");
        browser = Browser.start();
        Files.createDirectories(PICTURES);
        Limits limits = Limits.read(Shipped.built().config());
        VirtuosoHost virtuoso = VirtuosoHost.start(folder, VirtuosoHost.ALL);
        ENGINES.add(virtuoso);
        virtuoso.load(Shipped.quads(), limits);
        Rdf4jHost rdf4j = Rdf4jHost.of(Shipped.quads());
        ENGINES.add(rdf4j);
        Path root = Shipped.built().root();
        SERVERS.put(VIRTUOSO, ZhiceServer.over(RemoteReleases.marked(virtuoso.url(), limits), root, 0));
        SERVERS.put(RDF4J, ZhiceServer.over(RemoteReleases.marked(rdf4j.url(), limits), root, 0));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        SERVERS.values().forEach(ZhiceServer::close);
        for (AutoCloseable engine : ENGINES) {
            engine.close();
        }
    }

    private static Stream<Arguments> pages() {
        return Stream.of(VIRTUOSO, RDF4J)
                .flatMap(engine ->
                        IntStream.range(0, PAGES.size()).mapToObj(at -> Arguments.of(engine, PAGES.get(at), at)));
    }

    /** Half of them in one way, half in the opposite one. */
    @ParameterizedTest(name = "{0} /{1}")
    @MethodSource("pages")
    void is_as_fit_to_be_seen(String engine, String address, int number) throws IOException {
        boolean even = number % 2 == 0;

        new Look(browser).at(url(engine) + address, even ? "en" : "zh", even ? "light" : "dark", even ? 1440 : 390);

        assertThat(browser.find(By.cssSelector("main h1")).getText())
                .isNotBlank()
                .isEqualTo(ownHeading(address, even ? "en" : "zh"));
        Files.write(PICTURES.resolve(engine + "-" + number + ".png"), browser.picture());
    }

    /** Of the same page over the store that the release came from; a page of an error has another. */
    private static String ownHeading(String address, String language) throws IOException {
        return Jsoup.connect(Shipped.server().url() + address)
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .ignoreHttpErrors(true)
                .get()
                .select("main h1")
                .text();
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTUOSO, RDF4J})
    void who_types_a_name_in_the_other_script_comes_to_the_law(String engine) {
        browser.open(url(engine) + "?lang=zh", 390);

        browser.find(By.cssSelector("main input[type=search]")).sendKeys("商標法", Keys.ENTER);
        browser.until(page -> page.getCurrentUrl().contains("/search"));
        browser.click(By.cssSelector("main .hits a"));

        browser.until(
                page -> page.findElement(By.cssSelector("main h1")).getText().contains("商标法"));
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTUOSO, RDF4J})
    void who_chooses_two_facets_and_runs_their_query_gets_the_same_rows(String engine) {
        ExploreIT.chooseTwoFacetsAndRunTheirQuery(browser, url(engine).replaceFirst("/$", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {VIRTUOSO, RDF4J})
    void a_script_matches_a_name(String engine) {
        browser.open(url(engine) + "help", 1280);

        Object best = browser.driver().executeAsyncScript("""
                const form = new URLSearchParams({ queries: JSON.stringify({ q0: { query: "国知局" } }) });
                fetch("/reconcile", { method: "POST", body: form })
                  .then((answer) => answer.json())
                  .then((found) => arguments[0](found.q0.result[0].id));
                """);

        assertThat(best).isEqualTo("agency/cnipa");
    }

    private static String url(String engine) {
        return SERVERS.get(engine).url();
    }
}
