package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.zhice.query.describe.SelfDescription;
import org.zhice.query.publish.QueryGraph;
import org.zhice.store.Terms;
import org.zhice.store.memory.MemoryReleases;

/** The description of the made-up graph, asked as the editor of the SIB asks the endpoints of its list. */
class SelfDescriptionTest {
    private static final String PREFIXES = """
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX voidext: <http://ldf.fi/void-ext#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dqv: <http://www.w3.org/ns/dqv#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    private static final Graph DESCRIPTION = MadeUpGraph.releases()
            .read(one -> SelfDescription.of(one, graphs -> MadeUpGraph.without(graphs, List.of())));

    @Test
    void each_class_has_as_many_things_as_were_counted_by_hand() {
        assertThat(rows("""
                SELECT ?class ?n { ?part void:class ?class ; void:entities ?n
                  FILTER(STRENDS(STR(?class), "#Task") || STRENDS(STR(?class), "#Plan") || STRENDS(STR(?class), "#Section")) }""")).containsExactly("Plan 3", "Section 5", "Task 7");
    }

    @Test
    void each_property_has_as_many_triples_as_were_counted_by_hand() {
        assertThat(rows("""
                SELECT ?property ?n { <https://w3id.org/zhice/dataset> void:propertyPartition ?part .
                  ?part void:property ?property ; void:triples ?n
                  FILTER(REGEX(STR(?property), "#(leadAgency|participatingAgency|verbPhrase)$")) }""")).containsExactly("leadAgency 7", "participatingAgency 3", "verbPhrase 4");
    }

    @Test
    void an_editor_learns_which_properties_lead_from_a_class_to_a_class_or_datatype() {
        assertThat(rows("""
                SELECT DISTINCT ?class ?property ?valueClass ?datatype {
                  ?part void:class ?class ; void:propertyPartition ?of . ?of void:property ?property
                  OPTIONAL {
                    { ?of void:classPartition [ void:class ?valueClass ] }
                    UNION { ?of voidext:datatypePartition [ voidext:datatype ?datatype ] }
                  }
                  FILTER(STRENDS(STR(?class), "#Task") && REGEX(STR(?property), "#(leadAgency|title|taskNumber)$")) }"""))
                .containsExactly(
                        "Task leadAgency Agency",
                        "Task leadAgency CoordinationBody",
                        "Task taskNumber integer",
                        "Task title langString");
    }

    @Test
    void an_editor_learns_the_prefixes_of_vocabularies_and_of_kinds_of_things() {
        assertThat(rows("SELECT DISTINCT ?prefix ?namespace { [] sh:prefix ?prefix ; sh:namespace ?namespace }"))
                .contains("agency https://w3id.org/zhice/id/agency/", "zc https://w3id.org/zhice/ontology#")
                .contains("skos http://www.w3.org/2004/02/skos/core#");
    }

    @Test
    void an_editor_lists_each_saved_query_once() {
        SavedQuery query = MadeUpGraph.query("tasks-of-an-agency");
        Graph graph = MadeUpGraph.releases().read(release -> QueryGraph.of(List.of(query), release, "x:"));
        assertThat(rows(graph, """
                SELECT DISTINCT ?query ?comment ?text {
                  ?query a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?text }""")).hasSize(1);
    }

    @Test
    void each_dataset_elsewhere_and_relation_is_a_linkset_with_a_table() {
        assertThat(rows("""
                SELECT ?set ?relation ?n ?table { ?set a void:Linkset ; void:linkPredicate ?relation ; void:triples ?n ;
                  void:subjectsTarget <https://w3id.org/zhice/dataset> ; void:dataDump ?table }"""))
                .containsExactly("https://w3id.org/zhice/linksets/wikidata-same-as https://schema.org/sameAs 1"
                        + " https://w3id.org/zhice/linksets/wikidata-same-as.sssom.tsv");
    }

    @Test
    void coverage_and_names_by_language_are_measured() {
        assertThat(rows("""
                SELECT ?measure ?value { <https://w3id.org/zhice/dataset> dqv:hasQualityMeasurement ?m .
                  ?m dqv:value ?value BIND(STRAFTER(STR(?m), "dataset#") AS ?measure)
                  FILTER(!STRENDS(?measure, "-all")) }"""))
                .containsExactly(
                        "coverage-coverage-unit-number 0.375",
                        "coverage-coverage-unit-sentence 0.999",
                        "coverage-coverage-unit-task 1.0");
    }

    @Test
    void a_release_with_a_number_has_its_dumps() {
        Graph release = MadeUpGraph.releases().read(one -> SelfDescription.ofVersion(one, "0123456789ab"));
        assertThat(rows(release, "SELECT ?dump { ?distribution a dcat:Distribution ; dcat:downloadURL ?dump }"))
                .containsExactly(
                        "https://w3id.org/zhice/dumps/zhice-0123456789ab.nq.gz",
                        "https://w3id.org/zhice/dumps/zhice-0123456789ab.ttl.gz");
    }

    @Test
    void describing_a_graph_and_its_description_again_says_the_same() {
        List<Quad> quads = DESCRIPTION.stream()
                .map(triple -> Quad.create(Terms.graph("meta"), triple))
                .toList();
        MemoryReleases described = MadeUpGraph.releasesWith(quads);
        assertThat(described
                        .read(one -> SelfDescription.of(one, graphs -> MadeUpGraph.without(graphs, quads)))
                        .isIsomorphicWith(DESCRIPTION))
                .isTrue();
        assertThat(DESCRIPTION.stream().noneMatch(triple -> triple.getObject().isBlank()))
                .isTrue();
    }

    private static List<String> rows(String query) {
        return rows(DESCRIPTION, query);
    }

    /** Rows with terms by their local names where they are ours or of XML Schema, sorted. */
    private static List<String> rows(Graph graph, String query) {
        try (QueryExec exec = QueryExec.graph(graph).query(PREFIXES + query).build()) {
            return exec.select().stream()
                    .map(row -> exec.getQuery().getProjectVars().stream()
                            .filter(row::contains)
                            .map(row::get)
                            .map(node -> node.isURI() ? shown(node.getURI()) : node.getLiteralLexicalForm())
                            .collect(Collectors.joining(" ")))
                    .sorted()
                    .toList();
        }
    }

    private static String shown(String iri) {
        return iri.replaceFirst("^https://w3id.org/zhice/ontology#(?=.)", "")
                .replaceFirst("^http://www.w3.org/(2001/XMLSchema|1999/02/22-rdf-syntax-ns)#", "");
    }
}
