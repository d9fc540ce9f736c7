package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @Test
    void home_page_counts_what_is_in_the_graph() {
        String page = SERVER.browse("/").body();

        assertThat(page)
                .contains("<b>7</b> task<")
                .contains("<b>5</b> agency<")
                .contains("<b>7</b> instrument<")
                .contains("<b>1</b> international body<")
                .contains("<b>4</b> action item<")
                .contains("<b>6</b> initiative<")
                .contains("<b>2</b> topic<")
                .contains("<b>3</b> metric<")
                .contains("<b>3</b> metric statement<")
                .contains("<b>1</b> achievement<")
                .contains("<b>1</b> link to another dataset<")
                .contains("<li title=\"An organ of the Party, the State")
                .contains("<td class=\"long\" lang=\"en\">Plan for 2023</td>")
                .contains("<td class=\"number\">3</td><td class=\"number\">2</td><td class=\"number\">3</td>")
                .containsPattern("Built on 20\\d\\d-\\d\\d-\\d\\d\\.")
                .contains("<a href=\"/coverage\">")
                .contains("curl \"" + SERVER.url("/queries/"));
    }

    @Test
    void home_page_leaves_out_what_the_graph_has_none_of() {
        assertThat(SERVER.browse("/").body()).doesNotContain("<b>0</b>");
    }

    @Test
    void home_page_is_chinese_for_who_reads_chinese() {
        HttpResponse<String> page = SERVER.browse("/", "Accept-Language", "zh-TW,zh;q=0.8,en;q=0.2");

        assertThat(page.headers().firstValue("Content-Language")).contains("zh");
        assertThat(page.body())
                .contains("<html lang=\"zh\">")
                .contains("<b>7</b> 任务<")
                .contains("甲计划（二〇二三）")
                .contains("<a class=\"language\" href=\"?lang=en\" hreflang=\"en\" lang=\"en\">English</a>");
    }

    @ParameterizedTest
    @CsvSource({"'', '', en", "de, '', en", "zh, lang=en, en", "en, lang=zh, zh", ";;q=x, '', en", "en, lang=fr, en"})
    void language_is_remembered_or_that_of_the_browser(String accepted, String cookie, String lang) {
        HttpResponse<String> page = SERVER.browse("/", "Accept-Language", accepted, "Cookie", cookie);

        assertThat(page.body()).contains("<html lang=\"" + lang + "\">");
        assertThat(page.headers().firstValue("Vary").orElseThrow()).contains("Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/queries",
                "/queries/tasks-of-an-agency",
                "/explore?view=chart",
                "/nothing",
                "/sparql",
                "/coverage",
                "/plans",
                "/plans/compare",
                "/agencies/cnipa",
                "/network"
            })
    void pages_have_a_policy_and_nothing_inline(String path) {
        HttpResponse<String> page = SERVER.browse(path);

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self';");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body())
                .doesNotContainPattern("<script(?! src=\"/| type=\"application/ld[+]json\">)")
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain(" onclick=")
                .doesNotContainPattern("(src|<link(?! rel=\"(canonical|alternate)\")[^>]*href)=\"https?:");
    }

    @Test
    void server_is_ready_after_reading_the_store() {
        HttpResponse<String> response = SERVER.get("/readyz");

        JsonObject health = JSON.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(health.get("status").getAsString().value()).isEqualTo("ready");
        assertThat(health.get("release").getAsString().value()).startsWith("build-20");
        assertThat(health.get("graphs").getAsNumber().value().intValue()).isEqualTo(12);
    }

    @Test
    void metrics_and_ping_are_there() {
        SERVER.get("/sparql?query=ASK%7B%7D");

        assertThat(SERVER.get("/$/ping").statusCode()).isEqualTo(200);
        assertThat(SERVER.get("/$/metrics").body())
                .contains("fuseki_requests_good")
                .contains("jvm_memory");
        assertThat(SERVER.get("/$/metrics").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void prefixes_are_given_to_the_editor() {
        assertThat(JSON.parse(SERVER.get("/prefixes.json").body())
                        .get("zc")
                        .getAsString()
                        .value())
                .isEqualTo("https://w3id.org/zhice/ontology#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/queries/tasks-of-an-agency/more", "/queries/..%2f..%2fpom"})
    void nothing_else_is_served(String path) {
        HttpResponse<String> response = SERVER.get(path);

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void missing_page_is_told_in_chinese() {
        HttpResponse<String> page = SERVER.browse("/%E7%9F%A5%E7%AD%96", "Accept-Language", "zh");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("此处没有内容").contains("回到首页");
    }

    @Test
    void missing_page_of_another_method_is_a_problem_too() {
        assertThat(SERVER.send("PUT", "/nothing").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(SERVER.send("POST", "/healthz").statusCode()).isEqualTo(405);
    }
}
