package org.zhice.server.explore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.zhice.server.web.Language;
import org.zhice.server.web.Words;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Names;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What the values of facets are called: a plan by its year if no other plan is of that year.
 *
 * @param also other names of a value in one text, by which it is found though not shown
 */
record ValueNames(Map<Node, Label> labels, Map<Node, String> also, Prefixes prefixes) {
    private static final Query YEARS = Queries.read(ValueNames.class, "years.rq");

    private static final Query ALSO = Queries.read(ValueNames.class, "also.rq");

    /** Their names; other names too if something is looked for among them. */
    static ValueNames of(Collection<Node> values, boolean looksFor, Release release) {
        Map<Node, Label> labels = new HashMap<>(Labels.of(release, values));
        labels.putAll(plans(release));
        return new ValueNames(labels, looksFor ? also(values, release) : Map.of(), Prefixes.of(release));
    }

    private static Map<Node, String> also(Collection<Node> values, Release release) {
        Set<Node> iris = values.stream().filter(Node::isURI).collect(Collectors.toSet());
        return iris.isEmpty()
                ? Map.of()
                : release.select(Queries.over(ALSO, "thing", iris)).rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("thing"),
                                Collectors.mapping(row -> Result.text(row, "name"), Collectors.joining(" "))));
    }

    private static Map<Node, Label> plans(Release release) {
        return release.memo(ValueNames.class, () -> {
            Map<Node, Label> names = new HashMap<>();
            release.select(YEARS).rows().stream()
                    .collect(Collectors.groupingBy(row -> Result.text(row, "year")))
                    .forEach((year, plans) -> {
                        if (plans.size() == 1) {
                            names.put(plans.get(0).get("plan"), new Label(year, year));
                        }
                    });
            return names;
        });
    }

    /** The name in both languages. */
    Label of(Node value) {
        if (value.isLiteral()) {
            return new Label(value.getLiteralLexicalForm(), value.getLiteralLexicalForm());
        }
        String iri = prefixes.shorten(value.getURI());
        return labels.getOrDefault(value, new Label(iri, iri));
    }

    /** Whether all words of a text stand in its id or its names, in either language. */
    boolean has(Node value, String id, String text) {
        Label label = of(value);
        String all = Names.fold(id + " " + label.en() + " " + label.zh() + " " + also.getOrDefault(value, ""));
        return Names.words(text).stream().allMatch(all::contains);
    }

    String of(Node value, Language language) {
        return Words.capital(of(value).in(language.tag()));
    }
}
