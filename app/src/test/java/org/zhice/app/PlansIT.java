package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Plans, laws, agencies, campaigns and figures in a real browser: by clicks, narrow and wide, in both languages. */
class PlansIT {
    private static final int WIDE = 1440;

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

    /** By the table of continuity 103 pairs of 2023 and 2024 are accepted. */
    @Test
    void two_plans_are_compared_by_clicks() {
        open("/?lang=en", WIDE);
        browser.click(By.linkText("Plans"));
        browser.click(By.linkText("2023 and 2024 compared"));
        assertThat(browser.find(By.cssSelector("table.sheet tbody tr")).getText())
                .isEqualTo("Carried on, all kinds 103 93 89");
        browser.click(By.linkText("Merged"));
        assertThat(browser.driver().getCurrentUrl()).endsWith("#continuation-merged");
        new Select(browser.find(By.id("from"))).selectByValue("2019");
        browser.click(By.cssSelector("fieldset button"));
        browser.until(page -> page.getCurrentUrl().contains("from=2019"));
        assertThat(browser.find(By.tagName("h1")).getText()).isEqualTo("Plans of 2019 and 2024 compared");
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    @Test
    void what_became_of_the_trademark_law_is_reached_by_clicks_and_read_in_chinese() {
        open("/?lang=en", WIDE);
        browser.click(By.linkText("Plans"));
        browser.click(By.linkText("Laws through the years"));
        browser.click(By.partialLinkText("Trademark Law of the People"));
        assertThat(browser.find(By.id("outcomes")).getText()).isEqualTo("What came of it");
        assertThat(browser.text()).contains("Fourth amendment of the Trademark Law completed");
        browser.click(By.cssSelector("a.language"));
        browser.until(page -> page.getCurrentUrl().contains("lang=zh"));
        assertThat(browser.find(By.tagName("h1")).getText()).isEqualTo("中华人民共和国商标法");
        assertThat(browser.text()).contains("商标法第四轮修改完成");
        browser.click(By.linkText("图谱中有关它的全部内容"));
        browser.click(By.linkText("历年情况"));
        assertThat(browser.driver().getCurrentUrl()).endsWith("/laws/trademark-law");
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/plans, sankey",
        "/agencies/cnipa, network",
        "/network, network",
        "/campaigns, timeline",
        "/metrics/invention-exam-time, bar",
    })
    void tables_are_drawn(String path, String chart) {
        open(path, WIDE);
        assertThat(browser.find(By.cssSelector("figure.chart[data-chart=" + chart + "] svg path"))
                        .isDisplayed())
                .isTrue();
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.strangers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/plans",
        "/plans/2023",
        "/plans/compare",
        "/laws",
        "/laws/trademark-law",
        "/agencies",
        "/agencies/cnipa",
        "/network",
        "/campaigns",
        "/metrics",
        "/metrics/ip-pledge-financing",
        "/places",
        "/places/hainan",
    })
    void pages_fit_a_narrow_window(String path) {
        open(path + "?lang=zh", 390);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.all(By.cssSelector("table.sheet"))).isNotEmpty();
    }

    private static void open(String path, int width) {
        browser.open(Shipped.server().url().replaceFirst("/$", "") + path, width);
    }
}
