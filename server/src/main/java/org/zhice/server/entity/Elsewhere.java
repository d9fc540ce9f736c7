package org.zhice.server.entity;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.zhice.store.Terms;

/**
 * A link to something of others.
 *
 * @param relation how it is the same or alike
 * @param status whether it was verified; empty if nothing is recorded of the link
 * @param justification how it was found
 * @param evidence what shows that it is right; without a text if nothing is recorded
 */
record Elsewhere(String relation, Value target, Value status, Value justification, String confidence, Value evidence) {
    private static final String SSSOM = "https://w3id.org/sssom/";

    static Elsewhere of(Triple fact, Shown shown) {
        Optional<Node> link = shown.description()
                .graph()
                .find(Node.ANY, OWL2.annotatedTarget.asNode(), fact.getObject())
                .mapWith(Triple::getSubject)
                .nextOptional();
        return new Elsewhere(
                shown.term(fact.getPredicate()),
                shown.of(fact.getObject()),
                shown.of(of(link, Terms.term("assertionStatus"), shown)),
                shown.of(of(link, NodeFactory.createURI(SSSOM + "mapping_justification"), shown))
                        .shortened(),
                shown.of(of(link, NodeFactory.createURI(SSSOM + "confidence"), shown))
                        .text(),
                shown.of(of(link, RDFS.seeAlso.asNode(), shown)));
    }

    private static Optional<Node> of(Optional<Node> link, Node property, Shown shown) {
        return link.flatMap(node ->
                G.listSP(shown.description().graph(), node, property).stream().findFirst());
    }

    /** All of a description. */
    static List<Elsewhere> all(List<Triple> facts, Shown shown) {
        return facts.stream().map(fact -> of(fact, shown)).toList();
    }
}
