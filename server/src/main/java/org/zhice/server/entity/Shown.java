package org.zhice.server.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.store.Label;
import org.zhice.store.Result;

/**
 * What stands in a description, in the words of a page.
 *
 * @param more names of things that stand beside the description on the page
 */
record Shown(Description description, Map<Node, Label> more, TermNames terms, Language language) {
    /** Where a part is stated: in its passage, and by which words that is found. */
    private static final List<Node> PLACED =
            List.of(Facts.STATED_IN, NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom"));

    /** A term, a thing or a literal. */
    Value of(Node node) {
        return node.isURI() ? thing(node) : node.isLiteral() ? literal(node) : new Value("…", null, null);
    }

    /** The same where there may be none. */
    Value of(Optional<Node> node) {
        return node.map(this::of).orElse(new Value("", null, null));
    }

    /** What a class or property is called. */
    String term(Node term) {
        return terms.of(term, language);
    }

    private Value literal(Node node) {
        String text = node.getLiteralLexicalForm();
        String lang = node.getLiteralLanguage().isEmpty() ? null : node.getLiteralLanguage();
        if (node.getLiteralValue() instanceof Boolean yes) {
            Messages words = Messages.in(language, Shown.class);
            return new Value(yes ? words.text("entity.yes") : words.text("entity.no"), null, null);
        }
        return new Value(Result.isNumber(node) ? Numbers.show(text, language) : language.day(text), null, lang);
    }

    private Value thing(Node node) {
        Label label = more.getOrDefault(node, description.label(node));
        String name = label.in(language.tag());
        if (name.isEmpty()) {
            return new Value(nameless(node.getURI(), node), ThingNames.link(node.getURI()), null);
        }
        boolean foreign = (language == Language.EN ? label.en() : label.zh()).isEmpty();
        return new Value(
                name, ThingNames.link(node.getURI()), foreign ? language.other().tag() : null);
    }

    private String nameless(String iri, Node node) {
        return Units.name(iri, language).orElseGet(() -> term(node));
    }

    /** What a part joins to its whole, in one line; it leads to the part. */
    Value part(Node part) {
        List<Triple> facts = new Facts(description, terms).of(part);
        String line = facts.stream()
                .filter(fact -> !isTranslated(fact, facts))
                .filter(fact -> !fact.getPredicate().equals(RDF.type.asNode()))
                .filter(fact -> !fact.getObject().equals(description.thing()))
                .filter(fact -> !PLACED.contains(fact.getPredicate()))
                .map(Triple::getObject)
                .map(value -> of(value).text())
                .distinct()
                .collect(Collectors.joining(" · "));
        return new Value(line.isEmpty() ? of(part).text() : line, ThingNames.link(part.getURI()), null);
    }

    /** Whether a fact is said in the other language and, by the same property, in that of the page too. */
    private boolean isTranslated(Triple fact, List<Triple> facts) {
        return isIn(fact, language.other())
                && facts.stream()
                        .anyMatch(other -> other.getPredicate().equals(fact.getPredicate()) && isIn(other, language));
    }

    private static boolean isIn(Triple fact, Language language) {
        Node value = fact.getObject();
        return value.isLiteral() && value.getLiteralLanguage().startsWith(language.tag());
    }
}
