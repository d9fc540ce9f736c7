package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsing by facets, over the made-up graph: what is expected is counted in it by hand. */
class ExploreTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @RegisterExtension
    static final TestServer SMALL = new TestServer().with("limit:rows 5");

    /** A task of 2024 for an agency with a rare character in its name, about a topic below another. */
    @BeforeAll
    static void a_further_task() {
        SERVER.swap("""
                PREFIX zc: <https://w3id.org/zhice/ontology#>
                PREFIX act: <https://w3id.org/zhice/id/act/>
                PREFIX agency: <https://w3id.org/zhice/id/agency/>
                PREFIX c: <https://w3id.org/zhice/concept/>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX document: <https://w3id.org/zhice/id/document/>
                PREFIX g: <https://w3id.org/zhice/graph/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX task: <https://w3id.org/zhice/id/task/>
                PREFIX topic: <https://w3id.org/zhice/id/topic/>
                g:concepts {
                  c:action-type-amend a skos:Concept ; skos:prefLabel "amend"@en , "修改"@zh .
                  c:commitment-advance a skos:Concept ; skos:prefLabel "advance"@en , "推进"@zh .
                  c:commitment-complete a skos:Concept ; skos:prefLabel "complete"@en , "完成"@zh .
                  c:commitment-study-first a skos:Concept ; skos:prefLabel "study first"@en , "研究"@zh .
                  c:act-type-train a skos:Concept ; skos:prefLabel "train"@en , "培训"@zh .
                  c:act-type-build a skos:Concept ; skos:prefLabel "build"@en , "建设"@zh .
                  c:metric-kind-flow a skos:Concept ; skos:prefLabel "flow"@en , "流量"@zh .
                }
                g:source-plan-2024 {
                  agency:ji a zc:Agency ; skos:prefLabel "𠮷林局"@zh , "Ji bureau; \\"Lin\\" & <b>"@en .
                  task:2024-003 a zc:Task ; zc:inPlan document:plan-2024 ; zc:taskNumber 3 ; dcterms:subject topic:customs ;
                    zc:title "𠮷品入关"@zh , "Ji goods at the border"@en ;
                    zc:leadAgency agency:ji ; zc:participatingAgency agency:gacc , agency:mps ;
                    zc:responsibleAgency agency:ji , agency:gacc , agency:mps ; zc:hasActionItem act:2024-003-1 , act:2024-003-2 .
                  act:2024-003-1 a zc:ImplementingAction ; zc:ordinal 1 ; zc:actionType c:act-type-train ;
                    zc:commitmentLevel c:commitment-advance ; zc:verbPhrase "推进𠮷…培训" .
                  act:2024-003-2 a zc:ImplementingAction ; zc:ordinal 2 ; zc:actionType c:act-type-build ;
                    zc:commitmentLevel c:commitment-complete ; zc:verbPhrase "建成" ; zc:concerns agency:gacc .
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 2019-001 2019-002 2023-001 2023-002 2023-003 2024-001 2024-002 2024-003",
                "&agency=cnipa | 2019-001 2023-001 2023-002 2023-003 2024-001",
                "&agency=cnipa&role=lead | 2019-001 2023-001 2023-002",
                "&agency=cnipa&role=lead&plan=plan-2023 | 2023-001 2023-002",
                "&role=participating&agency=cnipa&role=lead | 2019-001 2023-001 2023-002 2023-003 2024-001",
                "&plan=plan-2019&plan=plan-2024&agency=moara&agency=gacc | 2019-002 2024-001 2024-003",
                "&commitment=advance&instrument=trademark-law | 2023-001",
                "&commitment=complete&commitment=study-first | 2019-001 2024-001",
                "&topic=enforcement | 2024-003",
                "&work=build&work=train | 2024-003",
                "&work=build&act=amend | ''",
                "&campaign=kunlun | 2023-003",
                "&campaign=kunlun&plan=plan-2019 | ''",
                "&agency=%E2%80%8Bji%C2%A0 | 2024-003",
                "&agency=&plan= | 2019-001 2019-002 2023-001 2023-002 2023-003 2024-001 2024-002 2024-003",
            })
    void the_list_the_table_for_programs_and_the_query_have_the_same_rows(String choice, String tasks) {
        List<String> expected =
                tasks.isEmpty() ? List.of() : Stream.of(tasks.split(" ")).toList();
        JsonObject json = json(choice);
        String csv = get("/explore?kind=task" + choice + "&format=csv");
        String sparql = json.getString("sparql");

        assertThat(json.get("total")).hasToString(String.valueOf(expected.size()));
        assertThat(ids(json)).isEqualTo(expected);
        assertThat(csv.lines().skip(1).map(row -> row.replaceFirst(",.*", "").replaceFirst(".*/", "")))
                .isEqualTo(expected);
        assertThat(SERVER.post("/sparql", "application/sparql-query", sparql, "Accept", "text/csv")
                        .body())
                .isEqualTo(csv);
        assertThat(get("/explore?kind=task" + choice + "&format=rq")).isEqualTo(sparql);
    }

    @Test
    void counts_follow_what_is_chosen_in_other_facets() {
        JsonObject all = json("");
        assertThat(counts(all, "plan")).isEqualTo(Map.of("plan-2019", 2, "plan-2023", 3, "plan-2024", 3));
        assertThat(counts(all, "agency"))
                .isEqualTo(Map.of("cnipa", 5, "moara", 2, "gacc", 2, "mps", 2, "ip-joint-conference", 1, "ji", 1));
        assertThat(counts(all, "role")).isEqualTo(Map.of("lead", 8, "participating", 4));
        assertThat(counts(all, "topic")).isEqualTo(Map.of("customs", 1, "enforcement", 1));
        assertThat(counts(all, "act")).isEqualTo(Map.of("amend", 4));
        assertThat(counts(all, "commitment")).isEqualTo(Map.of("study-first", 1, "advance", 2, "complete", 1));
        assertThat(counts(all, "campaign")).isEqualTo(Map.of("kunlun", 1, "longteng", 1));

        JsonObject chosen = json("&agency=cnipa&commitment=advance");
        assertThat(counts(chosen, "plan")).isEqualTo(Map.of("plan-2023", 2));
        assertThat(counts(chosen, "agency")).isEqualTo(Map.of("cnipa", 2, "moara", 1));
        assertThat(counts(chosen, "role")).isEqualTo(Map.of("lead", 2));
        assertThat(counts(chosen, "commitment")).isEqualTo(Map.of("study-first", 1, "advance", 2, "complete", 1));
        assertThat(counts(chosen, "instrument")).isEqualTo(Map.of("trademark-law", 1, "plant-variety-regulation", 1));
        assertThat(counts(chosen, "campaign")).isEmpty();
    }

    @Test
    void counts_are_those_of_the_query_beside_them() {
        String query = query(browse("/explore?agency=cnipa&commitment=advance"), "SPARQL of these counts: Agency");

        assertThat(SERVER.post("/sparql", "application/sparql-query", query, "Accept", "text/csv")
                        .body()
                        .lines())
                .containsExactly(
                        "agency,count",
                        "https://w3id.org/zhice/id/agency/cnipa,2",
                        "https://w3id.org/zhice/id/agency/moara,1");
    }

    @Test
    void what_is_chosen_stays_where_another_kind_has_it_too() {
        assertThat(browse("/explore?agency=cnipa&campaign=kunlun&view=network"))
                .contains("href=\"/explore?kind=item&amp;view=network&amp;agency=cnipa\"")
                .contains("href=\"/explore?kind=statement&amp;agency=cnipa\"");
    }

    /** Beside the two acts the graph has four of law-making, which are measures on laws. */
    @Test
    void acts_are_found_with_their_words_and_objects() {
        JsonObject acts = json("act", "&agency=mps&role=participating");

        assertThat(counts(acts, "work")).isEqualTo(Map.of("train", 1, "build", 1));
        assertThat(counts(acts, "commitment")).isEqualTo(Map.of("advance", 1, "complete", 1));
        assertThat(get("/explore?kind=act&work=build&format=csv").lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("https://w3id.org/zhice/id/act/2024-003-2,build,建设,2024,")
                .contains(",建成,https://w3id.org/zhice/id/agency/gacc,");
        assertThat(browse("/explore?kind=act&lang=zh"))
                .contains("实施举措：2 项", "推进𠮷…培训", "<a href=\"/id/agency/gacc\">海关总署</a>");
    }

    @Test
    void other_things_are_counted_too() {
        assertThat(counts(json("item", ""), "commitment"))
                .isEqualTo(Map.of("study-first", 1, "advance", 2, "complete", 1));
        assertThat(counts(json("instrument", ""), "act")).isEqualTo(Map.of("amend", 2));
        assertThat(counts(json("statement", ""), "year")).isEqualTo(Map.of("2022", 3));
        assertThat(counts(json("statement", "&measure=flow"), "metric"))
                .isEqualTo(Map.of("invention-patents-granted", 1, "ip-pledge-financing", 1));
        assertThat(counts(json("statement", "&year=2021"), "metric")).isEmpty();
    }

    @Test
    void the_page_reads_without_script_and_a_choice_is_one_link() {
        String page = browse("/explore?agency=ji&role=lead");
        assertThat(page)
                .contains("<h2 id=\"result\">Tasks: 1</h2>")
                .contains("<a href=\"/id/task/2024-003\" lang=\"en\">Ji goods at the border</a>")
                .contains("Ji bureau; \"Lin\" &amp; &lt;b&gt; <span aria-hidden=\"true\">×</span>")
                .contains(
                        "<a href=\"/explore?kind=task&amp;role=lead\" aria-current=\"true\" aria-label=\"Take away: Agency: ")
                .contains("<h3 id=\"by-agency\">Agency</h3>")
                .contains("href=\"/explore?kind=task&amp;plan=plan-2024&amp;agency=ji&amp;role=lead\"")
                .contains("<a class=\"editor\" href=\"/sparql#query=%23%20Tasks%3B")
                .contains("# Tasks; Agency: Ji bureau; \"Lin\" &amp; &lt;b&gt;; Role: Lead agency\n")
                .doesNotContain("<script", "<b>;");
        String chinese = browse("/explore?agency=ji&view=table&lang=zh");
        assertThat(chinese)
                .contains("任务：1 项", "部门：𠮷林局 <span", "𠮷品入关", "参与部门")
                .contains("href=\"?agency=ji&amp;view=table&amp;lang=en\"");
    }

    @Test
    void a_result_is_drawn_from_its_table() {
        assertThat(table("view=chart")).containsExactly("2019 2", "2023 3", "2024 3");
        assertThat(table("view=chart&by=commitment&agency=cnipa"))
                .containsExactly("Advance 0 2 0", "Complete 0 0 1", "Study first 1 0 0");
        assertThat(table("view=timeline&by=agency&agency=ji&agency=moara")).containsExactly("2023 1 0", "2024 1 1");
        assertThat(table("view=network&topic=customs"))
                .containsExactly(
                        "General Administration of Customs Ji bureau; \"Lin\" &amp; &lt;b&gt; 1",
                        "General Administration of Customs Ministry of Public Security 1",
                        "Ji bureau; \"Lin\" &amp; &lt;b&gt; Ministry of Public Security 1");
        assertThat(browse("/explore?view=chart")).contains("data-chart=\"bar\"", "data-role=\"x\"", "/static/chart.");
        assertThat(browse("/explore?view=chart&topic=customs&campaign=kunlun")).contains("Nothing has all of this");
    }

    /** Of six agencies: by parts of a name in either language, by an id, by another name that two have, by nothing. What is chosen stays in sight. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find=MINISTRY | Ministry of Agriculture and Rural Affairs 2, Ministry of Public Security 2 | 2 of 6",
                "find=public+MPS | Ministry of Public Security 2 | 1 of 6",
                "find=%F0%A0%AE%B7%E6%9E%97 | Ji bureau; \"Lin\" &amp; &lt;b&gt; 1 | 1 of 6",
                "find=%E5%85%AC%E5%AE%89&agency=ji | Ministry of Public Security 2, ✓ Ji bureau; \"Lin\" &amp; &lt;b&gt; 1 | 1 of 6",
                "find=%E5%90%8C%E5%90%8D%E5%B1%80+public | Ministry of Public Security 2 | 1 of 6",
                "find=%3Cb%3E%F0%A0%AE%B7%F0%A0%AE%B7 | '' | No name has “&lt;b&gt;𠮷𠮷” in it",
            })
    void values_of_a_facet_are_found_by_a_part_of_their_names(String query, String values, String said) {
        String page = browse("/explore?all=agency&" + query);
        String facet = page.substring(page.indexOf("<h3 id=\"by-agency\">"), page.indexOf("<h3 id=\"by-role\">"));

        assertThat(Pattern.compile("<li>(.*?)</li>")
                        .matcher(facet)
                        .results()
                        .map(value -> value.group(1).replaceAll("<[^>]*>", ""))
                        .toList())
                .isEqualTo(values.isEmpty() ? List.of() : List.of(values.split(", ")));
        assertThat(facet).contains(said, "<input type=\"hidden\" name=\"all\" value=\"agency\">");
    }

    /** A choice made among what was found leaves it found; other ways to see the result do too. */
    @Test
    void what_is_looked_for_in_a_facet_stays_in_the_address() {
        assertThat(browse("/explore?all=agency&find=public&view=table"))
                .contains("href=\"/explore?kind=task&amp;view=table&amp;all=agency&amp;find=public&amp;agency=mps\"")
                .contains("href=\"/explore?kind=task&amp;view=table#by-agency\"")
                .contains("href=\"/explore?kind=task&amp;all=agency&amp;find=public\"");
    }

    @Test
    void what_is_not_whole_is_told() {
        assertThat(SMALL.browse("/explore").body()).contains("lists and counts are not whole");
        assertThat(JSON.parse(SMALL.get("/explore?agency=cnipa").body()).get("whole"))
                .hasToString("false");
        assertThat(browse("/explore")).doesNotContain("not whole");
    }

    @Test
    void equal_choices_have_one_address() {
        assertThat(browse("/explore?plan=plan-2024&agency=moara&agency=gacc&view=table"))
                .contains("href=\"/explore?kind=task&amp;plan=plan-2024&amp;agency=gacc&amp;agency=moara\"");
    }

    @Test
    void pages_part_the_result() {
        String page = browse("/explore?page-size=3&page=2");
        assertThat(page).contains("2 / 3", "/id/task/2023-002\" lang").doesNotContain("/id/task/2024-002\" lang");
        assertThat(page)
                .contains("href=\"/explore?kind=task&amp;page-size=3\" rel=\"prev\"")
                .contains("href=\"/explore?kind=task&amp;page=3&amp;page-size=3\" rel=\"next\"");
        assertThat(ids(json("&page-size=3&page=3"))).containsExactly("2024-002", "2024-003");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agency=cnpia | “agency” cannot be “cnpia”; expected cnipa, gacc, ip-joint-conference, ji, moara, mps.",
                "role=boss | “role” cannot be “boss”; expected lead, participating.",
                "kind=unicorn | “kind” cannot be “unicorn”; expected task, act, item, instrument, statement.",
                "view=map | “view” cannot be “map”; expected list, table, chart, timeline, network.",
                "kind=statement&view=network | “view” cannot be “network”; expected list, table, chart, timeline.",
                "kind=statement&year=20 | “year” cannot be “20”; expected 1000–9999.",
                "page=4 | “page” cannot be “4”; expected 1–1.",
                "find=cnipa | “find” looks among the values of one list; say by “all” which, such as all=agency.",
                "page=x | “page” cannot be “x”; expected 1–1000000.",
                "view=list&view=table | The parameter “view” is given more than once.",
            })
    void what_cannot_be_is_told(String query, String detail) {
        HttpResponse<String> refused = SERVER.get("/explore?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.parse(refused.body()).getString("detail")).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics=customs",
                "kind=statement&campaign=kunlun",
                "agency=%F0%A0%AE%B7",
                "agency=ji%22%7D%20DROP",
                "by=colour",
                "all=kind",
                "format=xlsx"
            })
    void a_mistake_is_told_in_the_language_of_the_reader(String query) {
        HttpResponse<String> english = SERVER.get("/explore?" + query);
        HttpResponse<String> chinese = SERVER.get("/explore?" + query, "Accept-Language", "zh-CN");

        assertThat(english.statusCode()).as(english.body()).isEqualTo(400);
        assertThat(JSON.parse(english.body()).getString("detail")).containsPattern("[a-z]");
        assertThat(JSON.parse(chinese.body()).getString("detail")).containsPattern("\\p{IsHan}");
    }

    private static String get(String path) {
        HttpResponse<String> response = SERVER.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String browse(String path) {
        HttpResponse<String> response = SERVER.browse(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static JsonObject json(String choice) {
        return json("task", choice);
    }

    private static JsonObject json(String kind, String choice) {
        return JSON.parse(get("/explore?kind=" + kind + choice + "&format=json"));
    }

    private static List<String> ids(JsonObject json) {
        return json.get("rows").getAsArray().stream()
                .map(row -> row.getAsObject().getString(json.getString("kind")).replaceFirst(".*/", ""))
                .toList();
    }

    private static Map<String, Integer> counts(JsonObject json, String facet) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        json.getObj("facets").get(facet).getAsArray().stream()
                .map(JsonValue::getAsObject)
                .forEach(value -> counts.put(
                        value.getString("value"),
                        value.get("count").getAsNumber().value().intValue()));
        return counts;
    }

    /** The query of a link to the editor. */
    private static String query(String page, String label) {
        Matcher link = Pattern.compile("href=\"/sparql#query=([^\"]+)\" aria-label=\"" + label + "\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        return URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
    }

    /** The cells of each row of the table that is drawn. */
    private static List<String> table(String query) {
        String page = browse("/explore?" + query);
        String body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
        return Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(row -> row.group(1).replaceAll("<[^>]*>", " ").strip().replaceAll(" +", " "))
                .toList();
    }
}
