package org.zhice.server.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhice.store.Terms;

/** The facts of a description that a person needs: what follows from another one is left to the data. */
record Facts(Description description, TermNames terms) {
    static final Node STATED_IN = Terms.term("statedIn");

    /** Told in blocks or pages of their own: passages, and the whole text of a document. */
    static final List<Node> SHOWN_ELSEWHERE = List.of(STATED_IN, SchemaDO.text.asNode());

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int WIDTH = 12;

    private static final List<Node> NAMES = List.of(
            Terms.term("title"),
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode(),
            DCTerms.title.asNode(),
            SKOS.altLabel.asNode(),
            SKOS.notation.asNode());

    /** What a fact is about, told by its property and its value. */
    enum Meaning {
        NAME,
        CLASS,
        FIGURE,
        RELATION,
        WORDS,
        ELSEWHERE;

        /** As the keys of messages end. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of a thing or of a part of it, in a fixed order. */
    List<Triple> of(Node subject) {
        List<Triple> all = description.graph().find(subject, Node.ANY, Node.ANY).toList();
        return all.stream()
                .filter(fact -> all.stream().noneMatch(other -> follows(fact, other)))
                .sorted(Comparator.comparing((Triple fact) -> rank(fact.getPredicate()))
                        .thenComparing(fact -> fact.getPredicate().getURI())
                        .thenComparing(fact -> counted(fact.getObject())))
                .toList();
    }

    /** So that the tenth part of a thing stands behind the ninth. */
    private static String counted(Node value) {
        return DIGITS.matcher(value.toString())
                .replaceAll(digits ->
                        "0".repeat(Math.max(0, WIDTH - digits.group().length())) + digits.group());
    }

    private boolean follows(Triple fact, Triple other) {
        boolean types = fact.getPredicate().equals(RDF.type.asNode())
                && other.getPredicate().equals(RDF.type.asNode());
        return types
                ? terms.follows(fact.getObject(), other.getObject())
                : fact.getObject().equals(other.getObject())
                        && terms.follows(fact.getPredicate(), other.getPredicate());
    }

    private static int rank(Node property) {
        int name = NAMES.indexOf(property);
        return name >= 0 ? name : NAMES.size() + (property.getURI().startsWith(Terms.BASE) ? 0 : 1);
    }

    Meaning meaning(Triple fact) {
        Node value = fact.getObject();
        if (NAMES.contains(fact.getPredicate())) {
            return Meaning.NAME;
        }
        if (value.isLiteral()) {
            return value.getLiteralLanguage().isEmpty() ? Meaning.FIGURE : Meaning.WORDS;
        }
        if (fact.getPredicate().equals(RDF.type.asNode()) || isConcept(value)) {
            return Meaning.CLASS;
        }
        boolean ours = !value.isURI() || value.getURI().startsWith(Terms.BASE) || Units.isUnit(value.getURI());
        return ours ? Meaning.RELATION : Meaning.ELSEWHERE;
    }

    private static boolean isConcept(Node value) {
        return value.isURI() && value.getURI().startsWith(Terms.BASE + "concept/");
    }

    /** Whether a value is told of by what it says, for it has no name. */
    boolean isPart(Node value) {
        return value.isURI()
                && value.getURI().startsWith(Terms.ID)
                && !description.graph().contains(value, RDFS.label.asNode(), Node.ANY)
                && description.graph().contains(value, Node.ANY, Node.ANY);
    }
}
