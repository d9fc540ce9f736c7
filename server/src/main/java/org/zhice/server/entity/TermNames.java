package org.zhice.server.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.store.Label;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What classes and properties are called: ours by the ontology, those of others by the words of this room.
 *
 * @param broader of each term all that follow from it
 */
record TermNames(Map<Node, Label> labels, Map<Node, Set<Node>> broader, Prefixes prefixes) {
    private static final Query TERMS = Queries.read(TermNames.class, "terms.rq");

    /** Those of a release; worked out once for each. */
    static TermNames of(Release release) {
        return release.memo(TermNames.class, () -> read(release));
    }

    /** That a preferred label is a label stands in SKOS and not in our ontology. */
    private static TermNames read(Release release) {
        Map<Node, Label> labels = new HashMap<>();
        Map<Node, Set<Node>> stated = new HashMap<>();
        for (Binding row : release.select(TERMS).rows()) {
            Node term = row.get("term");
            labels.put(term, new Label(Result.text(row, "en"), Result.text(row, "zh")));
            Set<Node> above = stated.computeIfAbsent(term, first -> new HashSet<>());
            Optional.ofNullable(row.get("broader")).ifPresent(above::add);
        }
        stated.computeIfAbsent(SKOS.prefLabel.asNode(), first -> new HashSet<>())
                .add(RDFS.label.asNode());
        Map<Node, Set<Node>> all = new HashMap<>();
        stated.keySet().forEach(term -> all.put(term, above(term, stated, new HashSet<>())));
        return new TermNames(labels, all, Prefixes.of(release));
    }

    private static Set<Node> above(Node term, Map<Node, Set<Node>> stated, Set<Node> found) {
        stated.getOrDefault(term, Set.of()).stream()
                .filter(found::add)
                .forEach(broader -> above(broader, stated, found));
        return found;
    }

    /** Whether a statement with the one term follows from that with the other. */
    boolean follows(Node broad, Node narrow) {
        return !broad.equals(narrow) && broader.getOrDefault(narrow, Set.of()).contains(broad);
    }

    /** What a term is called; its prefixed name if nobody has called it anything. */
    String of(Node term, Language language) {
        String name = prefixes.shorten(term.getURI());
        String label = labels.getOrDefault(term, Label.NONE).in(language.tag());
        return label.isEmpty()
                ? Messages.in(language, TermNames.class)
                        .find("term." + name.replace(':', '.'))
                        .orElse(name)
                : label;
    }
}
