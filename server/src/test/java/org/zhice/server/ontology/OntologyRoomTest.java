package org.zhice.server.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.TestServer;

/** The real ontology, shapes and code lists over the made-up graph. */
class OntologyRoomTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final Path ONTOLOGY = Path.of(System.getProperty("zhice.home"), "ontology");
    private static final Map<String, Lang> FORMS = Map.of(
            "ttl", Lang.TTL, "jsonld", Lang.JSONLD, "json", Lang.JSONLD, "rdf", Lang.RDFXML, "nt", Lang.NTRIPLES);

    private static String english;
    private static String chinese;

    @BeforeAll
    static void shapes_and_code_lists_and_a_term_that_is_given_up() throws IOException {
        SERVER.swap(prefixes("shapes.ttl") + prefixes("schemes.ttl") + """
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                """ + graph("shapes", body("shapes.ttl"))
                + graph("concepts", body("schemes.ttl")) + graph("ontology", """
                zc:oldTitle a owl:DatatypeProperty ; owl:deprecated true ; rdfs:label "old title 𠮷"@en , "旧标题𠮷"@zh ;
                  skos:definition "Gave a title."@en , "曾给出标题。"@zh .
                """));
        english = SERVER.browse("/ontology.html?lang=en").body();
        chinese = SERVER.browse("/ontology.html?lang=zh").body();
    }

    private static String graph(String name, String turtle) {
        return "<https://w3id.org/zhice/graph/" + name + "> {\n" + turtle + "\n}\n";
    }

    private static String prefixes(String file) throws IOException {
        return lines(file, true);
    }

    private static String body(String file) throws IOException {
        return lines(file, false);
    }

    private static String lines(String file, boolean prefixes) throws IOException {
        return Files.readAllLines(ONTOLOGY.resolve(file)).stream()
                .filter(line -> line.startsWith("PREFIX ") == prefixes)
                .filter(line -> !prefixes || !line.isBlank())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, ttl",
        "'text/html;q=0.1,text/turtle;q=0.2', ttl",
        "'TEXT/TURTLE;q=0,application/rdf+xml', rdf",
        "application/ld+json, jsonld",
        "application/n-triples, nt",
        "application/json, json",
        "*/*, ttl",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', html",
    })
    void the_name_leads_to_what_is_liked_best(String accept, String ending) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(SERVER.request("/ontology?lang=zh", "Accept", accept).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .endsWith("/ontology." + ending + "?lang=zh");
        assertThat(response.headers().firstValue("Vary").orElseThrow()).contains("Accept");
        assertThat(response.headers().firstValue("Link").orElseThrow())
                .contains("</ontology.ttl>; rel=\"alternate\"; type=\"text/turtle\"")
                .contains("</ontology.html>; rel=\"alternate\"; type=\"text/html\"")
                .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
                .contains("<https://w3id.org/zhice/ontology/0.2.0>; rel=\"cite-as\"");
    }

    @Test
    void a_form_that_there_is_not_is_refused() {
        assertThat(SERVER.get("/ontology", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(SERVER.get("/ontology?format=xlsx").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ontology", "/ontology/0.2.0"})
    void every_form_holds_the_ontology_as_it_was_written(String name) {
        Graph written = RDFParser.source(ONTOLOGY.resolve("zhice.ttl")).toGraph();
        RDFParser.fromString("""
                        PREFIX zc: <https://w3id.org/zhice/ontology#>
                        zc:oldTitle a <http://www.w3.org/2002/07/owl#DatatypeProperty> ;
                          <http://www.w3.org/2002/07/owl#deprecated> true ;
                          <http://www.w3.org/2000/01/rdf-schema#label> "old title 𠮷"@en , "旧标题𠮷"@zh ;
                          <http://www.w3.org/2004/02/skos/core#definition> "Gave a title."@en , "曾给出标题。"@zh .
                        """, Lang.TTL).parse(written);
        FORMS.forEach((ending, lang) -> {
            HttpResponse<String> response = SERVER.get(name + "." + ending);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RDFParser.fromString(response.body(), lang).toGraph().isIsomorphicWith(written))
                    .as(ending)
                    .isTrue();
        });
        assertThat(SERVER.get(name + ".json").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ontology/0.1.0", "/ontology/0.1.0.ttl", "/ontology/%F0%A0%AE%B7", "/ontology/0.2.0/x.ttl"})
    void a_version_that_is_not_kept_is_told(String path) {
        HttpResponse<String> response = SERVER.get(path, "Accept", "text/turtle");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("0.2.0");
    }

    @Test
    void every_term_has_its_place_and_every_place_that_is_linked_is_there() throws IOException {
        Set<String> terms = terms("(?:Class|ObjectProperty|DatatypeProperty)");
        for (String page : List.of(english, chinese)) {
            Set<String> places = find(" id=\"([^\"]+)\"", page);
            assertThat(places).containsAll(terms).contains("scheme-role");
            assertThat(places).containsAll(find("href=\"#([^\"]+)\"", page));
            assertThat(Pattern.compile(" id=\"([^\"]+)\"")
                            .matcher(page)
                            .results()
                            .count())
                    .isEqualTo(places.size());
        }
    }

    @Test
    void a_class_is_told_with_its_shape_and_its_things() {
        assertThat(section("Task"))
                .contains("task <span lang=\"zh\">任务</span>")
                .contains("A numbered commitment in a plan that is assigned to one or more agencies.")
                .contains("<a href=\"http://www.w3.org/ns/prov#Entity\">prov:Entity</a>")
                .contains("<a href=\"#taskNumber\">task number</a>")
                .containsPattern("<dd>7\\s+· <a href=\"/id/task/2019-001\">Amend the Trademark Law</a>")
                .contains("<a href=\"/id/task/2024-002\">Joint conference work</a>")
                .contains("<td>exactly 2</td>")
                .contains(
                        "A task, requirement, section, achievement or intention has exactly one title in Chinese and one in English.")
                .contains("The English title of a task, requirement, achievement or intention has at most 16 words.")
                .contains("<code>zc:taskNumber</code>");
        assertThat(section("LegislativeAction"))
                .contains("<code>^zc:callsFor</code>")
                .contains("<a href=\"#scheme-");
        assertThat(section("Standard"))
                .as("what is asked of every instrument is asked of standards too")
                .contains("An instrument has exactly one type from the list of instrument types.")
                .contains("A standard has the type standard.");
    }

    @Test
    void the_page_is_chinese_for_who_reads_chinese() {
        assertThat(chinese)
                .contains("<h1>知识产权政策知识图谱本体</h1>")
                .contains("计划中编号并分派给一个或多个机构的工作承诺。")
                .contains("任务、要求、章节、工作成果或工作意向有且只有一个中文标题和一个英文标题。")
                .contains("恰好 1 个")
                .contains("旧标题𠮷");
    }

    @Test
    void a_property_is_told_with_its_neighbours_and_whether_it_is_given_up() {
        assertThat(section("responsibleAgency"))
                .contains("<a href=\"#Task\">task</a>")
                .contains("<a href=\"#Agency\">agency</a>")
                .contains("<a href=\"#leadAgency\">lead agency</a>")
                .contains("<a href=\"#qualifiedResponsibility\">");
        assertThat(section("oldTitle")).contains("Deprecated");
        assertThat(section("taskNumber")).doesNotContain("Deprecated").contains("xsd:integer");
        assertThat(english.split("Deprecated", -1)).hasSize(2);
    }

    @Test
    void code_lists_are_told_with_their_concepts() {
        assertThat(english)
                .contains("<h3 id=\"scheme-role\"><a href=\"/concept/role\">role in a task</a></h3>")
                .contains("<a href=\"/concept/role-lead\">lead</a>")
                .contains("The agency that leads the others listed.")
                .contains("<a href=\"/id/topic/customs\">customs</a>");
    }

    @Test
    void every_class_has_a_drawing_and_none_has_a_style_of_its_own() throws IOException {
        assertThat(english.split("<svg ", -1))
                .as("one for each class and one for all")
                .hasSize(1 + 1 + terms("Class").size());
        assertThat(section("Responsibility"))
                .containsPattern("<path [^>]*d=\"M[^\"]+\"/>")
                .containsPattern("<text[^>]+>qualified responsibility</text>")
                .containsPattern("(?s)<a href=\"#Agency\"><rect[^>]*/><text[^>]+>agency</text></a>");
        assertThat(section("LegislativeAction")).contains("<path class=\"kind\"");
        assertThat(section("Achievement"))
                .as("by its shape; the ontology leaves the range open")
                .containsPattern("<text[^>]+>fulfils</text>");
        assertThat(english).doesNotContain(" style=").doesNotContain("<style");
    }

    @Test
    void every_query_is_sparql_and_finds_what_is_there() throws IOException {
        List<String> queries = Pattern.compile("href=\"/sparql#query=([^\"]+)\"")
                .matcher(english)
                .results()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .toList();
        assertThat(queries)
                .hasSameSizeAs(terms("Class"))
                .allSatisfy(query -> QueryFactory.create(query, Syntax.syntaxSPARQL_11));
        String instruments = queries.stream()
                .filter(query -> query.contains("?instrument a zc:Instrument "))
                .findFirst()
                .orElseThrow();
        assertThat(instruments).contains("?instrument skos:prefLabel ?prefLabel FILTER(LANG(?prefLabel) = \"en\")");
        HttpResponse<String> answer =
                SERVER.post("/sparql", "application/sparql-query", instruments, "Accept", "text/csv");
        assertThat(answer.body().lines()).as("three have a type").hasSize(1 + 3);
    }

    @Test
    void versions_are_told_with_what_changed() {
        assertThat(english)
                .containsSubsequence("<a href=\"/ontology/0.2.0\">0.2.0</a> (30 Nov 2026)", "0.1.0 (23 Nov 2026)")
                .contains("The first version: plans with their tasks");
    }

    private static String section(String id) {
        int from = english.indexOf("<h3 id=\"" + id + "\"");
        assertThat(from).as(id).isPositive();
        return english.substring(from, english.indexOf("<h3 ", from + 1));
    }

    private static Set<String> terms(String type) throws IOException {
        return find("^zc:(\\w+) a owl:" + type + " ;", Files.readString(ONTOLOGY.resolve("zhice.ttl")));
    }

    private static Set<String> find(String pattern, String text) {
        Set<String> found = Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isNotEmpty();
        return found;
    }
}
