package org.zhice.store.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Labels;
import org.zhice.store.Names;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;
import org.zhice.store.find.Found.Thing;

/**
 * The texts of a release that a search looks through. They are read whole, so all stores find the same, whatever index they
 * have; a release with more of them than an answer may have rows is searched in part, and says so.
 */
record SearchTexts(List<Text> all, boolean whole) {
    private static final Query TEXTS = Queries.read(SearchTexts.class, "search-texts.rq");
    private static final Query YEARS = Queries.read(SearchTexts.class, "search-years.rq");
    private static final Query AGENCIES = Queries.read(SearchTexts.class, "search-agencies.rq");

    /** Properties of wordings; all others are of names. */
    private static final Set<String> WORDINGS = Set.of(Terms.ONTOLOGY + "text", Terms.ONTOLOGY + "quote");

    /** A text of a thing, also folded. */
    record Text(Thing thing, String property, String text, String folded) {
        boolean isWording() {
            return WORDINGS.contains(property);
        }
    }

    static SearchTexts of(Release release) {
        Result rows = release.select(TEXTS);
        Map<String, Set<String>> years = values(release.select(YEARS), UnaryOperator.identity());
        Map<String, Set<String>> agencies = values(release.select(AGENCIES), Terms::localName);
        Map<String, List<Binding>> byThing = rows.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> Result.text(row, "thing"), LinkedHashMap::new, Collectors.toList()));
        List<Text> texts = new ArrayList<>();
        byThing.forEach((iri, names) -> texts.addAll(texts(
                new Thing(
                        iri, Labels.of(names), years.getOrDefault(iri, Set.of()), agencies.getOrDefault(iri, Set.of())),
                names)));
        return new SearchTexts(List.copyOf(texts), rows.whole());
    }

    private static Map<String, Set<String>> values(Result rows, UnaryOperator<String> form) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Binding row : rows.rows()) {
            values.computeIfAbsent(Result.text(row, "thing"), first -> new TreeSet<>())
                    .add(form.apply(Result.text(row, "value")));
        }
        values.replaceAll((thing, of) -> Collections.unmodifiableSet(of));
        return values;
    }

    /** A text that several properties have, or both languages, is one. */
    private static List<Text> texts(Thing thing, List<Binding> rows) {
        Set<String> seen = new LinkedHashSet<>();
        return rows.stream()
                .filter(row -> seen.add(Result.text(row, "label")))
                .map(row -> text(thing, Result.text(row, "property"), Result.text(row, "label")))
                .toList();
    }

    private static Text text(Thing thing, String property, String text) {
        return new Text(thing, property, text, Names.fold(text));
    }
}
