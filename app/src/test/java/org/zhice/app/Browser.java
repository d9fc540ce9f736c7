package org.zhice.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium without a window.
 *
 * @param driver for what is not asked here
 */
record Browser(ChromeDriver driver) implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HEIGHT = 900;

    /** What is sent out, in Chromium's log of the network; what it reads of itself has no such scheme. */
    private static final Pattern SENT = Pattern.compile(
            "\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"((?:http|ws)[^\"]*)\"");

    /**
     * Starts it; the test is left out where it is not installed.
     *
     * @param more options, such as {@code --force-dark-mode}
     */
    static Browser start(String... more) {
        assumeTrue(Files.exists(CHROMIUM) && Files.exists(DRIVER), "Chromium and its driver are not installed");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
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
        options.addArguments(more);
        return new Browser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options));
    }

    /** Opens an address in a window so many pixels wide. */
    void open(String url, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        driver.get(url);
    }

    /** What the reader likes, {@code light} or {@code dark}. */
    void theme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The first such element, once there is one. */
    WebElement find(By place) {
        return until(page -> page.findElement(place));
    }

    /** Clicks on the first such element, once there is one; it is brought to where it can be seen. */
    void click(By place) {
        WebElement element = find(place);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** All such elements that are there now. */
    List<WebElement> all(By place) {
        return driver.findElements(place);
    }

    /** Waits until something is so: neither null nor false. A script may change the page meanwhile. */
    <T> T until(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(condition);
    }

    /** The words of the page. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** How many pixels the page is wider than its window. */
    long overflow() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Leaves the first so many rows of tables and items of lists: what one template draws can be wrong in one way. */
    void thin(int alike) {
        driver.executeScript("""
                for (const list of document.querySelectorAll("main :is(tbody, ul, ol, dl)")) {
                  [...list.children].slice(arguments[0]).forEach((child) => child.remove());
                }
                """, alike);
    }

    /** The whole page, as far as one would scroll. */
    byte[] picture() {
        Map<String, Object> shot =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return Base64.getDecoder().decode((String) shot.get("data"));
    }

    /** What breaks rules of WCAG 2.2 AA: rule, element, reason. */
    @SuppressWarnings("unchecked")
    List<String> violations() {
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        driver.executeScript(axe());
        return (List<String>) driver.executeAsyncScript("""
                const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
                axe.run({ resultTypes: ["violations"], runOnly: rules }).then((result) => arguments[0](
                  result.violations.flatMap((rule) =>
                    rule.nodes.map((node) => rule.id + ": " + node.target + ": " + node.failureSummary))));
                """);
    }

    private static String axe() {
        try {
            return Resources.toString(Browser.class.getResource("/axe.min.js"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the pages have complained of since this was last asked. */
    List<String> errors() {
        return log(LogType.BROWSER)
                .filter(message -> !message.contains("favicon"))
                .toList();
    }

    /** The addresses at other hosts that pages have asked since this was last asked. */
    List<String> strangers() {
        return log(LogType.PERFORMANCE)
                .map(SENT::matcher)
                .filter(Matcher::find)
                .map(sent -> sent.group(1))
                .filter(address -> !address.matches("\\w+://(127\\.0\\.0\\.1|localhost|\\[::1])[:/].*"))
                .toList();
    }

    private Stream<String> log(String kind) {
        return StreamSupport.stream(driver.manage().logs().get(kind).spliterator(), false)
                .map(LogEntry::getMessage);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
