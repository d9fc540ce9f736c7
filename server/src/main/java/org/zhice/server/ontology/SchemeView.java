package org.zhice.server.ontology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** A code list as the page shows it. */
record SchemeView(String id, String iri, String title, String address, List<Concept> concepts) {
    /** A concept of it; its definition may be empty. */
    record Concept(String id, String label, String definition, String address) {
        static Concept of(Binding row, Language language) {
            String iri = Result.text(row, "concept");
            return new Concept(
                    Terms.localName(iri),
                    Result.label(row, "label").in(language.tag()),
                    Result.label(row, "definition").in(language.tag()),
                    Links.local(iri));
        }
    }

    /** All of them, from a row for each concept. */
    static List<SchemeView> all(List<Binding> rows, Language language) {
        Map<String, List<Binding>> schemes = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Result.text(row, "scheme"), LinkedHashMap::new, Collectors.toList()));
        return schemes.entrySet().stream()
                .map(scheme -> of(scheme.getKey(), scheme.getValue(), language))
                .toList();
    }

    private static SchemeView of(String iri, List<Binding> rows, Language language) {
        return new SchemeView(
                "scheme-" + Terms.localName(iri),
                iri,
                Result.label(rows.get(0), "scheme").in(language.tag()),
                Links.local(iri),
                rows.stream()
                        .filter(row -> row.contains("concept"))
                        .map(row -> Concept.of(row, language))
                        .toList());
    }

    /** As what values of a property are taken from. */
    Term asTerm() {
        return new Term(id, "c:" + Terms.localName(iri), iri, "#" + id, title, "", "", false);
    }
}
