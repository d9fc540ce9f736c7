package org.zhice.loader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.zhice.loader.Checkout;

class OntologyTest {
    static {
        JenaSystem.init();
    }

    private static final Path FILE = Checkout.home().ontology().resolve("zhice.ttl");
    private static final Owl ONTOLOGY = Owl.read(FILE);

    private static final String PREFIXES = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    @Test
    void ontology_is_owl_2_dl() {
        assertThat(ONTOLOGY.dlViolations()).isEmpty();
    }

    @Test
    void ontology_is_consistent() {
        assertThat(ONTOLOGY.isConsistent()).isTrue();
    }

    @Test
    void every_class_can_have_members() {
        assertThat(ONTOLOGY.unsatisfiableClasses()).isEmpty();
    }

    @Test
    void the_ontology_stays_small() {
        assertThat(ours(OWL.Class)).hasSizeBetween(1, 36);
        assertThat(ours(OWL.ObjectProperty).size() + ours(OWL.DatatypeProperty).size())
                .isBetween(1, 84);
    }

    private static List<Node> ours(Resource kind) {
        return RDFParser.source(FILE)
                .toGraph()
                .find(Node.ANY, RDF.type.asNode(), kind.asNode())
                .mapWith(Triple::getSubject)
                .filterKeep(term -> term.isURI() && term.getURI().startsWith("https://w3id.org/zhice/ontology#"))
                .toList();
    }

    @Test
    void a_property_that_is_not_declared_is_no_owl_2_dl() {
        assertThat(with("<urn:林> <urn:喜欢> <urn:木> .").dlViolations()).isNotEmpty();
    }

    @Test
    void a_task_that_is_an_agency_is_a_contradiction() {
        assertThat(with("<urn:林> a zc:Task ; zc:succeeds <urn:木> .").isConsistent())
                .isFalse();
    }

    @Test
    void a_number_in_words_is_a_contradiction() {
        assertThat(with("<urn:林> zc:taskNumber \"𠮷\" .").isConsistent()).isFalse();
    }

    @Test
    void a_date_is_none() {
        assertThat(with("<urn:林> zc:effectiveDate \"2023-05-18\"^^xsd:date .").isConsistent())
                .isTrue();
    }

    @Test
    void a_class_of_tasks_that_are_agencies_has_no_members() {
        assertThat(with("<urn:林> a owl:Class ; rdfs:subClassOf zc:Task , zc:Agency .")
                        .unsatisfiableClasses())
                .containsExactly("urn:林");
    }

    private static Owl with(String turtle) {
        Graph graph = RDFParser.source(FILE).toGraph();
        GraphUtil.addInto(
                graph, RDFParser.fromString(PREFIXES + turtle, Lang.TTL).toGraph());
        return Owl.of(graph);
    }
}
