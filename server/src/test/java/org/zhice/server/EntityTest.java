package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of the graph over HTTP: where they lead, in which form, and what is told of those that lead nowhere. */
class EntityTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private static final String BASE = "https://w3id.org/zhice/";

    /** An agency that was given up in favour of another; what a text says; an address like one that breaks out of a page. */
    private static final String MORE = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            <https://w3id.org/zhice/graph/reference> {
              <https://w3id.org/zhice/id/agency/old> owl:deprecated true ;
                dcterms:isReplacedBy <https://w3id.org/zhice/id/agency/cnipa> ;
                prov:invalidatedAtTime "2026-11-30"^^xsd:date ;
                dcterms:description "the same as 𠮷局"@en , "与𠮷局相同"@zh .
              <https://w3id.org/zhice/id/agency/odd> a zc:Agency ;
                skos:prefLabel "</script><b>&\\"𠮷\\""@en , "“𠮷”<b>"@zh .
            }
            <https://w3id.org/zhice/graph/source-plan-2023> {
              <https://w3id.org/zhice/id/task/2023-001> zc:statedIn <https://w3id.org/zhice/id/passage/plan-2023-10-15> .
              <https://w3id.org/zhice/id/task/2023-002> zc:hasActionItem <https://w3id.org/zhice/id/act/2023-002-9> ,
                <https://w3id.org/zhice/id/act/2023-002-10> .
              <https://w3id.org/zhice/id/act/2023-002-9> a zc:ImplementingAction ; zc:ordinal 9 ; zc:verbPhrase "建立𠮷" ;
                zc:actionType <https://w3id.org/zhice/concept/act-type-build> ; zc:concerns <https://w3id.org/zhice/id/agency/odd> ;
                zc:commitmentLevel <https://w3id.org/zhice/concept/commitment-carry-out> .
              <https://w3id.org/zhice/id/act/2023-002-10> a zc:ImplementingAction ; zc:ordinal 10 ; zc:verbPhrase "培训" ;
                dcterms:description "𠮷班"@zh , "courses"@en .
              <https://w3id.org/zhice/concept/act-type-build> skos:prefLabel "build"@en , "建设"@zh .
              <https://w3id.org/zhice/concept/commitment-carry-out> skos:prefLabel "carry out"@en , "实施"@zh .
              <https://w3id.org/zhice/id/passage/plan-2023-10-15> a zc:Passage ; zc:charStart 10 ; zc:charEnd 15 ;
                zc:quote "改𠮷之法" ; oa:hasSource <https://w3id.org/zhice/id/source/plan-2023> .
            }
            """;

    @BeforeAll
    static void publish() {
        SERVER.swap(MORE);
    }

    private static HttpResponse<String> first(String path, String... headers) {
        try {
            return HTTP.send(SERVER.request(path, headers).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Graph parsed(String body, Lang lang) {
        return RDFParser.fromString(body, lang).toGraph();
    }

    private static Node iri(String path) {
        return NodeFactory.createURI(BASE + path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|ttl",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|html",
                "TEXT/HTML|html",
                "text/turtle;q=0.4, application/ld+json;q=0.5|jsonld",
                "text/turtle;q=0, application/ld+json;q=0.1|jsonld",
                "text/turtle;q=0, */*;q=0.1|jsonld",
                "application/n-triples|nt",
                "Application/RDF+XML|rdf",
                "application/json|json",
            })
    void a_name_leads_to_the_form_that_is_liked_best(String accept, String ending) {
        HttpResponse<String> response = first("/id/agency/cnipa?lang=zh", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(header(response, "Location")).isEqualTo("/id/agency/cnipa." + ending + "?lang=zh");
        assertThat(header(response, "Vary")).contains("Accept", "Accept-Language");
        assertThat(header(response, "Link"))
                .contains("<https://w3id.org/zhice/id/agency/cnipa>; rel=\"cite-as\"")
                .contains("</id/agency/cnipa.ttl>; rel=\"describedby\"")
                .contains("</id/agency/cnipa.nt>; rel=\"alternate\"; type=\"application/n-triples\"")
                .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
    }

    /** The tenth stands behind the ninth, in the language of the page; each leads to a page of its own, which tells its task. */
    @Test
    void acts_of_a_task_stand_in_its_order_and_a_thing_tells_what_is_done_to_it() {
        assertThat(SERVER.browse("/id/task/2023-002.html?lang=zh").body())
                .containsSubsequence(
                        "<a href=\"/id/act/2023-002-9\">建设 · 实施 · “𠮷”&lt;b&gt; · 9 · 建立𠮷</a>",
                        "<a href=\"/id/act/2023-002-10\">10 · 培训 · 𠮷班</a>");
        assertThat(SERVER.browse("/id/task/2023-002.html?lang=en").body())
                .containsPattern("> *10 · (courses · 培训|培训 · courses)</a>");
        assertThat(SERVER.browse("/id/act/2023-002-9.html?lang=en").body())
                .contains("implementing action 2023-002-9", "/id/task/2023-002", "建立𠮷");
        assertThat(SERVER.browse("/id/agency/odd.html?lang=en").body()).contains(": build (carry out)</div>");
    }

    @Test
    void who_likes_nothing_that_there_is_hears_what_there_is() {
        for (String accept : List.of("image/png", "text/html;q=0", "*/*;q=0")) {
            HttpResponse<String> response = first("/id/agency/cnipa", "Accept", accept);
            assertThat(response.statusCode()).as(accept).isEqualTo(406);
            assertThat(response.body()).contains("text/turtle");
        }
    }

    @ParameterizedTest
    @CsvSource({"concept/coverage-unit-task, task", "graph/source-plan-2023, Stated in: Plan for 2023"})
    void concepts_and_graphs_have_pages_and_data_too(String path, String name) {
        assertThat(SERVER.browse("/" + path).body()).contains("<h1>" + name + "</h1>");
        assertThat(parsed(SERVER.get("/" + path).body(), Lang.TURTLE).contains(iri(path), Node.ANY, Node.ANY))
                .isTrue();
    }

    @Test
    void all_forms_hold_the_same_statements() {
        Graph turtle = parsed(SERVER.get("/id/task/2023-001.ttl").body(), Lang.TURTLE);

        assertThat(turtle.contains(iri("id/responsibility/2023-001-2"), iri("ontology#heldBy"), iri("id/agency/moara")))
                .isTrue();
        assertThat(turtle.contains(
                        iri("id/agency/moara"), RDFS.label.asNode(), NodeFactory.createLiteralLang("农业农村部", "zh")))
                .isTrue();
        assertThat(parsed(SERVER.get("/id/task/2023-001.nt").body(), Lang.NTRIPLES)
                        .isIsomorphicWith(turtle))
                .isTrue();
        assertThat(parsed(SERVER.get("/id/task/2023-001.rdf").body(), Lang.RDFXML)
                        .isIsomorphicWith(turtle))
                .isTrue();
        for (String ending : List.of("jsonld", "json")) {
            assertThat(parsed(SERVER.get("/id/task/2023-001." + ending).body(), Lang.JSONLD)
                            .isIsomorphicWith(turtle))
                    .isTrue();
        }
        assertThat(header(SERVER.get("/id/task/2023-001.json"), "Content-Type")).isEqualTo("application/json");
    }

    @Test
    void what_has_no_name_bears_one_that_is_made_of_its_kind_and_its_id() {
        Graph graph = parsed(SERVER.get("/id/responsibility/2023-001-2.ttl").body(), Lang.TURTLE);

        assertThat(graph.find(iri("id/responsibility/2023-001-2"), RDFS.label.asNode(), Node.ANY)
                        .mapWith(label -> label.getObject().getLiteralLexicalForm())
                        .toList())
                .containsExactlyInAnyOrder("responsibility 2023-001-2", "责任关系 2023-001-2");
    }

    /** By the made-up graph: the area stands in three figures. */
    @Test
    void what_points_to_a_thing_is_counted() {
        Graph graph = parsed(SERVER.get("/id/area/cn.ttl").body(), Lang.TURTLE);

        assertThat(graph.find(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/hydra/core#totalItems"), Node.ANY)
                        .mapWith(total -> total.getObject().getLiteralValue())
                        .toList())
                .containsExactly(3);
    }

    @Test
    void pages_of_what_points_to_a_thing_come_one_after_the_other() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            links.append(
                    "<https://w3id.org/zhice/id/thing/%03d> <https://example.org/of> <https://w3id.org/zhice/id/area/cn> .\n"
                            .formatted(i));
        }
        SERVER.swap(MORE + "<https://w3id.org/zhice/graph/more> {" + links + "}");

        HttpResponse<String> one = SERVER.get("/id/area/cn.nt");
        HttpResponse<String> two = SERVER.get("/id/area/cn.nt?page=2");

        assertThat(one.body() + two.body()).contains("/id/thing/000>", "/id/thing/149>");
        assertThat(header(one, "Link")).contains("</id/area/cn.nt?page=2>; rel=\"next\"");
        assertThat(header(two, "Link"))
                .contains("</id/area/cn.nt>; rel=\"prev\"")
                .doesNotContain("next");
        assertThat(two.body())
                .contains("core#totalItems> \"153\"", "core#previous> <" + SERVER.url("/id/area/cn") + ">");
        assertThat(SERVER.browse("/id/area/cn").body()).contains("Things: 153", "/id/area/cn.html?page=2#mentions");
        for (String page : List.of("3", "0", "-1", "𠮷", "99999999999")) {
            assertThat(SERVER.get("/id/area/cn.ttl?page=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
                            .statusCode())
                    .as(page)
                    .isEqualTo(400);
        }
        SERVER.swap(MORE);
    }

    @ParameterizedTest
    @CsvSource({
        "id/agency/cnpia, id/agency/cnipa",
        "id/instrument/trademark-laws, id/instrument/trademark-law",
        "id/instrument/%E4%B8%93%E5%88%A9%E6%B3%95, id/instrument/patent-law",
        "id/task/trademark-law, id/instrument/trademark-law",
        "concept/coverage-unit-tusk.ttl, concept/coverage-unit-task",
    })
    void a_name_that_leads_nowhere_is_told_with_those_near_it(String wrong, String near) {
        HttpResponse<String> response = SERVER.get("/" + wrong);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(response.body()).contains("\"" + BASE + near + "\"");
        HttpResponse<String> page = SERVER.browse("/" + wrong, "Accept-Language", "zh");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有这个名称", "href=\"/" + near + "\"");
    }

    @ParameterizedTest
    @CsvSource({"id/agency/%3Cscript%3E", "id/agency/a%20b", "id/agency/..", "id/%22%7D", "graph/𠮷"})
    void what_can_be_no_name_leads_nowhere(String wrong) {
        assertThat(SERVER.get("/" + URI.create(wrong).toASCIIString()).statusCode())
                .isIn(400, 404);
    }

    @Test
    void a_name_that_was_given_up_names_its_successor() {
        for (String path : List.of("/id/agency/old", "/id/agency/old.ttl")) {
            HttpResponse<String> response = SERVER.get(path);
            JsonObject problem = JSON.parse(response.body());
            assertThat(response.statusCode()).isEqualTo(410);
            assertThat(problem.getString("successor")).isEqualTo(BASE + "id/agency/cnipa");
            assertThat(problem.getString("day")).isEqualTo("2026-11-30");
            assertThat(problem.getString("detail")).contains("the same as 𠮷局");
            assertThat(header(response, "Link")).isEqualTo("</id/agency/cnipa>; rel=\"successor-version\"");
        }
        HttpResponse<String> page = SERVER.browse("/id/agency/old?lang=zh");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("2026年11月30日", "与𠮷局相同", "href=\"/id/agency/cnipa\"");
    }

    @Test
    void a_page_shows_what_the_plans_say_year_by_year() {
        String page = SERVER.browse("/id/instrument/trademark-law").body();

        assertThat(page)
                .containsSubsequence(
                        "<h1>Trademark Law</h1>",
                        "<h3>2019</h3>",
                        "Amend the Trademark Law",
                        "China National Intellectual Property Administration",
                        "<h3>2023</h3>",
                        "<h3>2024</h3>",
                        "Complete the amendment of the Trademark Law");
        assertThat(page).contains("/sparql#query=", "href=\"/id/task/2019-001\"");
        assertThat(SERVER.browse("/id/instrument/trademark-law", "Accept-Language", "zh")
                        .body())
                .contains("<h1>中华人民共和国商标法</h1>", "历年计划的内容");
    }

    @Test
    void a_page_quotes_the_text_or_names_the_place() {
        assertThat(SERVER.browse("/id/task/2023-001").body())
                .contains("<blockquote lang=\"zh\">改𠮷之法</blockquote>", "characters 10–15");
        assertThat(SERVER.browse("/id/task/2023-002").body()).contains("Plan for 2023, task 2", "was not added");
        assertThat(SERVER.browse("/id/responsibility/2023-002-1").body()).contains("Plan for 2023, task 2");
        assertThat(SERVER.browse("/id/agency/cnipa").body()).doesNotContain("Where it is stated");
    }

    @Test
    void links_elsewhere_are_shown_with_what_they_rest_on() {
        assertThat(SERVER.browse("/id/agency/mps").body())
                .contains("href=\"http://www.wikidata.org/entity/Q0\"", "semapv/vocab/ManualMappingCuration");
    }

    @Test
    void what_a_page_says_to_search_engines_cannot_end_its_element() {
        String page = SERVER.browse("/id/agency/odd").body();
        String data = page.substring(page.indexOf("ld+json\">") + 9, page.indexOf("</script>"));

        assertThat(JSON.parse(data).getString("@type")).isEqualTo("GovernmentOrganization");
        assertThat(JSON.parse(data).getString("name")).isEqualTo("</script><b>&\"𠮷\"");
        assertThat(page).contains("<h1>&lt;/script&gt;&lt;b&gt;&amp;\"𠮷\"</h1>");
        assertThat(SERVER.browse("/id/instrument/patent-law").body()).contains("\"@type\" : \"Legislation\"");
    }

    @Test
    void a_thing_is_cited_in_the_forms_of_bibliographies() {
        assertThat(SERVER.get("/id/agency/odd.bib").body())
                .contains(
                        "@misc{zhice-agency-odd,",
                        "title = {{</script><b>\\&\"𠮷\"}}",
                        "url = {" + BASE + "id/agency/odd}");
        assertThat(SERVER.get("/id/agency/cnipa.ris?lang=zh").body())
                .startsWith("TY  - DATA\r\n")
                .contains("TI  - 国家知识产权局\r\n")
                .endsWith("ER  - \r\n");
        JsonObject item = JSON.parseAny(SERVER.get("/id/agency/cnipa.csl.json").body())
                .getAsArray()
                .get(0)
                .getAsObject();
        assertThat(item.getString("type")).isEqualTo("dataset");
        assertThat(item.getString("version")).startsWith("build-");
        assertThat(item.get("issued").toString()).containsPattern("\\[\\s*20\\d\\d");
    }
}
