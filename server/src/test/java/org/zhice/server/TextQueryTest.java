package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code text:query} in SPARQL: the language of Lucene, without its traps. */
class TextQueryTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    /** The prefix finds what its words find, a form what the usual form finds, a name that is no field is a word. */
    @ParameterizedTest
    @CsvSource({
        "商标法, 商标法*",
        "\"商标法\", 商标法*",
        "商标, 商标*",
        "商标法, 商標法",
        "\"部际联席\", 部际联席*",
        "管理, 管\uF9E4",
        "产权, 產權\u200B",
        "patent law, patent:law",
        "customs enforcement, customs/enforcement",
        "uri, uri:uri",
        "\"一章\" AND \"一章\", title:\"一章\"",
        "uri agency, uri :agency",
        "商标法, 商标法*^2",
        "\"中华人民\" AND \"共和国商标法\", \"中华人民共和国商标法\"",
        "\"植物新品种\" AND \"保护条例\", 中华人民共和国植物新品种保护条例*",
        "商标法 AND 中华人民共和国, 中华人民共和国商标法",
        "'customs', 'cust?ms'",
    })
    void both_find_the_same(String plain, String form) {
        assertThat(things(form)).isEqualTo(things(plain));
    }

    @Test
    void what_is_compared_finds_something() {
        assertThat(things("商标法*")).hasSize(4);
        assertThat(things("\"部际联席*\"")).isNotEmpty();
        assertThat(things("patent:law")).contains("https://w3id.org/zhice/id/instrument/patent-law");
        assertThat(things("\"中华人民共和国植物新品种保护条例\"")).hasSize(1);
        assertThat(things("\"中华人民共和国保护条例\"")).isEmpty();
        assertThat(things("kunl*")).contains("https://w3id.org/zhice/id/campaign/kunlun-2023");
        assertThat(things("ku?lun~ +2023 -龙腾")).contains("https://w3id.org/zhice/id/campaign/kunlun-2023");
        assertThat(things("lang:en")).hasSameSizeAs(things("en"));
    }

    @ParameterizedTest
    @CsvSource({
        "'专利法(修改', 6, at character 6",
        "'专利) 法', 3, at character 3",
        "'NOT', 3, at character 3",
        "'[a', 2, at character 2",
        "'a b\"c', 5, at character 5",
        "'uri:*', 5, star or question mark",
        "'*', 1, star or question mark",
        "'𠮷 *法', 3, star or question mark",
        "'专?法', 2, more than one word",
        "'专*法', 2, more than one word",
        "'专利A*', 4, more than one word",
        "'co-op*', 6, more than one word",
        "'商标法修改~', 6, more than one word",
        "'ur\\i:a', 5, no field",
        "'a -(ur\\i:b)', 9, no field",
        "'a TO [b', 7, at character 7",
        "'((((a)))', 8, at character 8",
        "'a\\', 2, at character 2",
    })
    void fault_is_told_with_its_text_and_place(String text, int position, String said) {
        HttpResponse<String> english = search(text);
        JsonObject problem = JSON.parse(english.body());

        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(problem.getString("text")).isEqualTo(text);
        assertThat(problem.get("position")).hasToString(String.valueOf(position));
        assertThat(problem.getString("detail")).contains("“" + text + "”", said);
        assertThat(JSON.parse(search(text, "Accept-Language", "zh").body()).getString("detail"))
                .startsWith("搜索文字");
    }

    /** Brackets, quotation marks and operators without end: an answer or a word, and soon. */
    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200, 1_000, 5_000})
    void long_texts_are_answered_or_told(int length) {
        for (String text : List.of(
                "(".repeat(length / 2 - 1) + "a" + ")".repeat(length / 2 - 1),
                "a ".repeat(length / 2),
                "a OR ".repeat(length / 5 - 1) + "a",
                "\"" + "专利".repeat(length / 2 - 1) + "\"",
                "专利".repeat(length / 2),
                "国家".repeat(length / 2 - 1) + "*",
                "\"" + "\\\"".repeat(length / 2 - 1) + "\"",
                "ab~ ".repeat(length / 4),
                "[a TO b] ".repeat(length / 9),
                "a:".repeat(length / 2))) {
            HttpResponse<String> response = search(text);
            assertThat(response.statusCode()).as(text).isIn(length > 200 ? List.of(400, 414) : List.of(200));
            assertThat(response.body()).doesNotContain("Exception");
        }
    }

    @Test
    void many_wildcards_are_refused() {
        assertThat(search("a* ".repeat(8)).statusCode()).isEqualTo(200);
        assertThat(JSON.parse(search("a* ".repeat(9)).body()).getString("detail"))
                .contains("at most 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"('商标法*' 2)", "(<http://www.w3.org/2004/02/skos/core#prefLabel> '商标法*' 5 'lang:zh')"})
    void other_arguments_stay_as_they_are(String arguments) {
        String query = "PREFIX text: <http://jena.apache.org/text#> SELECT ?s { ?s text:query " + arguments + " }";
        HttpResponse<String> response = get(query);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body().lines().count()).isGreaterThan(1);
    }

    private static List<String> things(String text) {
        HttpResponse<String> response = search(text);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().skip(1).sorted().toList();
    }

    private static HttpResponse<String> search(String text, String... headers) {
        String literal = text.replace("\\", "\\\\").replace("'", "\\'");
        return get("""
                PREFIX text: <http://jena.apache.org/text#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX zc: <https://w3id.org/zhice/ontology#>
                SELECT DISTINCT ?s { ?s text:query (skos:prefLabel skos:altLabel zc:title '%s')
                  FILTER(STRSTARTS(STR(?s), "https://w3id.org/zhice/id/")) }""".formatted(literal), headers);
    }

    private static HttpResponse<String> get(String query, String... headers) {
        String[] all = Stream.concat(Stream.of("Accept", "text/csv"), Stream.of(headers))
                .toArray(String[]::new);
        return SERVER.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), all);
    }
}
