package org.zhice.server;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.zhice.server.query.Label;

/** Names of entities for people, looked up once each. */
final class Labels {
    private static final List<Node> PROPERTIES = List.of(
            NodeFactory.createURI("https://w3id.org/zhice/ontology#title"),
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode());

    private final DatasetGraph data;
    private final Language language;
    private final Map<Node, String> known = new HashMap<>();

    Labels(DatasetGraph data, Language language) {
        this.data = data;
        this.language = language;
    }

    /** The name in the language of the page, in the other one if need be; without a name the shortened IRI. */
    String of(Node entity) {
        return known.computeIfAbsent(entity, this::find);
    }

    private String find(Node entity) {
        for (Node property : PROPERTIES) {
            Label label = new Label(find(entity, property, "en"), find(entity, property, "zh"));
            if (!label.isEmpty()) {
                return label.in(language.tag());
            }
        }
        return Units.name(entity.getURI(), language).orElseGet(() -> Prefixes.shorten(entity.getURI()));
    }

    private String find(Node entity, Node property, String lang) {
        Iterator<Quad> quads = data.find(Node.ANY, entity, property, Node.ANY);
        try {
            return Iter.asStream(quads)
                    .map(Quad::getObject)
                    .filter(name ->
                            name.isLiteral() && name.getLiteralLanguage().startsWith(lang))
                    .map(Node::getLiteralLexicalForm)
                    .findFirst()
                    .orElse("");
        } finally {
            Iter.close(quads);
        }
    }
}
