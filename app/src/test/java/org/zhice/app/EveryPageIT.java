package org.zhice.app;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhice.server.ZhiceServer;

/**
 * One page of every kind as people see it who use a keyboard, a screen reader, a telephone, a dark room, no scripts. The long
 * run leaves a picture of each, in both languages and themes, wide and narrow, in {@code app/target/pages}, and beside them
 * {@code paint.csv}: when something is first seen on a second visit and what the page weighs, compressed, with styles and
 * scripts.
 */
class EveryPageIT {
    private static final Path PICTURES = Path.of(System.getProperty("zhice.home"), "app/target/pages");
    private static final Path PAINT = PICTURES.resolve("paint.csv");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    /** Of rows and items; looking at each of them takes half of the time of all that is done here. */
    private static final int ALIKE = 10;

    /** What only a server with an added text has. */
    private static final String TEXT = "text";

    /** Short names and addresses. */
    private static final List<Arguments> PAGES = List.of(
            page("home", "/"),
            page("questions", "/queries"),
            page("question", "/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2023"),
            page("question-drawn", "/queries/tasks-leads-and-shares-by-agency-and-year"),
            page("question-evidence", "/queries/pledge-financing-in-a-year?year=2022&evidence=true"),
            page("search", "/search?q=%E5%95%86%E6%A0%87%E6%B3%95"),
            page("search-nothing", "/search?q=%F0%A0%AE%B7%F0%A0%AE%B7"),
            page("explore", "/explore"),
            page("explore-table", "/explore?agency=cnipa&view=table"),
            page("explore-chart", "/explore?agency=cnipa&view=chart"),
            page("explore-timeline", "/explore?agency=cnipa&view=timeline"),
            page("explore-network", "/explore?plan=plan-2024&view=network"),
            page("things", "/id"),
            page("agencies-by-name", "/id/agency/"),
            page("agency", "/id/agency/cnipa.html"),
            page("task", "/id/task/2023-004.html"),
            page("law", "/id/instrument/trademark-law.html"),
            page("campaign", "/id/campaign/kunlun.html"),
            page("metric", "/id/metric/ip-pledge-financing.html"),
            page("plan-thing", "/id/document/plan-2023.html"),
            page("missing", "/id/agency/nobody"),
            page("concepts", "/concept/"),
            page("graphs", "/graph/"),
            page("ontology", "/ontology.html"),
            page("dataset", "/dataset"),
            page("coverage", "/coverage"),
            page("tables", "/tables/"),
            page("dumps", "/dumps/"),
            page("releases", "/releases"),
            page("editor", "/sparql"),
            page("help", "/help"),
            page("plans", "/plans"),
            page("plan", "/plans/2023"),
            page("plans-compared", "/plans/compare?from=2023&to=2024"),
            page("documents", "/documents"),
            page("outline", "/documents/plan-2023/text"),
            page(TEXT, "/documents/plan-2024/text"),
            page("laws", "/laws"),
            page("law-followed", "/laws/trademark-law"),
            page("agencies", "/agencies"),
            page("agency-followed", "/agencies/cnipa"),
            page("network", "/network?year=2023&at-least=3"),
            page("campaigns", "/campaigns"),
            page("metrics", "/metrics"),
            page("metric-followed", "/metrics/ip-pledge-financing"),
            page("places", "/places"),
            page("place", "/places/hainan"));

    private static Browser browser;

    @BeforeAll
    static void a_browser() throws IOException {
        browser = Browser.start();
        Files.createDirectories(PICTURES);
        Files.writeString(PAINT, "page,language,theme,width,paint_ms,bytes\n");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String url(String name, String address) {
        ZhiceServer server = name.equals(TEXT) ? Shipped.readable() : Shipped.server();
        return server.url() + address.substring(1);
    }

    private static Arguments page(String name, String address) {
        return Arguments.of(name, address);
    }

    /** Half of them in one way, half in the opposite one; the long run looks at all of each in all ways. */
    @ParameterizedTest(name = "{0} {2} {3} {4}")
    @MethodSource("halves")
    void can_be_read_by_everyone(String name, String address, String language, String theme, int width) {
        new Look(browser).at(url(name, address), language, theme, width);
        browser.thin(ALIKE);
        assertThat(browser.violations()).isEmpty();
    }

    @Tag("long")
    @ParameterizedTest(name = "{0} {2} {3} {4}")
    @MethodSource("all")
    void can_be_read_in_any_way(String name, String address, String language, String theme, int width)
            throws IOException {
        new Look(browser).at(url(name, address), language, theme, width);
        assertThat(browser.violations()).isEmpty();
        Files.writeString(PAINT, String.join(",", name, language, theme, width + "", paint()) + "\n", APPEND);
        // Axe squeezes what is scrolled; only the page that was loaded after it stands as a reader sees it.
        Files.write(PICTURES.resolve(String.join("-", name, language, theme, width + ".png")), browser.picture());
    }

    private static Stream<Arguments> halves() {
        return IntStream.range(0, PAGES.size())
                .mapToObj(at ->
                        at % 2 == 0 ? in(PAGES.get(at), "en", "light", WIDE) : in(PAGES.get(at), "zh", "dark", NARROW));
    }

    private static Arguments in(Arguments page, String language, String theme, int width) {
        return Arguments.of(page.get()[0], page.get()[1], language, theme, width);
    }

    private static Stream<Arguments> all() {
        return PAGES.stream()
                .flatMap(page -> Stream.of("en", "zh")
                        .flatMap(language -> Stream.of("light", "dark")
                                .flatMap(theme -> Stream.of(WIDE, NARROW)
                                        .map(width ->
                                                Arguments.of(page.get()[0], page.get()[1], language, theme, width)))));
    }

    /** As a client without scripts gets it. */
    @ParameterizedTest(name = "{0}")
    @FieldSource("PAGES")
    void what_it_says_is_there_without_scripts(String name, String address) throws Exception {
        URI url = URI.create(url(name, address));
        String page = HTTP.send(
                        HttpRequest.newBuilder(url)
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        assertThat(main).containsOnlyOnce("<h1");
        assertThat(main.replaceAll("(?s)<script.*?</script>|<[^>]*>", "").replaceAll("\\s+", " "))
                .hasSizeGreaterThan(30);
    }

    /** Milliseconds to the first contentful paint, and bytes. */
    private static String paint() {
        browser.driver().navigate().refresh();
        return (String) browser.driver().executeAsyncScript("""
                const seen = (list) => {
                  const all = performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"));
                  const bytes = all.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
                  const first = list.getEntriesByName("first-contentful-paint")[0];
                  first && arguments[0](Math.round(first.startTime) + "," + bytes);
                };
                new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
                """);
    }
}
