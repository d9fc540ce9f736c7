package org.zhice.server.ontology;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.store.Release;

/**
 * What the page of the ontology shows.
 *
 * @param overview the drawing of the class with most neighbours
 * @param versions the newest first
 * @param reused terms of other vocabularies
 */
record OntologyView(
        String title,
        String description,
        String version,
        Diagram overview,
        Term centre,
        List<ClassView> classes,
        List<PropertyView> properties,
        List<SchemeView> schemes,
        List<Term> reused,
        List<Version> versions) {
    /** A version, at the address where it is told of: of one before this release tells no more than that it was. */
    record Version(String name, String issued, String changes, String address) {}

    /** The page in a language; worked out once for each release. */
    static OntologyView of(Release release, Vocabulary vocabulary, Language language) {
        return release.memo(List.of(OntologyView.class, language), () -> of(vocabulary, language));
    }

    private static OntologyView of(Vocabulary vocabulary, Language language) {
        List<ClassView> classes = vocabulary.ours(OWL2.Class).stream()
                .map(term -> ClassView.of(term, vocabulary, language))
                .toList();
        ClassView centre = classes.stream()
                .max(Comparator.comparingInt(one -> one.diagram().boxes().size()))
                .orElseThrow();
        return new OntologyView(
                vocabulary.text(vocabulary.header(), DCTerms.title).in(language.tag()),
                vocabulary.text(vocabulary.header(), DCTerms.description).in(language.tag()),
                vocabulary.version(),
                centre.diagram(),
                centre.term(),
                classes,
                vocabulary.ours(OWL2.ObjectProperty, OWL2.DatatypeProperty).stream()
                        .map(term -> PropertyView.of(term, vocabulary, language))
                        .toList(),
                SchemeView.all(vocabulary.concepts(), language),
                vocabulary.reused().stream()
                        .map(term -> Term.of(term, vocabulary, language))
                        .toList(),
                versions(vocabulary, language));
    }

    private static List<Version> versions(Vocabulary vocabulary, Language language) {
        return vocabulary.versions().stream()
                .map(version -> new Version(
                        version.getURI().replaceFirst(".*/", ""),
                        language.day(version.getProperty(DCTerms.issued).getString()),
                        vocabulary.text(version, DCTerms.description).in(language.tag()),
                        version.getURI().equals(vocabulary.version()) ? Links.local(version.getURI()) : null))
                .toList();
    }
}
