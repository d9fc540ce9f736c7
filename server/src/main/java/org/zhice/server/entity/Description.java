package org.zhice.server.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.zhice.server.entity.Mentions.Window;
import org.zhice.server.web.Language;
import org.zhice.store.Label;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/**
 * What a release says of one thing: one graph, from which its page and all forms of its data are made.
 *
 * @param graph its facts, those of its parts, what points to it, and the names of all these as {@code rdfs:label}, which
 *     follows from what the store holds; a thing without a name in a language bears one that is made of its kind and its id
 * @param mentions what points to it, of which the graph holds a window
 */
public record Description(Node thing, Graph graph, Mentions mentions, KindNames kinds) {
    private static final Query DESCRIPTION = Queries.read(Description.class, "description.rq");

    /** Of several kinds of names the first counts. */
    private static final List<Node> NAMES =
            List.of(Terms.term("title"), SKOS.prefLabel.asNode(), RDFS.label.asNode(), DCTerms.title.asNode());

    /**
     * The description of a thing, by two queries; empty if the release says nothing of it.
     *
     * @param iri a valid IRI
     * @param window which of the things that point to it are described too
     */
    public static Optional<Description> of(Release release, String iri, Window window) {
        Node thing = NodeFactory.createURI(iri);
        Mentions mentions = Mentions.of(release, thing, window);
        Graph graph = release.construct(asked(thing, mentions.things()));
        if (!graph.contains(thing, Node.ANY, Node.ANY)) {
            return Optional.empty();
        }
        Description description = new Description(thing, graph, mentions, KindNames.of(release));
        description.nameIfNameless();
        description.declare(Prefixes.of(release));
        return Optional.of(description);
    }

    /** The query for a thing, as anybody may ask it. */
    static Query asked(Node thing, List<Node> from) {
        return Queries.over(Queries.over(DESCRIPTION, "thing", List.of(thing)), "from", from);
    }

    private void nameIfNameless() {
        Label stated = stated(thing);
        Label made = kinds.name(thing.getURI());
        name(stated.en(), made.en(), Language.EN);
        name(stated.zh(), made.zh(), Language.ZH);
    }

    private void name(String stated, String made, Language language) {
        if (stated.isEmpty()) {
            graph.add(thing, RDFS.label.asNode(), NodeFactory.createLiteralLang(made, language.tag()));
        }
    }

    /** Only the prefixes that it has a use for: there is one for each kind of thing. */
    private void declare(Prefixes prefixes) {
        Map<String, String> used = new HashMap<>();
        graph.stream()
                .flatMap(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()).stream())
                .filter(Node::isURI)
                .map(Node::getURI)
                .distinct()
                .forEach(iri -> prefixes.all().getNsPrefixMap().forEach((prefix, namespace) -> {
                    if (iri.startsWith(namespace)) {
                        used.put(prefix, namespace);
                    }
                }));
        graph.getPrefixMapping().clearNsPrefixMap().setNsPrefixes(used);
    }

    /** What it is called, in both languages. */
    public Label label() {
        return label(thing);
    }

    /** What something in the description is called, in both languages if it is a thing of ours; else maybe not at all. */
    public Label label(Node node) {
        Label stated = stated(node);
        boolean ours = node.isURI() && node.getURI().startsWith(Terms.ID);
        Label made = ours ? kinds.name(node.getURI()) : Label.NONE;
        return new Label(
                stated.en().isEmpty() ? made.en() : stated.en(), stated.zh().isEmpty() ? made.zh() : stated.zh());
    }

    private Label stated(Node node) {
        return new Label(stated(node, "en"), stated(node, "zh"));
    }

    private String stated(Node node, String language) {
        return NAMES.stream()
                .flatMap(property -> G.listSP(graph, node, property).stream())
                .filter(name -> name.isLiteral() && name.getLiteralLanguage().startsWith(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** Whether its name was given up. */
    boolean isRetired() {
        return graph.contains(thing, OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true));
    }

    /** Its own facts. */
    public List<Triple> facts() {
        return graph.find(thing, Node.ANY, Node.ANY).toList();
    }
}
