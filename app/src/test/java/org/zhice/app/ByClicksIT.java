package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * What somebody wants to know who does not know the graph, from the home page in at most four steps. Answers are counted in
 * the tables of responsibilities, topics, figures and places.
 */
class ByClicksIT {
    private static Browser browser;
    private int steps;

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

    @BeforeEach
    void the_home_page() {
        browser.open(Shipped.server().url() + "?lang=en", 1440);
    }

    @AfterEach
    void in_few_steps_without_a_complaint() {
        assertThat(steps).isBetween(1, 4);
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    /** The Publicity Department: 7 tasks in 2019, 23 in 2024; of all that it leads 35 are on copyright, 11 on enforcement. */
    @Test
    void which_agency_gained_most_lead_tasks_and_on_what() {
        click(By.linkText("By agency"));
        click(By.linkText("Led: 2024 less 2019"));
        assertThat(browser.find(By.cssSelector("table.sheet tbody tr")).getText())
                .startsWith("Publicity Department of the CPC Central Committee")
                .contains(" 16 ");
        click(By.cssSelector("table.sheet tbody tr a"));
        assertThat(rows("topics", 2)).containsExactly("Copyright 36", "Administrative enforcement and supervision 11");
    }

    @Test
    void what_became_of_the_revision_of_the_trademark_law() {
        click(By.linkText("By law or document"));
        click(By.partialLinkText("Trademark Law of the People"));
        assertThat(browser.find(By.cssSelector("#promised ~ *, main")).getText())
                .contains("Fourth amendment of the Trademark Law completed");
    }

    /** Two figures of that year have the same key; the rates of growth have not. */
    @Test
    void what_may_be_compared_with_the_pledge_financing_of_2022() {
        click(By.linkText("By metric"));
        click(By.partialLinkText("Patent and trademark pledge financing"));
        assertThat(browser.find(By.tagName("h1")).getText()).isEqualTo("Patent and trademark pledge financing");
        assertThat(browser.find(By.cssSelector("table.sheet tbody")).findElements(By.tagName("tr")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.getText()).contains("31 Dec 2022"));
    }

    /** The report names Guangdong twice: for its law on indications and for its service institutions. */
    @Test
    void what_guangdong_did() {
        click(By.linkText("By place"));
        click(By.cssSelector(".tiles a[href='/places/guangdong']"));
        assertThat(browser.find(By.tagName("h1")).getText()).isEqualTo("Guangdong");
        assertThat(browser.all(By.cssSelector("#results ~ .scroll tbody tr")))
                .hasSize(2)
                .extracting(row -> row.getText())
                .anySatisfy(row -> assertThat(row).contains("first local regulation on protecting GIs", "paragraph 15"))
                .anySatisfy(row -> assertThat(row).contains("service institutions in every city", "paragraph 26"));
    }

    @Test
    void who_must_be_asked_about_data_ip() {
        click(By.linkText("By topic"));
        click(By.linkText("Data IP and digital technology"));
        click(By.linkText("Explore its tasks"));
        assertThat(browser.find(By.cssSelector("section[aria-labelledby='by-agency']"))
                        .getText()
                        .replaceAll("\\s+", " "))
                .contains("China National Intellectual Property Administration 6")
                .contains("Publicity Department of the CPC Central Committee 8");
    }

    /** In English, as it was called before 2018, in short. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "China National Intellectual Property Administration",
                "State Intellectual Property Office",
                "国知局"
            })
    void an_agency_is_found_by_any_name_and_leads_to_a_task_and_to_where_it_is_said(String name) {
        browser.find(By.cssSelector("main input[name=q]")).sendKeys(name + Keys.ENTER);
        steps++;
        click(By.cssSelector(".hits a[href='/id/agency/cnipa']"));
        click(By.cssSelector("a[href='/id/task/2023-004']"));
        assertThat(browser.text())
                .contains(
                        "Where it is stated",
                        "2023 Plan for Implementing the IP Powerhouse Outline and the 14th Five-Year IP Plan, task 4");
    }

    private void click(By place) {
        browser.click(place);
        steps++;
    }

    /** The first rows of a table below a heading: the first two cells of each. */
    private static List<String> rows(String heading, int count) {
        return browser
                .all(By.cssSelector(
                        "#" + heading + " ~ .scroll tbody tr, section[aria-labelledby='" + heading + "'] tbody tr"))
                .stream()
                .limit(count)
                .map(row -> row.findElements(By.cssSelector("th, td")))
                .map(cells -> cells.get(0).getText() + " " + cells.get(1).getText())
                .toList();
    }
}
