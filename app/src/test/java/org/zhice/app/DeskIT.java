package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What scripts add to home, questions and editor, in a real Chromium. */
class DeskIT {
    private static final By CHART = By.cssSelector("figure.chart svg");
    private static final By SUGGESTED = By.cssSelector(".suggestions:not([hidden]) li");
    private static final String PARTNERS = "/queries/agencies-most-often-with-an-agency";

    private static final String PAIRS = """
            SELECT ?one ?other (COUNT(?task) AS ?n) WHERE {
              ?task zc:responsibleAgency ?one, ?other FILTER(STR(?one) < STR(?other))
            } GROUP BY ?one ?other ORDER BY DESC(?n)""";

    private static Browser browser;
    private static String site;

    @BeforeAll
    static void a_browser_and_a_server() {
        browser = Browser.start();
        site = Shipped.server().url().replaceFirst("/$", "");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothing_was_complained_of_and_no_other_host_was_asked() {
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    /**
     * The Ministry of Public Security shares tasks with 14 agencies, five of them with the Publicity Department, which leads all
     * five: counted over the rows of responsibility.csv.
     */
    @ParameterizedTest
    @CsvSource({"en, 公安", "zh, Ministry of Public Sec"})
    void a_parameter_is_completed_in_either_language_and_changes_table_and_chart(String language, String typed) {
        browser.open(site + PARTNERS + "?lang=" + language, 1280);
        String before = browser.find(CHART).getDomProperty("innerHTML");

        WebElement agency = browser.find(By.id("p-agency"));
        agency.click();
        agency.sendKeys(typed);
        browser.until(page -> page.findElement(SUGGESTED).getText().matches("(Ministry of Public Security|公安部).*"));
        agency.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        browser.find(By.cssSelector("form.parameters button")).click();

        browser.until(page -> page.getCurrentUrl().contains("agency=mps"));
        assertThat(browser.find(CHART).getDomProperty("innerHTML")).isNotEqualTo(before);
        assertThat(browser.all(By.cssSelector("tbody tr"))).hasSize(14);
        assertThat(first()).endsWith("5 0 5");
    }

    @Test
    void the_answer_is_sorted_and_filtered_and_its_file_is_the_same_answer() throws Exception {
        browser.open(site + PARTNERS + "?lang=en", 1280);
        browser.find(CHART);
        assertThat(first()).startsWith("Publicity Department");

        browser.find(By.cssSelector("thead button")).click();
        assertThat(first()).startsWith("China Banking and");
        browser.find(By.id("filter")).sendKeys("justice");
        assertThat(browser.all(By.cssSelector("tbody tr:not([hidden])"))).hasSize(1);
        assertThat(browser.find(By.cssSelector(".tools output")).getText()).isEqualTo("1 / 38");

        String csv = browser.find(By.cssSelector("a[download$=csv]")).getDomProperty("href");
        assertThat(get(csv).lines()).hasSize(39);
    }

    /** CNIPA stands in 183 rows of responsibility.csv, which is most. */
    @ParameterizedTest
    @CsvSource({"en, 1440, China National Intellectual Property Administration", "zh, 390, 国家知识产权局"})
    void home_shows_eight_questions_with_a_glance_at_their_answers(String language, int width, String most) {
        browser.open(site + "/?lang=" + language, width);

        assertThat(browser.all(By.cssSelector(".pictures > li"))).hasSize(8);
        assertThat(browser.find(By.cssSelector(".pictures tr")).getText()).isEqualTo(most + " 183");
        assertThat(browser.all(By.cssSelector(".pictures tr")))
                .hasSizeGreaterThan(8 * 2)
                .allSatisfy(row -> assertThat(row.getText()).isNotBlank());
        assertThat(browser.all(By.cssSelector(".timeline a"))).hasSize(3);
        assertThat(browser.overflow()).isZero();
        browser.find(By.cssSelector(".pictures a")).click();
        browser.find(CHART);
    }

    @Test
    void a_name_typed_on_the_home_page_leads_to_its_thing() {
        browser.open(site + "/?lang=en", 1280);
        browser.find(By.id("find")).sendKeys("司法部");
        browser.until(page -> page.findElement(SUGGESTED).getText().startsWith("Ministry of Justice"));
        browser.find(By.id("find")).sendKeys(Keys.ARROW_DOWN, Keys.ENTER);

        browser.until(page -> page.getCurrentUrl().contains("/id/agency/"));
        assertThat(browser.find(By.tagName("h1")).getText()).contains("Ministry of Justice");
    }

    @Test
    void what_is_typed_on_the_home_page_is_searched() {
        browser.open(site + "/?lang=en", 1280);
        browser.find(By.id("find")).sendKeys("trademark");
        browser.find(By.cssSelector("form.wide button")).click();

        assertThat(browser.find(By.cssSelector(".hits li")).getText()).containsIgnoringCase("trademark");
    }

    /** By names in both languages; the Ministry of Public Security leads six tasks, four of them alone, counted over responsibility.csv. */
    @ParameterizedTest
    @CsvSource({"en, task, 牵头, 公安部", "zh, 任务, lead, mps"})
    void a_query_is_written_by_completion_and_run(String language, String type, String property, String thing) {
        WebElement editor = editor(language, "SELECT * WHERE { ?task a ");
        completed(editor, type, "zc:Task ");
        editor.sendKeys("; ");
        completed(editor, property, "zc:leadAgency ");
        completed(editor, thing, "agency:mps ");
        editor.sendKeys("}", Keys.chord(Keys.CONTROL, Keys.ENTER));

        browser.until(page -> page.findElement(By.id("ran")).getText().matches("6 (rows|行).*"));
        assertThat(written()).contains("PREFIX zc: <", "PREFIX agency: <");
    }

    /** 43 tasks are shared by CNIPA and the Publicity Department; how many pairs share any is counted over responsibility.csv. */
    @Test
    void what_a_query_finds_is_shown_by_name_and_as_chart_and_network() {
        run("en", PAIRS);
        WebElement first = browser.find(By.cssSelector(".yasr tbody a.iri"));
        assertThat(first.getText()).isEqualTo("China National Intellectual Property Administration");
        assertThat(first.getDomProperty("href")).isEqualTo(site + "/id/agency/cnipa");
        assertThat(browser.find(By.cssSelector(".yasr tbody td code")).getText())
                .isEqualTo("agency:cnipa");

        browser.click(By.cssSelector(".select_network"));
        browser.find(CHART);
        assertThat(browser.find(By.cssSelector(".drawing + .note")).getText())
                .isEqualTo("The first 200 of " + pairs() + " rows are drawn; the table has all.");
        assertThat(first())
                .isEqualTo("China National Intellectual Property Administration"
                        + " Publicity Department of the CPC Central Committee 43");
        assertThat(browser.violations()).isEmpty();

        browser.click(By.cssSelector(".select_chart"));
        browser.find(By.cssSelector("figure[data-chart=bar] svg"));
        new Select(browser.find(By.name("x"))).selectByValue("other");
        browser.until(page -> first().startsWith("Publicity Department"));
        browser.click(By.cssSelector(".select_table"));
        browser.click(By.cssSelector(".select_chart"));
        assertThat(browser.find(By.name("x")).getDomProperty("value")).isEqualTo("other");
        assertThat(browser.overflow()).isZero();
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void a_result_without_numbers_is_not_drawn_and_says_why() {
        run("zh", "SELECT ?task WHERE { ?task a zc:Task } LIMIT 3");
        browser.click(By.cssSelector(".select_chart"));
        assertThat(browser.find(By.cssSelector(".yasr_results .note")).getText())
                .contains("COUNT", "结果见表格");
        assertThat(browser.all(By.cssSelector("figure.chart"))).isEmpty();
    }

    private static void run(String language, String query) {
        editor(language, "PREFIX zc: <https://w3id.org/zhice/ontology#>\n" + query)
                .sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.until(page -> !page.findElement(By.id("ran")).getText().isEmpty());
    }

    private static long pairs() {
        Map<String, Set<String>> agencies = CsvRows.table("responsibility").rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("task"), Collectors.mapping(row -> row.get("agency"), Collectors.toSet())));
        return agencies.values().stream()
                .flatMap(all -> all.stream()
                        .flatMap(one -> all.stream()
                                .filter(other -> one.compareTo(other) < 0)
                                .map(other -> one + " " + other)))
                .distinct()
                .count();
    }

    @Test
    void a_mistake_is_marked_at_its_place_and_told_in_words() {
        editor("en", "SELECT *\nWHERE { ?s ?p }");
        browser.find(By.cssSelector(".yasqe_queryButton")).click();

        assertThat(browser.find(By.cssSelector(".mistake")).getText()).isEqualTo("}");
        assertThat(browser.find(By.cssSelector(".errorResult")).getText()).contains("line 2");
        assertThat(browser.errors()).allMatch(error -> error.contains("400 (Bad Request)"));
    }

    @Test
    void whoever_asks_for_everything_is_warned_and_a_click_on_the_schema_writes_its_name() {
        WebElement editor = editor("en", "SELECT * WHERE { ?s ?p ?o }");
        browser.until(page -> page.findElement(By.id("unlimited")).isDisplayed());
        editor.sendKeys(" LIMIT 3 # ");
        browser.until(page -> !page.findElement(By.id("unlimited")).isDisplayed());

        WebElement task = browser.find(By.xpath("//summary[starts-with(., 'task')]"));
        assertThat(task.getText()).isEqualTo("task 355");
        task.click();
        browser.find(By.cssSelector("[data-property='zc:leadAgency']")).click();
        browser.until(page -> written().contains("LIMIT 3 # zc:leadAgency"));
    }

    /** The editor with a text in it and the cursor at its end. */
    private static WebElement editor(String language, String text) {
        browser.open(site + "/sparql?lang=" + language, 1440);
        browser.find(By.cssSelector(".yasqe .CodeMirror"));
        WebElement editor = browser.find(By.cssSelector(".yasqe textarea"));
        browser.driver()
                .executeScript(
                        "const editor = document.querySelector('.yasqe .CodeMirror').CodeMirror;"
                                + "editor.setValue(arguments[0]); editor.setCursor(editor.lineCount(), 0); editor.focus()",
                        text);
        return editor;
    }

    private static void completed(WebElement editor, String typed, String name) {
        editor.sendKeys(typed);
        By hint = By.xpath("//ul[contains(@class, 'CodeMirror-hints')]/li[starts-with(., '" + name + "')]");
        browser.until(page -> page.findElement(hint)).click();
        browser.until(page -> written().endsWith(name));
    }

    private static String written() {
        return (String) browser.driver()
                .executeScript("return document.querySelector('.yasqe .CodeMirror').CodeMirror.getValue()");
    }

    @ParameterizedTest
    @CsvSource({"en, 1440", "zh, 390"})
    void pages_with_charts_fit_the_window(String language, int width) {
        for (String question : List.of("duty-modes-by-plan", "agencies-that-share-tasks?year=2023")) {
            String path = "/queries/" + question + (question.contains("?") ? "&" : "?") + "lang=" + language;
            browser.open(site + path, width);
            browser.find(CHART);
            assertThat(browser.overflow()).as(path).isZero();
        }
    }

    private static String first() {
        return browser.find(By.cssSelector("tbody tr")).getText();
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
