package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide as a page of a server elsewhere than the guide says. */
class HelpTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer().at("https://zhice.example");

    @ParameterizedTest
    @ValueSource(strings = {"/help?lang=en", "/help?lang=zh"})
    void the_twelve_queries_lead_to_the_editor_with_the_prefixes_that_they_use(String address) {
        List<String> queries = all(SERVER.get(address).body(), "href=\"/sparql#query=([^\"]+)\"");
        assertThat(queries)
                .hasSize(12)
                .allSatisfy(query -> QueryFactory.create(URLDecoder.decode(query, StandardCharsets.UTF_8)));
        assertThat(URLDecoder.decode(queries.get(1), StandardCharsets.UTF_8))
                .startsWith(
                        "PREFIX zc: <https://w3id.org/zhice/ontology#>\nPREFIX task: <https://w3id.org/zhice/id/task/>\nSELECT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help?lang=en", "/help?lang=zh"})
    void every_chapter_of_the_list_is_on_the_page(String address) {
        String page = SERVER.get(address).body();
        List<String> chapters = all(page, "<li><a href=\"#([^\"]+)\"");
        assertThat(chapters)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allSatisfy(chapter -> assertThat(page).containsOnlyOnce("<h2 id=\"" + chapter + "\">"));
    }

    @Test
    void addresses_are_those_of_this_server() {
        assertThat(SERVER.get("/help?lang=en").body())
                .contains("read.csv(&quot;https://zhice.example/queries/", "href=\"/coverage\"")
                .doesNotContain("localhost");
    }

    @Test
    void it_speaks_both_languages() {
        assertThat(SERVER.get("/help?lang=en").body()).contains("<h1 id=\"using-zhice\">Using Zhice</h1>");
        assertThat(SERVER.get("/help?lang=zh").body()).contains("<h1 id=\"使用指南\">使用指南</h1>", "lang=\"zh\"");
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
