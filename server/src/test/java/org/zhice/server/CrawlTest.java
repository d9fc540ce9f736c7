package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a search engine needs: which pages there are, in which languages, under which address. */
class CrawlTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer().at("https://zhice.example");

    private static final String SITE = "https://zhice.example";

    @Test
    void robots_may_read_pages_and_ask_no_queries() {
        HttpResponse<String> robots = SERVER.get("/robots.txt");

        assertThat(robots.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(robots.body().lines())
                .contains(
                        "User-agent: *", "Disallow: /sparql?", "Disallow: /explore?", "Disallow: /$/", "Disallow: /mcp")
                .contains("Sitemap: " + SITE + "/sitemap.xml")
                .doesNotContain("Disallow: /");
    }

    @Test
    void the_sitemap_names_every_page_and_every_thing_in_each_language() throws Exception {
        Element root = xml(SERVER.get("/sitemap.xml").body()).getDocumentElement();

        assertThat(root.getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
        assertThat(root.getLocalName()).isEqualTo("urlset");
        List<String> locations = texts(root, "loc");
        assertThat(locations)
                .contains(
                        SITE + "/",
                        SITE + "/queries/tasks-of-an-agency",
                        SITE + "/plans",
                        SITE + "/plans/compare",
                        SITE + "/documents",
                        SITE + "/laws",
                        SITE + "/agencies",
                        SITE + "/network",
                        SITE + "/campaigns",
                        SITE + "/metrics",
                        SITE + "/places",
                        SITE + "/coverage",
                        SITE + "/ontology.html",
                        SITE + "/tables/",
                        SITE + "/id/agency/cnipa.html",
                        SITE + "/id/statement/invention-exam-time-2022.html")
                .doesNotHaveDuplicates();
        assertThat(locations.stream().filter(location -> location.contains("/id/task/")))
                .hasSize(7);
        NodeList alternates = root.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link");
        assertThat(alternates.getLength()).isEqualTo(3 * locations.size());
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> (Element) alternates.item(i))
                        .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href")))
                .containsExactly(
                        "en " + SITE + "/?lang=en", "zh-Hans " + SITE + "/?lang=zh", "x-default " + SITE + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "𠮷", "-1", "1e9"})
    void a_part_of_the_sitemap_that_is_not_there_is_told(String part) {
        HttpResponse<String> response = SERVER.get("/sitemap.xml?part=" + part.replace("𠮷", "%F0%A0%AE%B7"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(detail(response)).isEqualTo("“part” cannot be “" + part + "”; expected 1–1.");
    }

    @ParameterizedTest
    @CsvSource({
        "/coverage, /coverage, /coverage?lang=en, /coverage?lang=zh, /coverage",
        "/coverage?lang=zh, /coverage?lang=zh, /coverage?lang=en, /coverage?lang=zh, /coverage",
        "/queries?tag=x&lang=en, /queries?tag=x&amp;lang=en, /queries?tag=x&amp;lang=en, /queries?tag=x&amp;lang=zh, /queries?tag=x",
        "/nothing?q=%F0%A0%AE%B7, /nothing?q=%F0%A0%AE%B7, /nothing?q=%F0%A0%AE%B7&amp;lang=en, /nothing?q=%F0%A0%AE%B7&amp;lang=zh, /nothing?q=%F0%A0%AE%B7",
    })
    void each_page_says_its_address_and_those_of_its_languages(
            String path, String canonical, String en, String zh, String any) {
        assertThat(SERVER.browse(path).body())
                .contains("<link rel=\"canonical\" href=\"" + SITE + canonical + "\">")
                .contains("<link rel=\"alternate\" hreflang=\"en\" href=\"" + SITE + en + "\">")
                .contains("<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"" + SITE + zh + "\">")
                .contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"" + SITE + any + "\">");
    }

    @ParameterizedTest
    @CsvSource({"en, Zhice, China’s intellectual-property policy as linked data", "zh, 知策, 中国知识产权政策关联数据"})
    void the_home_page_tells_of_the_dataset_in_words_of_schema_org(String lang, String catalogueName, String name) {
        String page = SERVER.browse("/?lang=" + lang).body();
        String block = page.replaceFirst("(?s).*<script type=\"application/ld[+]json\">", "")
                .replaceFirst("(?s)</script>.*", "");
        JsonObject catalogue = JSON.parse(block);
        JsonObject dataset = catalogue.getObj("dataset");

        assertThat(catalogue.getString("@context")).isEqualTo("https://schema.org/");
        assertThat(catalogue.getString("@type")).isEqualTo("DataCatalog");
        assertThat(catalogue.getString("name")).isEqualTo(catalogueName);
        assertThat(dataset.getString("@type")).isEqualTo("Dataset");
        assertThat(dataset.getString("name")).isEqualTo(name);
        assertThat(dataset.getString("description").length())
                .as("as Google wants it")
                .isBetween(50, 5_000);
        assertThat(dataset.getString("license")).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(dataset.getString("version")).startsWith("build-20");
        assertThat(dataset.getString("dateModified")).matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(dataset.getArray("distribution").map(one -> one.getAsObject().getString("contentUrl")))
                .containsExactly(SITE + "/tables/datapackage.json");
    }

    @Test
    void things_are_listed_by_kind_in_both_languages() {
        assertThat(SERVER.browse("/id?lang=en").body())
                .containsPattern("<a href=\"/id/agency/\">agency</a></td><td><code>agency</code></td>\\s*"
                        + "<td class=\"number\">5</td>")
                .contains("<a href=\"/id/topic/\">topic</a>");
        assertThat(SERVER.browse("/id/agency/?lang=zh").body())
                .contains("<a href=\"/id/agency/cnipa\">国家知识产权局</a>", "共5项");
        assertThat(SERVER.browse("/id/initiative/?lang=zh").body()).contains("𠮷氏品种试点");
        assertThat(SERVER.browse("/id/responsibility/").body())
                .contains("<a href=\"/id/responsibility/2019-001-1\">responsibility 2019-001-1</a>");
    }

    @Test
    void a_kind_or_a_page_of_it_that_is_not_there_is_told() {
        HttpResponse<String> kind = SERVER.get("/id/%F0%A0%AE%B7/");
        assertThat(kind.statusCode()).isEqualTo(404);
        assertThat(detail(kind)).contains("𠮷");
        HttpResponse<String> page = SERVER.get("/id/agency/?page=2");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(detail(page)).isEqualTo("“page” cannot be “2”; expected 1–1.");
    }

    private static String detail(HttpResponse<String> problem) {
        return JSON.parse(problem.body()).getString("detail");
    }

    private static List<String> texts(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS(root.getNamespaceURI(), name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
