package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String TASKS = "/queries/tasks-of-an-agency";

    @ParameterizedTest
    @ValueSource(strings = {"/queries", "/queries?format=json"})
    void list_tells_programs_what_there_is(String path) {
        HttpResponse<String> response = SERVER.get(path);

        assertThat(type(response)).isEqualTo("application/json");
        JsonArray queries = JSON.parseAny(response.body()).getAsArray();
        JsonObject tasks = queries.get(6).getAsObject();
        assertThat(queries).hasSize(10);
        assertThat(text(tasks, "id")).isEqualTo("tasks-of-an-agency");
        assertThat(text(tasks.get("title").getAsObject(), "zh")).isEqualTo("部门牵头的任务");
        assertThat(text(tasks.get("parameters").getAsArray().get(0).getAsObject(), "type"))
                .isEqualTo("agency");
        assertThat(tasks.get("tags").getAsArray()).hasSize(1);
    }

    @Test
    void list_shows_questions_to_people() {
        assertThat(SERVER.browse("/queries").body())
                .contains("<a href=\"/queries/tasks-of-an-agency\">Tasks that an agency leads</a>");
        assertThat(SERVER.browse("/queries?lang=zh").body()).contains("某部门某年牵头哪些任务？");
        problem(SERVER.get("/queries?format=csv"), 400);
        problem(SERVER.get("/queries", "Accept", "image/png"), 406);
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/sparql-results+json, '\"value\": \"保护𠮷氏品种\"'",
        "xml, application/sparql-results+xml, '保护𠮷氏品种'",
        "csv, text/csv; charset=utf-8, '2023,https://w3id.org/zhice/id/task/2023-002,Protect the Ji variety,保护𠮷氏品种'",
        "tsv, text/tab-separated-values; charset=utf-8, '\"保护𠮷氏品种\"@zh'",
        "rq, application/sparql-query; charset=utf-8, '#+ summary: Tasks that an agency leads'"
    })
    void answer_has_each_form_by_name_and_by_accept(String format, String type, String expected) {
        HttpResponse<String> named = SERVER.get(TASKS + "?agency=cnipa&year=2023&format=" + format);
        HttpResponse<String> accepted =
                SERVER.get(TASKS + "?agency=cnipa&year=2023", "Accept", type.replaceFirst(";.*", ""));

        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(type(named)).isEqualToIgnoringCase(type);
        assertThat(named.body()).contains(expected);
        assertThat(accepted.body()).isEqualTo(named.body());
        assertThat(accepted.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
        assertThat(accepted.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void program_without_wishes_gets_json() {
        assertThat(type(SERVER.get(TASKS))).isEqualTo("application/sparql-results+json");
    }

    @Test
    void head_is_get_without_content() {
        HttpResponse<String> response = SERVER.send("HEAD", TASKS, "Accept", "text/csv");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(type(response)).startsWith("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?agency=国家知识产权局", "?agency=國家知識產權局", "?agency=CNIPA", "", "?agency=&year="})
    void agency_is_taken_by_name_or_default(String parameters) {
        String path = TASKS + parameters.replace("国家知识产权局", encoded("国家知识产权局")).replace("國家知識產權局", encoded("國家知識產權局"));

        assertThat(SERVER.get(path, "Accept", "text/csv").body().lines()).hasSize(4);
    }

    @Test
    void bad_value_is_refused_with_what_is_allowed() {
        JsonObject problem = problem(SERVER.get(TASKS + "?agency=cnipa&year=" + encoded("二〇二三")), 400);

        assertThat(text(problem, "type")).isEqualTo("https://w3id.org/zhice/problem/parameter-no-match");
        assertThat(text(problem, "parameter")).isEqualTo("year");
        assertThat(text(problem, "found")).isEqualTo("二〇二三");
        assertThat(text(problem, "expected")).isEqualTo("a year of the graph");
        assertThat(text(problem, "instance")).isEqualTo(TASKS);
        assertThat(problem.get("allowed").getAsArray())
                .extracting(choice -> text(choice.getAsObject(), "id"))
                .containsExactly("2019", "2023", "2024");
    }

    @Test
    void bad_agency_is_refused_with_ids_and_names() {
        JsonObject problem = problem(SERVER.get(TASKS + "?agency=" + encoded("没有这个局")), 400);

        JsonObject first = problem.get("allowed").getAsArray().get(0).getAsObject();
        assertThat(text(first, "id")).isEqualTo("cnipa");
        assertThat(text(first, "en")).isEqualTo("China National Intellectual Property Administration");
        assertThat(text(first, "zh")).isEqualTo("国家知识产权局");
        assertThat(text(problem, "detail")).contains("没有这个局");
    }

    @Test
    void unknown_and_repeated_parameters_are_refused() {
        String unknown = TASKS + "?ministry=" + encoded("𠮷");
        assertThat(text(problem(SERVER.get(unknown), 400), "detail"))
                .isEqualTo("There is no parameter “ministry” here; possible are: agency, year.");
        assertThat(text(problem(SERVER.get(unknown, "Accept-Language", "zh"), 400), "detail"))
                .isEqualTo("此处没有参数“ministry”；可用的是：agency, year。");
        problem(SERVER.get(TASKS + "?agency=cnipa&agency=mps"), 400);
        problem(SERVER.get("/queries/words"), 400);
    }

    @Test
    void unknown_query_is_not_found_in_both_languages() {
        String path = "/queries/" + encoded("没有的查询𠮷");

        JsonObject english = problem(SERVER.get(path), 404);
        JsonObject chinese = problem(SERVER.get(path, "Accept-Language", "zh"), 404);
        HttpResponse<String> page = SERVER.browse(path, "Accept-Language", "zh-Hans-CN, en;q=0.3");

        assertThat(text(english, "detail")).isEqualTo("There is no saved query “没有的查询𠮷”.");
        assertThat(text(chinese, "detail")).isEqualTo("没有名为“没有的查询𠮷”的常用查询。");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"zh\">").contains("没有名为“没有的查询𠮷”的常用查询。");
    }

    @Test
    void wrong_form_is_refused_with_the_possible_ones() {
        assertThat(text(problem(SERVER.get(TASKS + "?format=pdf"), 400), "detail"))
                .contains("json, csv, tsv, xml, ttl, jsonld, xlsx, rq, html");
        assertThat(text(problem(SERVER.get(TASKS, "Accept", "image/png"), 406), "detail"))
                .contains("text/csv");
    }

    @Test
    void other_methods_are_refused() {
        HttpResponse<String> response = SERVER.send("DELETE", TASKS);

        problem(response, 405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void answer_beyond_the_limit_is_a_problem_and_never_half_an_answer() {
        HttpResponse<String> response = SERVER.get("/queries/too-many?format=csv");

        problem(response, 422);
        assertThat(response.headers().firstValue("Zhice-Row-Limit")).contains("100000");
        assertThat(SERVER.browse("/queries/too-many").body()).contains("more than 100,000 rows");
    }

    @Test
    void answer_that_takes_too_long_is_a_clean_error() {
        HttpResponse<String> response = SERVER.get("/queries/slow?format=csv");

        problem(response, 503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(SERVER.browse("/queries/slow", "Accept-Language", "zh").body())
                .contains("查询超过 2 秒，已停止。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                "\\",
                "{",
                "}",
                "}}",
                "#",
                "<",
                ">",
                "<script>alert(1)</script>",
                "\n",
                "\r\nSet-Cookie: a=b",
                "\u0000",
                "\uFFFF",
                "${1+1}",
                "<#include x>",
                "?x",
                "𠮷",
                "%",
                "a\" ) } DROP ALL #",
                "../../etc/passwd",
                "=cmd()"
            })
    void hostile_text_is_only_text(String text) {
        for (String query : new String[] {"/queries/words?word=", TASKS + "?agency=", TASKS + "?year=", TASKS + "?"}) {
            HttpResponse<String> program = SERVER.get(query + encoded(text));
            HttpResponse<String> browser = SERVER.browse(query + encoded(text));

            assertThat(program.statusCode()).isIn(200, 400);
            assertThat(browser.statusCode()).isIn(200, 400);
            assertThat(browser.body()).doesNotContain("<script>alert");
            assertThat(browser.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ";", "text/html;q=x", "*", "text/", ",,,", "text/csv;q=2", "a/b/c"})
    void odd_wishes_are_no_failure(String accept) {
        for (String path : new String[] {"/queries", TASKS, "/sparql", "/nothing"}) {
            assertThat(SERVER.get(path, "Accept", accept).statusCode()).isLessThan(500);
        }
    }

    @Test
    void text_of_a_megabyte_is_refused_before_it_is_read() {
        assertThat(SERVER.get("/queries/words?word=" + "x".repeat(1 << 20)).statusCode())
                .isIn(400, 414, 431);
    }

    @Test
    void language_parameter_cannot_bring_headers() {
        HttpResponse<String> response = SERVER.browse("/queries?lang=zh%0d%0aSet-Cookie:a=b");

        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void page_shows_form_and_answer_by_names() {
        HttpResponse<String> response = SERVER.browse(TASKS + "?agency=cnipa&year=2023");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("<h1>Tasks that an agency leads</h1>")
                .contains(
                        "<option value=\"cnipa\" selected>China National Intellectual Property Administration</option>")
                .contains("<option value=\"2023\" selected>2023</option>")
                .contains("<th scope=\"col\">Title</th>")
                .contains(">Protect the Ji variety</a>")
                .contains("download=\"tasks-of-an-agency.csv\"")
                .contains("?agency=cnipa&amp;year=2023&amp;format=csv")
                .contains("href=\"/sparql#query=PREFIX")
                .doesNotContain("<th scope=\"col\">agency en");
    }

    @Test
    void page_in_chinese_shows_chinese_names_and_is_remembered() {
        HttpResponse<String> response = SERVER.browse(TASKS + "?agency=mps&lang=zh");

        assertThat(response.body())
                .contains("<html lang=\"zh\">")
                .contains("<option value=\"mps\" selected>公安部</option>")
                .contains(">专项执法</a>")
                .contains("href=\"?agency=mps&amp;lang=en\"")
                .doesNotContain("Ministry of Public Security");
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("lang=zh; Path=/");
        assertThat(SERVER.browse(TASKS, "Cookie", "a=b; lang=zh").body()).contains("<html lang=\"zh\">");
    }

    @Test
    void page_with_a_bad_value_says_so_beside_the_form() {
        HttpResponse<String> response = SERVER.browse(TASKS + "?agency=nobody");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("<p class=\"wrong\">")
                .contains("there is no value “nobody”")
                .contains("<option value=\"mps\">");
    }

    @Test
    void page_shows_units_by_name_and_groups_digits_but_not_of_years() {
        assertThat(SERVER.browse("/queries/figures").body())
                .contains(
                        "<td class=\"number\">2023</td><td class=\"short\" data-value=\"2022-12-31\">31 Dec 2022</td>")
                .contains("<td class=\"number\" data-value=\"486880000000\">486,880,000,000</td>")
                .contains("<td class=\"number\" data-value=\"798000\">798,000</td>")
                .contains("<td class=\"number\">16.5</td>")
                .contains("<a href=\"http://qudt.org/vocab/unit/CCY_CNY\">yuan</a>")
                .contains("<a href=\"http://qudt.org/vocab/unit/MO_MeanGREGORIAN\">months</a>");
        assertThat(SERVER.browse("/queries/figures?lang=zh").body())
                .contains(">元</a>")
                .contains(">个月</a>")
                .contains(">计数</a>")
                .contains("data-value=\"486880000000\">4868.8亿<")
                .contains(">79.8万<");
        assertThat(SERVER.get("/queries/figures?format=csv").body())
                .contains("486880000000")
                .contains("http://qudt.org/vocab/unit/CCY_CNY");
    }

    @Test
    void page_says_what_is_expected_and_what_it_rests_on() {
        assertThat(SERVER.browse("/queries/figures").body())
                .contains("<p>The made-up graph of the tests</p>")
                .contains("Rows expected: 3");
        assertThat(SERVER.browse(TASKS + "?lang=zh").body())
                .contains("<p>测试所用的虚构图谱。</p>")
                .contains("本页初次打开时应得的结果")
                .contains("<summary>tasks-of-an-agency.expected.csv</summary>")
                .contains("2023,保护𠮷氏品种");
    }

    @Test
    void list_tells_programs_what_is_expected() {
        JsonArray queries = JSON.parseAny(SERVER.get("/queries").body()).getAsArray();
        JsonObject figures = queries.get(2).getAsObject();

        assertThat(text(figures, "expect")).isEqualTo("3");
        assertThat(text(figures.get("restsOn").getAsObject(), "zh")).isEqualTo("测试所用的虚构图谱");
    }

    @Test
    void page_that_needs_a_value_opens_with_the_form() {
        HttpResponse<String> response = SERVER.browse("/queries/words");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("name=\"word\"").doesNotContain("role=\"alert\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static String text(JsonObject object, String key) {
        JsonValue value = object.get(key);
        return value.getAsString().value();
    }

    private static JsonObject problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(type(response)).isEqualTo("application/problem+json");
        return JSON.parse(response.body());
    }
}
