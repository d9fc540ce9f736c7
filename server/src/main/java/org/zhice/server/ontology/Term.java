package org.zhice.server.ontology;

import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;
import org.zhice.server.web.Language;
import org.zhice.store.Label;

/**
 * A class or property as a page shows it.
 *
 * @param id its place on the page; of a term of others too, where it has none
 * @param name its short name, such as {@code zc:Task}
 * @param iri in full
 * @param href its place on the page, or the term itself at its own vocabulary
 * @param label in the language of the page
 * @param other in the other language
 * @param definition likewise in the language of the page
 */
record Term(
        String id,
        String name,
        String iri,
        String href,
        String label,
        String other,
        String definition,
        boolean deprecated) {
    static Term of(Resource anywhere, Vocabulary vocabulary, Language language) {
        Resource term = anywhere.inModel(vocabulary.ontology());
        Label label = vocabulary.name(term);
        boolean ours = vocabulary.isOurs(term);
        return new Term(
                term.getLocalName(),
                vocabulary.shortName(term),
                term.getURI(),
                ours ? "#" + term.getLocalName() : term.getURI(),
                label.in(language.tag()),
                ours ? label.in(language.other().tag()) : "",
                vocabulary.text(term, SKOS.definition).in(language.tag()),
                term.hasLiteral(OWL2.deprecated, true));
    }
}
