package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;

/** A look at a page, which must keep still, fit its window, complain of nothing and ask nobody else. */
record Look(Browser browser) {
    /** What web.dev calls good is 0.1. */
    private static final double STILL = 0.02;

    private static final int VISITS = 3;

    /** Opens a page as who changes to this language, likes this theme and has a window so many pixels wide. */
    void at(String url, String language, String theme, int width) {
        browser.theme(theme);
        String other = language.equals("en") ? "zh" : "en";
        browser.open(url + (url.contains("?") ? "&" : "?") + "lang=" + other, width);
        browser.click(By.cssSelector(".language[hreflang=" + language + "]"));
        browser.find(By.cssSelector("html[lang=" + language + "] .language[hreflang=" + other + "]"));
        browser.until(page -> browser.all(By.cssSelector("[aria-busy=true]")).isEmpty());
        assertThat(browser.driver().getCurrentUrl()).startsWith(url);
        assertThat(browser.overflow()).as("pixels too wide").isZero();
        assertThat(browser.errors().stream().filter(error -> !error.contains("404")))
                .isEmpty();
        assertThat(browser.strangers()).isEmpty();
        assertThat(leastShift()).as("what moves while it is read").isLessThan(STILL);
    }

    /** What moves at every visit: a table is drawn while its rows still come, now and then, where the machine is busy. */
    private double leastShift() {
        double least = shift();
        for (int visits = 1; visits < VISITS && least >= STILL; visits++) {
            browser.driver().navigate().refresh();
            least = Math.min(least, shift());
        }
        return least;
    }

    /** Cumulative layout shift, as the browser itself counts it, from when the whole page is there. */
    private double shift() {
        return ((Number) browser.driver().executeAsyncScript("""
                        const done = arguments[0];
                        const whole = performance.getEntriesByType("navigation")[0].domInteractive;
                        let sum = 0;
                        const add = (entry) => (sum += entry.startTime < whole ? 0 : entry.value);
                        new PerformanceObserver((list) => list.getEntries().forEach(add))
                          .observe({ type: "layout-shift", buffered: true });
                        setTimeout(() => done(sum), 50);
                        """)).doubleValue();
    }
}
