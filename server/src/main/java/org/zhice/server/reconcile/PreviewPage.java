package org.zhice.server.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Reply;
import org.zhice.server.web.Templates;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/** A thing in a few lines, for the frame in which a program shows it. */
record PreviewPage() implements Page {
    private static final int FACTS = 6;
    private static final Set<String> NAMES =
            Set.of(SKOS.prefLabel.getURI(), SKOS.altLabel.getURI(), Terms.ONTOLOGY + "title", RDF.type.getURI());

    /**
     * What the page shows.
     *
     * @param also further names
     * @param page the address of the page on the thing
     */
    record Model(Label label, String type, String also, List<Fact> facts, String page) {}

    /** What is said of it. */
    record Fact(String property, String value) {}

    @Override
    public Answer get(Client client, Release release) {
        String iri = Ids.asked(client, release);
        Language language = client.language();
        Facts facts = Facts.of(release, List.of(iri), List.of());
        Node thing = NodeFactory.createURI(iri);
        Model model = new Model(
                Labels.of(release, List.of(thing)).getOrDefault(thing, Label.NONE),
                Types.of(release).name(Ids.kind(iri), language),
                also(facts.values(iri, SKOS.altLabel.getURI())),
                facts.values().getOrDefault(iri, Map.of()).entrySet().stream()
                        .filter(fact -> !NAMES.contains(fact.getKey()))
                        .map(fact -> fact(
                                property(fact.getKey(), facts, release, language), fact.getValue(), facts, language))
                        .filter(fact -> !fact.value().isEmpty())
                        .limit(FACTS)
                        .toList(),
                client.site() + Links.local(iri));
        return Templates.page(client, "preview", model).with(Reply.POLICY, Reply.FRAMED);
    }

    private static String also(List<Node> names) {
        return String.join(
                " · ",
                names.stream().map(Node::getLiteralLexicalForm).distinct().toList());
    }

    private static String property(String iri, Facts facts, Release release, Language language) {
        Label label = facts.label(NodeFactory.createURI(iri));
        return label.isEmpty() ? Prefixes.of(release).shorten(iri) : label.in(language.tag());
    }

    /** Only what can be read: what has no name is on the page itself. */
    private static Fact fact(String property, List<Node> values, Facts facts, Language language) {
        return new Fact(
                property,
                values.stream()
                        .map(value -> value.isLiteral()
                                ? value.getLiteralLexicalForm()
                                : facts.label(value).in(language.tag()))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" · ")));
    }
}
