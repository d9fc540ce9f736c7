package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages in a real Chromium, in both languages, narrow and wide. */
class BrowserIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path checkout;

    private static Program program;
    private static ChromeDriver browser;

    @BeforeAll
    static void a_browser_and_a_server() throws Exception {
        assumeTrue(Files.exists(CHROMIUM) && Files.exists(DRIVER), "Chromium and its driver are not installed");
        LinkedCheckout.in(checkout);
        program = Program.serve(checkout, List.of("./zhice", "serve", "--port", "PORT"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (program != null) {
            program.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, 355", "zh, 1280, 355", "en, 360, 355", "zh, 360, 355"})
    void the_home_page_counts_the_tasks_and_fits_the_window(String language, int width, String tasks) {
        open("/?lang=" + language, width);
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .startsWith(language);
        assertThat(text()).contains(tasks, "106", "139", "110");
        assertThat(overflow()).isZero();
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 360"})
    void a_saved_query_is_answered_by_its_form(String language, int width) {
        open("/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2019&lang=" + language, width);
        assertThat(browser.findElements(By.cssSelector("table tbody tr"))).hasSize(35);
        assertThat(overflow()).isZero();
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, pledge", "zh, 360, 質押"})
    void saved_queries_are_searched_and_give_evidence(String language, int width, String word) {
        open("/queries?lang=" + language, width);
        assertThat(overflow()).isZero();
        browser.findElement(By.id("q")).sendKeys(word + Keys.ENTER);
        waitFor(By.cssSelector("[role=status]"));
        browser.findElement(By.cssSelector("a[href='/queries/pledge-financing-in-a-year']"))
                .click();
        waitFor(By.id("evidence")).click();
        browser.findElement(By.cssSelector("form.parameters button")).click();
        waitFor(By.cssSelector("tr.evidence"));
        assertThat(browser.findElements(By.cssSelector("tr.evidence"))).hasSize(2);
        assertThat(overflow()).isZero();
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 360"})
    void the_ledger_of_coverage_has_every_document(String language, int width) {
        open("/coverage?lang=" + language, width);
        assertThat(browser.findElements(By.cssSelector("main table"))).hasSize(5);
        assertThat(overflow()).isZero();
        assertThat(errors()).isEmpty();
    }

    @Test
    void the_editor_runs_the_query_it_opens_with() {
        open("/sparql", 1280);
        waitFor(By.cssSelector(".yasqe .CodeMirror"));
        waitFor(By.cssSelector(".yasqe_queryButton")).click();
        waitFor(By.cssSelector(".yasr table tbody tr"));
        assertThat(errors()).isEmpty();
    }

    private static void open(String path, int width) {
        browser.manage().window().setSize(new Dimension(width, 900));
        browser.get(program.url() + path);
    }

    private static WebElement waitFor(By place) {
        return new WebDriverWait(browser, PATIENCE).until(page -> page.findElement(place));
    }

    private static String text() {
        return browser.findElement(By.tagName("body")).getText();
    }

    /** How many pixels the page is wider than its window. */
    private static long overflow() {
        JavascriptExecutor script = browser;
        return (Long) script.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static List<String> errors() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("favicon"))
                .toList();
    }
}
