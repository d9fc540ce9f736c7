package org.zhice.server.ontology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.zhice.server.web.Language;

/**
 * A property as the page shows it.
 *
 * @param links whether it leads to things, not to text or numbers
 * @param chain the properties that lead the same way step by step; none if there are none
 */
record PropertyView(
        Term term,
        boolean links,
        List<Term> domain,
        List<Term> range,
        List<Term> parents,
        List<Term> children,
        List<Term> chain) {
    static PropertyView of(Resource of, Vocabulary vocabulary, Language language) {
        return new PropertyView(
                Term.of(of, vocabulary, language),
                of.hasProperty(RDF.type, OWL2.ObjectProperty),
                terms(vocabulary.objects(of, RDFS.domain), vocabulary, language),
                terms(vocabulary.objects(of, RDFS.range), vocabulary, language),
                terms(vocabulary.objects(of, RDFS.subPropertyOf), vocabulary, language),
                terms(vocabulary.subjects(RDFS.subPropertyOf, of), vocabulary, language),
                terms(chain(of), vocabulary, language));
    }

    private static Stream<Resource> chain(Resource of) {
        return Optional.ofNullable(of.getPropertyResourceValue(OWL2.propertyChainAxiom)).stream()
                .flatMap(list -> list.as(RDFList.class).asJavaList().stream())
                .map(RDFNode::asResource);
    }

    private static List<Term> terms(Stream<Resource> terms, Vocabulary vocabulary, Language language) {
        return terms.map(term -> Term.of(term, vocabulary, language)).toList();
    }
}
