package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.query.describe.SelfDescription;
import org.zhice.store.Limits;
import org.zhice.store.memory.MemoryReleases;

/** The made-up graph with its own description in it, as a build would put it there. */
class DatasetTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @BeforeAll
    static void describe() {
        List<Quad> quads = new ArrayList<>();
        RDFDataMgr.loadDatasetGraph(TestServer.MADE_UP.resolve("graph.trig").toString())
                .find()
                .forEachRemaining(quads::add);
        MemoryReleases releases = MemoryReleases.of(quads, Limits.read(TestServer.CONFIG));
        SERVER.swap("<https://w3id.org/zhice/graph/meta> {\n"
                + releases.read(release -> lines(SelfDescription.of(release, graphs -> without(quads, graphs)))
                        + lines(SelfDescription.ofVersion(release, "0123456789ab")))
                + "}\n"
                + """
                PREFIX g: <https://w3id.org/zhice/graph/>
                PREFIX earl: <http://www.w3.org/ns/earl#>
                g:meta {
                  <https://example.org/1> earl:test <https://example.org/q1> ; earl:result [ earl:outcome earl:passed ] .
                  <https://example.org/2> earl:test <https://example.org/q2> ; earl:result [ earl:outcome earl:failed ] .
                }
                """);
    }

    private static Graph without(List<Quad> quads, Set<Node> graphs) {
        Graph without = GraphFactory.createDefaultGraph();
        quads.stream().filter(quad -> !graphs.contains(quad.getGraph())).forEach(quad -> without.add(quad.asTriple()));
        return without;
    }

    private static String lines(Graph graph) {
        return graph.stream().map(DatasetTest::line).collect(Collectors.joining());
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject()) + " .\n";
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/void, text/turtle, text/turtle",
        "/dataset, application/ld+json, application/ld+json",
        "/dataset, application/n-triples, application/n-triples",
        "/dataset.rdf, text/html, application/rdf+xml",
        "/dataset.ttl, text/html, text/turtle",
    })
    void a_program_gets_the_description_in_the_form_it_takes(String path, String accept, String type) {
        HttpResponse<String> answer = SERVER.get(path, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        Graph graph = RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type))
                .toGraph();
        assertThat(rows(graph, "SELECT ?n { [] void:class <https://w3id.org/zhice/ontology#Task> ; void:entities ?n }"))
                .containsExactly("7");
    }

    @Test
    void what_can_be_fetched_stands_at_this_server_and_names_stay_as_they_are() {
        Graph graph = RDFParser.fromString(SERVER.get("/dataset.ttl").body(), Lang.TTL)
                .toGraph();
        String site = SERVER.url("");
        assertThat(rows(graph, """
                SELECT ?endpoint ?dump { <https://w3id.org/zhice/dataset> void:sparqlEndpoint ?endpoint ;
                  dcat:distribution [ dcat:downloadURL ?dump ] FILTER(STRENDS(STR(?dump), ".ttl.gz")) }""")).containsExactly(site + "/sparql " + site + "/dumps/zhice-0123456789ab.ttl.gz");
    }

    @Test
    void how_many_saved_queries_passed_is_measured_on_the_release() {
        Graph graph = RDFParser.fromString(SERVER.get("/dataset.ttl").body(), Lang.TTL)
                .toGraph();
        assertThat(
                        rows(
                                graph,
                                "SELECT ?share ?of { <https://w3id.org/zhice/dataset#contracts-passed>"
                                        + " <http://www.w3.org/ns/dqv#value> ?share ; <https://schema.org/numberOfItems> ?of }"))
                .containsExactly("0.5 2");
    }

    @Test
    void a_person_gets_a_page_with_the_dataset_in_the_words_of_schema_org() {
        String page = SERVER.browse("/dataset").body();
        assertThat(page)
                .contains(
                        "Release 0123456789ab.", "href=\"/dumps/zhice-0123456789ab.nq.gz\"", "href=\"/dataset.jsonld\"")
                .contains("<tr id=\"wikidata-same-as\">", "href=\"/linksets/wikidata-same-as.sssom.tsv\"");
        JsonObject dataset = JSON.parse(page.replaceFirst("(?s).*ld\\+json\">(.*?)</script>.*", "$1"));
        assertThat(dataset.get("@type").getAsString().value()).isEqualTo("Dataset");
        assertThat(dataset.get("distribution").getAsArray()).hasSize(2);
    }

    @Test
    void the_page_is_chinese_for_who_reads_chinese() {
        assertThat(SERVER.browse("/dataset", "Accept-Language", "zh").body())
                .contains("中国知识产权政策关联数据", "与其他数据集的链接")
                .doesNotContain("Links to other datasets");
    }

    @Test
    void a_linkset_is_a_table_of_the_sssom() {
        HttpResponse<String> table = SERVER.get("/linksets/wikidata-same-as.sssom.tsv");
        assertThat(table.headers().firstValue("Content-Type")).contains("text/tab-separated-values; charset=utf-8");
        assertThat(table.body().lines())
                .contains(
                        "#mapping_set_id: \"https://w3id.org/zhice/linksets/wikidata-same-as\"",
                        "#mapping_set_version: \"0123456789ab\"",
                        "#  agency: \"https://w3id.org/zhice/id/agency/\"",
                        "#  wikidata: \"http://www.wikidata.org/entity/\"")
                .last()
                .isEqualTo("agency:mps\tMinistry of Public Security\tschema:sameAs\twikidata:Q0\t\t"
                        + "semapv:ManualMappingCuration\t\t\t\t");
    }

    @Test
    void a_linkset_that_is_not_there_is_not_found() {
        assertThat(SERVER.get("/linksets/wikidata-exact-match.sssom.tsv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_name_of_a_linkset_leads_to_where_it_is_described() {
        assertThat(SERVER.browse("/linksets/wikidata-same-as").body()).contains("<tr id=\"wikidata-same-as\">");
    }

    @Test
    void the_service_description_leads_to_the_description_of_the_dataset() {
        Graph graph = RDFParser.fromString(
                        SERVER.get("/sparql", "Accept", "text/turtle").body(), Lang.TTL)
                .toGraph();
        assertThat(
                        rows(
                                graph,
                                "SELECT ?void { ?service a sd:Service ; <http://www.w3.org/2000/01/rdf-schema#seeAlso> ?void }"))
                .containsExactly(SERVER.url("/.well-known/void"));
    }

    private static List<String> rows(Graph graph, String query) {
        String prefixes = """
                PREFIX void: <http://rdfs.org/ns/void#>
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
                """;
        try (QueryExec exec = QueryExec.graph(graph).query(prefixes + query).build()) {
            return exec.select().stream()
                    .map(row -> exec.getQuery().getProjectVars().stream()
                            .map(row::get)
                            .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                            .collect(Collectors.joining(" ")))
                    .toList();
        }
    }
}
