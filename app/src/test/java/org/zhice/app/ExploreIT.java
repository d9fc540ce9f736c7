package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Browsing by facets in a real Chromium. */
class ExploreIT {
    private static Browser browser;
    private static Program program;

    @BeforeAll
    static void a_browser_and_a_server() throws Exception {
        browser = Browser.start();
        program = ServedProgram.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (program != null) {
            program.close();
        }
    }

    @Test
    void who_chooses_two_facets_and_runs_their_query_gets_the_same_rows() {
        chooseTwoFacetsAndRunTheirQuery(browser, program.url());
    }

    /** The Ministry of Agriculture stands in the brackets of eight tasks of 2024, counted in the table of responsibilities. */
    static void chooseTwoFacetsAndRunTheirQuery(Browser browser, String site) {
        browser.open(site + "/explore?lang=en", 1280);
        browser.find(By.cssSelector("section[aria-labelledby='by-plan'] a[href*='plan-2024']"))
                .click();
        browser.find(By.cssSelector(".chosen a[href='/explore?kind=task']"));
        browser.find(By.cssSelector("section[aria-labelledby='by-agency'] a[href*='moara']"))
                .click();
        browser.until(page ->
                page.findElements(By.cssSelector(".chosen [aria-current]")).size() == 2);
        assertThat(browser.find(By.id("result")).getText()).isEqualTo("Tasks: 8");
        assertThat(browser.all(By.cssSelector(".hits > li"))).hasSize(8);

        browser.find(By.cssSelector(".sparql summary")).click();
        browser.find(By.cssSelector(".sparql a.editor")).click();
        // The editor runs the query that it is opened with.
        browser.find(By.cssSelector(".yasr table tbody tr"));
        assertThat(browser.all(By.cssSelector(".yasr table tbody tr"))).hasSize(8);
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    /** 355 tasks: numbers of three digits stand beside names of several lines. */
    @Test
    void counts_stand_on_one_line() {
        browser.open(program.url() + "/explore?lang=en", 1440);
        assertThat(browser.all(By.cssSelector(".facets li small")))
                .hasSizeGreaterThan(20)
                .allSatisfy(count -> assertThat(count.getSize().getHeight()).isLessThan(30));
    }

    /** The Ministry of Commerce is not among the most frequent ten. */
    @Test
    void a_value_far_down_a_long_list_is_found_and_chosen() {
        browser.open(program.url() + "/explore?plan=plan-2024&lang=en", 1280);
        WebElement find = browser.find(By.cssSelector("section[aria-labelledby='by-agency'] input[type=search]"));
        find.sendKeys("商务", Keys.ENTER);
        browser.until(page -> page.getCurrentUrl().endsWith("#by-agency"));
        click("section[aria-labelledby='by-agency'] li a");
        browser.find(By.cssSelector(".chosen a[aria-label='Take away: Agency: Ministry of Commerce']"));
        assertThat(browser.find(By.cssSelector("section[aria-labelledby='by-agency'] input[type=search]"))
                        .getDomProperty("value"))
                .isEqualTo("商务");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void a_choice_is_taken_away_by_one_click() {
        browser.open(program.url() + "/explore?campaign=kunlun&plan=plan-2019&lang=en", 1280);
        assertThat(browser.find(By.id("result")).getText()).isEqualTo("Tasks: 0");
        click(".chosen a[aria-label^='Take away: Campaign']");
        browser.until(page -> page.findElement(By.id("result")).getText().equals("Tasks: 106"));
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 360, task&view=list",
        "zh, 1280, task&view=table",
        "zh, 360, item&view=table&by=act",
        "en, 360, task&view=chart&by=agency",
        "zh, 360, instrument&view=timeline&by=topic",
        "en, 1280, task&view=network&topic=patent",
        "zh, 360, statement&view=chart&by=metric",
    })
    void every_view_fits_its_window(String language, int width, String kind) {
        browser.open(program.url() + "/explore?kind=" + kind + "&lang=" + language, width);
        if (kind.matches(".*view=(chart|timeline|network).*")) {
            browser.find(By.cssSelector("figure.chart svg"));
        }
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo(language);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    private static void click(String place) {
        browser.find(By.cssSelector(place)).click();
    }
}
