package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    /** Whole names, short forms, both scripts, width, compatibility forms, radicals, marks that nobody sees, beginnings. */
    @ParameterizedTest
    @CsvSource({
        "国家知识产权局, agency:cnipa",
        "國家知識產權局, agency:cnipa",
        "国知局, agency:cnipa",
        "国知\u200B局\u00A0, agency:cnipa",
        "ｃｎｉｐａ, agency:cnipa",
        "公安部\uDB40\uDD00, agency:mps",
        "administration customs, agency:gacc",
        "商标法*, instrument:trademark-law",
        "中华人民共和国专利, instrument:patent-law",
        "patent:law, instrument:patent-law",
        "\u2F00章, section:2019-1",
        "昆仑2023, campaign:kunlun-2023",
        "\"昆仑\", campaign:kunlun-2023",
        "𠮷氏品种, initiative:variety-pilot",
        "没有的东西, ''",
        "uri:*, ''",
    })
    void right_thing_comes_first(String words, String thing) {
        JsonObject found = found("q=" + encode(words));

        assertThat(found.getObj("facets").keys()).contains("type", "year", "agency");
        List<String> ids = ids(found);
        assertThat(ids.isEmpty() ? "" : ids.get(0)).isEqualTo(thing);
    }

    /** Three tasks are about the Trademark Law: one of 2019 and one of 2023 that CNIPA leads, one of 2024 that it shares. */
    @Test
    void hits_are_counted_and_narrowed_by_kind_year_and_agency() {
        JsonObject all = found("q=" + encode("商标法"));
        assertThat(ids(all))
                .containsExactlyInAnyOrder(
                        "instrument:trademark-law", "task:2019-001", "task:2023-001", "task:2024-001");
        assertThat(counts(all, "type")).isEqualTo(Map.of("instrument", 1, "task", 3));
        assertThat(counts(all, "year")).isEqualTo(Map.of("2019", 2, "2023", 2, "2024", 2));
        assertThat(counts(all, "agency")).isEqualTo(Map.of("cnipa", 4, "moara", 3));

        JsonObject tasks = found("q=" + encode("商标法") + "&type=task&year=2023");
        assertThat(ids(tasks)).containsExactly("task:2023-001");
        assertThat(counts(tasks, "type")).isEqualTo(Map.of("instrument", 1, "task", 1));
        assertThat(counts(tasks, "year")).isEqualTo(Map.of("2019", 1, "2023", 1, "2024", 1));
        assertThat(counts(tasks, "agency")).isEqualTo(Map.of("cnipa", 1, "moara", 1));
        assertThat(ids(found("q=" + encode("商标法") + "&type=task&agency=moara")))
                .containsExactlyInAnyOrder("task:2023-001", "task:2024-001");
    }

    @Test
    void what_was_found_is_marked_where_it_stands() {
        JsonObject hit = hit(found("q=" + encode("商標 法") + "&type=task&year=2024"), 0);

        assertThat(hit.getString("text")).isEqualTo("完成商标法修改");
        assertThat(hit.get("highlight").getAsArray().stream()
                        .map(JsonValue::getAsObject)
                        .map(part -> (part.getBoolean("found") ? "+" : "-") + part.getString("text")))
                .containsExactly("-完成", "+商标法", "-修改");
        assertThat(hit.getString("url")).isEqualTo(SERVER.url("/id/task/2024-001"));
        assertThat(hit.getObj("label").getString("en")).isEqualTo("Complete the amendment of the Trademark Law");
    }

    /** Of four pairs the title has three: what is looked for stands in another order there. */
    @Test
    void most_words_are_enough_where_no_text_has_all() {
        JsonObject found = found("q=" + encode("商标法研究修改"));

        assertThat(found.getString("words")).isEqualTo("most");
        assertThat(ids(found)).contains("task:2024-001");
        assertThat(found("q=" + encode("商标法")).getString("words")).isEqualTo("all");
    }

    /** Of one name 叶审 is missing, since a word stands between; of the third more is. */
    @Test
    void after_the_one_name_that_has_all_comes_one_that_lacks_a_pair() {
        SERVER.swap("""
                PREFIX zc: <https://w3id.org/zhice/ontology#>
                PREFIX initiative: <https://w3id.org/zhice/id/initiative/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                <https://w3id.org/zhice/graph/reference> {
                  initiative:average a zc:Initiative ; skos:prefLabel "𠮷村高山茶叶平均审评周期"@zh .
                  initiative:best a zc:Initiative ; skos:prefLabel "名优高山茶叶审评周期"@zh .
                  initiative:other a zc:Initiative ; skos:prefLabel "高山茶叶平均采摘周期"@zh .
                }
                """);

        JsonObject found = found("q=" + encode("高山茶叶审评周期"));
        assertThat(ids(found)).containsExactly("initiative:best", "initiative:average");
        assertThat(ids(found("q=" + encode("高山茶叶")))).hasSize(3);
    }

    @Test
    void pages_part_the_hits() {
        JsonObject first = found("q=" + encode("商标法") + "&page-size=3");
        JsonObject second = found("q=" + encode("商标法") + "&page-size=3&page=2");

        assertThat(ids(first)).hasSize(3);
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
        assertThat(first.get("pages")).hasToString("2");
        assertThat(second.get("total")).hasToString("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=",
                "",
                "q=%2A%3F",
                "q=%2A%E6%B3%95",
                "q=%E6%B3%95&page=2",
                "q=%E6%B3%95&page=x",
                "q=%E6%B3%95&page-size=0",
                "q=%E6%B3%95&type=unicorn",
                "q=%E6%B3%95&year=1066",
                "q=%E6%B3%95&agency=%3Cscript%3E",
                "q=a&q=b",
                "q=%E6%B3%95&type=task&type=agency",
                "q=%E6%B3%95&format=csv"
            })
    void what_cannot_be_is_told_in_the_language_of_the_reader(String query) {
        HttpResponse<String> english = SERVER.get("/search?" + query);
        HttpResponse<String> chinese = SERVER.get("/search?" + query, "Accept-Language", "zh-CN");

        assertThat(english.statusCode()).as(english.body()).isEqualTo(400);
        assertThat(JSON.parse(english.body()).getString("detail")).matches("[\\x20-\\x7E–“”]+");
        assertThat(JSON.parse(chinese.body()).getString("detail")).containsPattern("\\p{IsHan}");
    }

    @Test
    void too_long_a_search_is_refused() {
        assertThat(SERVER.get("/search?q=" + "a".repeat(201)).statusCode()).isEqualTo(400);
    }

    @Test
    void page_reads_without_script_in_both_languages() {
        String page = SERVER.browse("/search?q=" + encode("商標法") + "&type=task").body();
        assertThat(page)
                .contains("3 found.")
                .contains("<a href=\"/id/task/2019-001\"")
                .contains("<mark>商标法</mark>")
                .contains("<input type=\"hidden\" name=\"type\" value=\"task\">")
                .contains("Laws and policies")
                .contains("China National Intellectual Property Administration")
                .doesNotContain("<script");
        String chinese = SERVER.browse("/search?q=trademark&lang=zh").body();
        assertThat(chinese)
                .contains("找到 5 项。")
                .contains("Amend the <mark>Trademark</mark> Law", "修改商标法")
                .contains("法律和政策");
        assertThat(SERVER.browse("/search").body()).contains("Words in English or Chinese");
    }

    @Test
    void what_was_typed_is_escaped() {
        assertThat(SERVER.browse("/search?q=" + encode("<b>商标\"")).body())
                .contains("&lt;b>商标&#34;")
                .doesNotContain("<b>商标");
    }

    @Test
    void every_page_has_the_menu_and_a_box() {
        for (String path : List.of("/", "/queries", "/coverage", "/sparql", "/search", "/nowhere")) {
            assertThat(SERVER.browse(path).body())
                    .contains("<form action=\"/search\" method=\"get\" role=\"search\">")
                    .contains(">Questions</a>", ">Things</a>", ">Ontology</a>", ">Dataset</a>", ">Coverage</a>");
        }
    }

    private static JsonObject found(String query) {
        HttpResponse<String> response = SERVER.get("/search?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.parse(response.body());
    }

    private static List<String> ids(JsonObject found) {
        return found.get("hits").getAsArray().stream()
                .map(hit -> hit.getAsObject().getString("id"))
                .toList();
    }

    private static JsonObject hit(JsonObject found, int index) {
        return found.get("hits").getAsArray().get(index).getAsObject();
    }

    private static Map<String, Integer> counts(JsonObject found, String facet) {
        Map<String, Integer> counts = new TreeMap<>();
        found.getObj("facets").get(facet).getAsArray().stream()
                .map(JsonValue::getAsObject)
                .forEach(value -> counts.put(
                        value.getString("value"),
                        value.get("count").getAsNumber().value().intValue()));
        return counts;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
