package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Added texts, made up and real, as they are read. */
class ReadingIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PAGE_BYTES = 100_000;

    /** A heading or paragraph in Chinese, on a line of its own but for line ends of the text itself. */
    private static final Pattern WORDS = Pattern.compile("(?s)<(p|h[234])[^>]* lang=\"zh-Han[st]\">(.*?)</\\1>");

    @Test
    void from_a_task_one_click_leads_to_its_mark_and_one_back() {
        try (Browser browser = Browser.start()) {
            browser.open(Shipped.readable().url() + "id/task/2024-002.html?lang=en", 1200);
            browser.click(By.linkText("in its context"));
            assertThat(browser.find(By.cssSelector(":target")).getText()).contains("2.办好𠮷村茶节。（中央宣传部负责）");
            browser.click(By.cssSelector(":target .own a"));
            browser.until(page -> page.getCurrentUrl().endsWith("/id/task/2024-002.html"));
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void the_evidence_of_a_row_leads_to_its_mark_in_the_text() {
        try (Browser browser = Browser.start()) {
            browser.open(
                    Shipped.readable().url()
                            + "queries/tasks-led-by-an-agency-in-a-year?agency=publicity-department&year=2024&evidence=true&lang=en",
                    1200);
            browser.click(By.partialLinkText("茶节"));
            assertThat(browser.find(By.cssSelector(":target")).getText()).contains("2.办好𠮷村茶节。（中央宣传部负责）");
            assertThat(browser.errors()).isEmpty();
        }
    }

    /** Against the file itself and the endpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"plan-2024", "plan-2019", "plan-2023", "report-2023", "zones-2022"})
    void every_character_is_read_once_and_every_passage_marked_once(String document) throws Exception {
        assumeThat(Shipped.TEXTS.get(document))
                .as("the official document is not at hand")
                .exists();
        String page = get("documents/" + document + "/text?lang=en", "text/html");
        String shown = WORDS.matcher(page)
                .results()
                .map(words -> words.group(2).replaceAll("<[^>]*>", ""))
                .reduce("", String::concat)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        String original = Files.readString(Shipped.TEXTS.get(document));

        assertThat(bare(shown)).isEqualTo(bare(original));
        assertThat(marks(page, document)).doesNotHaveDuplicates().hasSize(passages(document));
        assertThat(page).doesNotContain("class=\"refusal\"");
        assertThat(zipped(page)).isLessThan(PAGE_BYTES);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}]", "");
    }

    private static List<String> marks(String page, String document) {
        return Pattern.compile(" id=\"(" + document + "-\\d+-\\d+)\"")
                .matcher(page)
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    private static int passages(String document) throws Exception {
        String query = "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT (COUNT(?p) AS ?n) WHERE { ?p oa:hasSource"
                + " <https://w3id.org/zhice/id/source/" + document + "> }";
        String csv = get("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "text/csv");
        return Integer.parseInt(csv.lines().skip(1).findFirst().orElseThrow());
    }

    private static String get(String path, String accept) throws Exception {
        URI url = URI.create(Shipped.readable().url() + path);
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(url).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static int zipped(String page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
