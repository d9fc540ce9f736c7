package org.zhice.loader.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;

class ClosureTest {
    static {
        JenaSystem.init();
    }

    private static final String PREFIXES = """
            PREFIX : <http://example.org/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    private static final Graph ONTOLOGY = turtle("""
            :Court rdfs:subClassOf :Agency .
            :Agency rdfs:subClassOf :Organization .
            :leads rdfs:subPropertyOf :responsible ; rdfs:domain :Court .
            """);

    @Test
    void types_and_properties_rise_to_every_parent() {
        assertDerives(":spc a :Court . :spc :leads :task .", ":spc a :Agency , :Organization ; :responsible :task .");
    }

    @Test
    void what_is_said_already_is_not_said_again() {
        assertDerives(":spc a :Court , :Agency , :Organization .", "");
    }

    @Test
    void a_domain_makes_no_type() {
        assertDerives(":cnipa :leads :task .", ":cnipa :responsible :task .");
    }

    private static void assertDerives(String given, String expected) {
        List<Quad> quads = turtle(given)
                .find()
                .mapWith(t -> Quad.create(Quad.defaultGraphIRI, t))
                .toList();
        Graph actual = GraphFactory.createDefaultGraph();
        new Closure(ONTOLOGY).of(quads, turtle(given)::contains).forEach(quad -> actual.add(quad.asTriple()));
        assertThat(actual.isIsomorphicWith(turtle(expected)))
                .as(actual.stream().map(Object::toString).collect(Collectors.joining("\n")))
                .isTrue();
    }

    private static Graph turtle(String text) {
        return RDFParser.fromString(PREFIXES + text, Lang.TTL).toGraph();
    }
}
