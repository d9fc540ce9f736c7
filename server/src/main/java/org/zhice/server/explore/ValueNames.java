package org.zhice.server.explore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

/** What the values of facets are called: a plan by its year if no other plan is of that year. */
record ValueNames(Map<Node, Label> labels, Prefixes prefixes) {
    private static final Query YEARS = Queries.read(ValueNames.class, "years.rq");

    static ValueNames of(Collection<Node> values, Release release) {
        Map<Node, Label> labels = new HashMap<>(Labels.of(release, values));
        labels.putAll(plans(release));
        return new ValueNames(labels, Prefixes.of(release));
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

    /** Whether all words of a text stand in its id or a name, in either language. */
    boolean has(Node value, String id, String text) {
        Label label = of(value);
        String all = Names.fold(id + " " + label.en() + " " + label.zh());
        return Names.words(text).stream().allMatch(all::contains);
    }

    String of(Node value, Language language) {
        return Words.capital(of(value).in(language.tag()));
    }
}
