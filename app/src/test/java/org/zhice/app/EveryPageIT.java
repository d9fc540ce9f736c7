package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/**
 * One page of every kind as people see it who use a keyboard, a screen reader, a telephone, a dark room, no scripts. The long
 * run leaves a picture of each, in both languages and themes, wide and narrow, in {@code app/target/pages}.
 */
class EveryPageIT {
    private static final Path PICTURES = Path.of(System.getProperty("zhice.home"), "app/target/pages");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    /** What web.dev calls good is 0.1. */
    private static final double STILL = 0.02;

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

    private static String axe;
    private static Browser browser;

    @BeforeAll
    static void a_browser_and_axe() throws IOException {
        axe = Resources.toString(EveryPageIT.class.getResource("/axe.min.js"), StandardCharsets.UTF_8);
        browser = Browser.start();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Arguments page(String name, String address) {
        return Arguments.of(name, address);
    }

    /** Half of them in one way, half in the opposite one; the long run looks at all in all ways. */
    @ParameterizedTest(name = "{0} {2} {3} {4}")
    @MethodSource("halves")
    void can_be_read_by_everyone(String name, String address, String language, String theme, int width) {
        look(address, language, theme, width);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0} {2} {3} {4}")
    @MethodSource("all")
    void can_be_read_in_any_way(String name, String address, String language, String theme, int width)
            throws IOException {
        look(address, language, theme, width);
        Files.write(PICTURES.resolve(String.join("-", name, language, theme, width + ".png")), picture());
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
        URI url = URI.create(Shipped.server().url() + address.substring(1));
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

    private static void look(String address, String language, String theme, int width) {
        String url = Shipped.server().url() + address.substring(1);
        browser.theme(theme);
        browser.open(url + (url.contains("?") ? "&" : "?") + "lang=" + language, width);
        browser.until(page -> browser.all(By.cssSelector("[aria-busy=true]")).isEmpty());
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).startsWith(language);
        assertThat(browser.overflow()).as("pixels too wide").isZero();
        assertThat(browser.errors().stream().filter(error -> !error.contains("404")))
                .isEmpty();
        assertThat(browser.strangers()).isEmpty();
        assertThat(shift()).as("what moves while it is read").isLessThan(STILL);
        assertThat(violations()).isEmpty();
    }

    /** Cumulative layout shift, as the browser itself counts it. */
    private static double shift() {
        return ((Number) browser.driver().executeAsyncScript("""
                        const done = arguments[0];
                        let sum = 0;
                        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
                          .observe({ type: "layout-shift", buffered: true });
                        setTimeout(() => done(sum), 50);
                        """)).doubleValue();
    }

    /** The whole page, as far as one would scroll. */
    private static byte[] picture() {
        Map<String, Object> shot =
                browser.driver().executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return Base64.getDecoder().decode((String) shot.get("data"));
    }

    /** What breaks rules of WCAG 2.2 AA: rule, element, reason. */
    @SuppressWarnings("unchecked")
    private static List<String> violations() {
        browser.driver().executeScript(axe);
        return (List<String>) browser.driver().executeAsyncScript("""
                const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
                axe.run({ resultTypes: ["violations"], runOnly: rules }).then((result) => arguments[0](
                  result.violations.flatMap((rule) =>
                    rule.nodes.map((node) => rule.id + ": " + node.target + ": " + node.failureSummary))));
                """);
    }
}
