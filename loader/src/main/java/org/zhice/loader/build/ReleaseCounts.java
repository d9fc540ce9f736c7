package org.zhice.loader.build;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.EARL;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhice.store.Terms;
import org.zhice.store.dump.Manifest.Answer;

/** What a manifest says of a release in numbers. */
final class ReleaseCounts {
    private ReleaseCounts() {}

    /** Quads by graph. */
    static Map<String, Long> graphs(Collection<Quad> quads) {
        return quads.stream()
                .collect(Collectors.groupingBy(quad -> quad.getGraph().getURI(), Collectors.counting()));
    }

    /** Things by class; one that several graphs speak of counts once. */
    static Map<String, Long> classes(Collection<Quad> quads) {
        Map<String, Set<Node>> things = new HashMap<>();
        quads.stream()
                .filter(quad -> quad.getPredicate().equals(RDF.type.asNode()))
                .filter(quad -> quad.getObject().isURI())
                .forEach(quad -> things.computeIfAbsent(quad.getObject().getURI(), first -> new HashSet<>())
                        .add(quad.getSubject()));
        return things.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, of ->
                (long) of.getValue().size()));
    }

    /** What came of the saved queries that gave an answer, as the results of the build say it. */
    static Map<String, Answer> answers(Collection<Quad> results) {
        Graph graph = GraphFactory.createDefaultGraph();
        results.forEach(quad -> graph.add(quad.asTriple()));
        Map<String, Answer> answers = new TreeMap<>();
        graph.stream(Node.ANY, EARL.test.asNode(), Node.ANY).forEach(test -> put(graph, test, answers));
        return answers;
    }

    private static void put(Graph graph, Triple test, Map<String, Answer> answers) {
        Node result = G.getOneSP(graph, test.getSubject(), EARL.result.asNode());
        Node sha256 = G.getZeroOrOneSP(graph, result, SchemaDO.sha256.asNode());
        if (sha256 != null) {
            Node rows = G.getOneSP(graph, result, SchemaDO.numberOfItems.asNode());
            answers.put(
                    Terms.localName(test.getObject().getURI()),
                    new Answer(Long.parseLong(rows.getLiteralLexicalForm()), sha256.getLiteralLexicalForm()));
        }
    }
}
