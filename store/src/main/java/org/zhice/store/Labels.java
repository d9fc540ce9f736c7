package org.zhice.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What things are called, in both languages. */
public final class Labels {
    private static final Query LABELS = Queries.read(Labels.class, "labels.rq");

    /** Of a thing that has several kinds of names the first counts. */
    private static final List<String> PROPERTIES =
            List.of(Terms.ONTOLOGY + "title", SKOS.prefLabel.getURI(), RDFS.label.getURI());

    private Labels() {}

    /** The names of things, by one query; what has none is left out. */
    public static Map<Node, Label> of(Release release, Collection<Node> things) {
        Set<Node> iris = things.stream().filter(Node::isURI).collect(Collectors.toSet());
        if (iris.isEmpty()) {
            return Map.of();
        }
        Map<Node, Label> labels = new HashMap<>();
        release.select(Queries.over(LABELS, "thing", iris)).rows().stream()
                .collect(Collectors.groupingBy(row -> row.get("thing")))
                .forEach((thing, rows) -> labels.put(thing, of(rows)));
        return labels;
    }

    /** The name of a thing from rows with the columns {@code property} and {@code label}; none if it has none. */
    public static Label of(List<Binding> rows) {
        String best = rows.stream()
                .map(row -> Result.text(row, "property"))
                .filter(PROPERTIES::contains)
                .min(Comparator.comparingInt(PROPERTIES::indexOf))
                .orElse("");
        return new Label(text(rows, best, "en"), text(rows, best, "zh"));
    }

    private static String text(List<Binding> rows, String property, String language) {
        return rows.stream()
                .filter(row -> Result.text(row, "property").equals(property))
                .map(row -> row.get("label"))
                .filter(name -> name.getLiteralLanguage().startsWith(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }
}
