package org.zhice.server.ontology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.store.Label;
import org.zhice.store.Terms;

/**
 * A class as the page shows it.
 *
 * @param properties those whose domain it is, or a class above it
 * @param values those whose range it is
 * @param requirements what its shape and those of the classes above it ask of its properties
 * @param others what they ask beside that
 * @param query for its things
 * @param queryLink the address of the editor with it
 */
record ClassView(
        Term term,
        List<Term> parents,
        List<Term> children,
        List<Term> properties,
        List<Term> values,
        List<Requirement> requirements,
        List<String> others,
        String things,
        List<Example> examples,
        String query,
        String queryLink,
        Diagram diagram) {
    /**
     * What is asked of one property.
     *
     * @param path the property; null if it takes several steps
     * @param inverse whether the thing is what the property points to
     * @param count how often, in words
     * @param value what its values are; null if that is left open
     */
    record Requirement(Term path, boolean inverse, String count, Term value, String message) {}

    /** A thing of the class. */
    record Example(String name, String address) {}

    static ClassView of(Resource of, Vocabulary vocabulary, Language language) {
        Collection<Resource> all = vocabulary.withParents(of);
        List<Shapes.Rule> rules = vocabulary.shapes().rules(all);
        Vocabulary.Usage usage = vocabulary.usage().getOrDefault(of.getURI(), new Vocabulary.Usage(0, List.of()));
        String query = ExampleQuery.of(of, rules, vocabulary.prefixes(), language);
        List<Term> parents = terms(vocabulary.objects(of, RDFS.subClassOf), vocabulary, language);
        List<Term> children = terms(vocabulary.subjects(RDFS.subClassOf, of), vocabulary, language);
        return new ClassView(
                Term.of(of, vocabulary, language),
                parents,
                children,
                terms(pointing(all, RDFS.domain, vocabulary), vocabulary, language),
                terms(pointing(all, RDFS.range, vocabulary), vocabulary, language),
                rules.stream()
                        .map(rule -> requirement(rule, vocabulary, language))
                        .toList(),
                all.stream()
                        .flatMap(one -> vocabulary.shapes().others(one).stream())
                        .map(message -> message.in(language.tag()))
                        .toList(),
                Numbers.show(usage.things(), language),
                usage.examples().stream()
                        .map(thing -> example(thing, vocabulary, language))
                        .toList(),
                query,
                Links.editor(query),
                diagram(of, parents, children, vocabulary, language));
    }

    private static Stream<Resource> pointing(Collection<Resource> classes, Property property, Vocabulary vocabulary) {
        return classes.stream().flatMap(one -> vocabulary.subjects(property, one));
    }

    private static List<Term> terms(Stream<Resource> terms, Vocabulary vocabulary, Language language) {
        return terms.map(term -> Term.of(term, vocabulary, language)).toList();
    }

    private static Requirement requirement(Shapes.Rule rule, Vocabulary vocabulary, Language language) {
        return new Requirement(
                rule.path().map(path -> Term.of(path, vocabulary, language)).orElse(null),
                rule.inverse(),
                count(rule.least(), rule.most(), Messages.in(language, ClassView.class)),
                rule.value().map(value -> value(value, vocabulary, language)).orElse(null),
                rule.message().in(language.tag()));
    }

    /** A code list has a place on the page too. */
    private static Term value(Resource value, Vocabulary vocabulary, Language language) {
        return SchemeView.all(vocabulary.concepts(), language).stream()
                .filter(scheme -> scheme.iri().equals(value.getURI()))
                .map(SchemeView::asTerm)
                .findFirst()
                .orElseGet(() -> Term.of(value, vocabulary, language));
    }

    private static String count(int least, Optional<Integer> most, Messages messages) {
        if (most.isEmpty()) {
            return least == 0 ? messages.text("ontology.count.any") : messages.text("ontology.count.least", least);
        }
        int limit = most.get();
        return least == limit
                ? messages.text("ontology.count.exactly", limit)
                : least == 0
                        ? messages.text("ontology.count.most", limit)
                        : messages.text("ontology.count.range", least, limit);
    }

    private static Example example(Node thing, Vocabulary vocabulary, Language language) {
        String name = vocabulary.names().getOrDefault(thing, Label.NONE).in(language.tag());
        return new Example(name.isEmpty() ? Terms.localName(thing.getURI()) : name, Links.local(thing.getURI()));
    }

    /** With classes of ours only, as they alone have a place to lead to. */
    private static Diagram diagram(
            Resource of, List<Term> parents, List<Term> children, Vocabulary vocabulary, Language language) {
        return Diagram.of(
                Term.of(of, vocabulary, language),
                parents.stream().filter(parent -> parent.href().startsWith("#")).toList(),
                children,
                Stream.concat(
                                byAxioms(of, RDFS.range, RDFS.domain, vocabulary, language),
                                vocabulary.ours(OWL2.Class).stream()
                                        .flatMap(other -> byShape(other, vocabulary)
                                                .filter(rule -> rule.value().equals(Optional.of(of)))
                                                .map(rule -> edge(rule, other, vocabulary, language))))
                        .distinct()
                        .toList(),
                Stream.concat(
                                byAxioms(of, RDFS.domain, RDFS.range, vocabulary, language),
                                byShape(of, vocabulary)
                                        .map(rule -> edge(rule, rule.value().orElseThrow(), vocabulary, language)))
                        .distinct()
                        .toList());
    }

    /** Properties of ours with this end at the class, each with the classes of ours at its other end. */
    private static Stream<Diagram.Edge> byAxioms(
            Resource of, Property end, Property otherEnd, Vocabulary vocabulary, Language language) {
        return vocabulary
                .subjects(end, of)
                .flatMap(property -> vocabulary
                        .objects(property, otherEnd)
                        .filter(vocabulary::isOurs)
                        .map(other -> new Diagram.Edge(
                                Term.of(property, vocabulary, language), Term.of(other, vocabulary, language))));
    }

    /** What the shape of a class says of properties of ours that lead to classes of ours: more than domains and ranges do. */
    private static Stream<Shapes.Rule> byShape(Resource of, Vocabulary vocabulary) {
        return vocabulary.shapes().rules(List.of(of)).stream()
                .filter(rule -> !rule.inverse())
                .filter(rule -> rule.path().filter(vocabulary::isOurs).isPresent())
                .filter(rule -> rule.value().filter(vocabulary::isOurs).isPresent());
    }

    private static Diagram.Edge edge(Shapes.Rule rule, Resource other, Vocabulary vocabulary, Language language) {
        return new Diagram.Edge(
                Term.of(rule.path().orElseThrow(), vocabulary, language), Term.of(other, vocabulary, language));
    }
}
