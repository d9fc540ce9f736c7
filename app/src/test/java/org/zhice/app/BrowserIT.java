package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The pages in a real Chromium, in both languages, narrow and wide. */
class BrowserIT {
    private static Browser browser;

    @BeforeAll
    static void a_browser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, 355", "zh, 1280, 355", "en, 360, 355", "zh, 360, 355"})
    void the_home_page_counts_the_tasks_and_fits_the_window(String language, int width, String tasks) {
        open("/?lang=" + language, width);
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).startsWith(language);
        assertThat(browser.text()).contains(tasks, "106", "139", "110");
        assertThat(browser.overflow()).isZero();
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 360"})
    void a_saved_query_is_answered_by_its_form(String language, int width) {
        open("/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2019&lang=" + language, width);
        assertThat(browser.all(By.cssSelector("table tbody tr"))).hasSize(35);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, pledge", "zh, 360, 質押"})
    void saved_queries_are_searched_and_give_evidence(String language, int width, String word) {
        open("/queries?lang=" + language, width);
        assertThat(browser.overflow()).isZero();
        browser.find(By.id("q")).sendKeys(word + Keys.ENTER);
        browser.find(By.cssSelector("[role=status]"));
        browser.find(By.cssSelector("a[href='/queries/pledge-financing-in-a-year']"))
                .click();
        browser.find(By.id("evidence")).click();
        browser.find(By.cssSelector("form.parameters button")).click();
        browser.find(By.cssSelector("tr.evidence"));
        assertThat(browser.all(By.cssSelector("tr.evidence"))).hasSize(2);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 360"})
    void the_ledger_of_coverage_has_every_document(String language, int width) {
        open("/coverage?lang=" + language, width);
        assertThat(browser.all(By.cssSelector("main table"))).hasSize(5);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void the_editor_runs_the_query_it_opens_with() {
        open("/sparql", 1280);
        browser.find(By.cssSelector(".yasqe .CodeMirror"));
        browser.find(By.cssSelector(".yasqe_queryButton")).click();
        browser.find(By.cssSelector(".yasr table tbody tr"));
        assertThat(browser.errors()).isEmpty();
    }

    private static void open(String path, int width) {
        browser.open(Shipped.server().url() + path.substring(1), width);
    }
}
