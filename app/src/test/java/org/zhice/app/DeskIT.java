package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What scripts add to home, questions and editor, in a real Chromium. */
class DeskIT {
    private static final By CHART = By.cssSelector("figure.chart svg");
    private static final By SUGGESTED = By.cssSelector(".suggestions:not([hidden]) li");
    private static final String PARTNERS = "/queries/agencies-most-often-with-an-agency";

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
