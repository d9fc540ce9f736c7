package org.zhice.server.sparql;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Language;
import org.zhice.server.web.Numbers;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** What can stand in a query over a release: its classes and the properties of their things, from what it says of itself. */
final class Schema {
    private static final Query SCHEMA = Queries.read(Schema.class, "schema.rq");

    private Schema() {}

    /**
     * A class or a property.
     *
     * @param name as it stands in a query
     * @param label in the language of the page; the name if it has none
     * @param other in the other language, to be found by; null if it has none
     * @param count of things, or how often it is said
     */
    record Term(String name, String label, String other, String count) {}

    /** A class with the properties of its things. */
    record Kind(Term term, List<Term> properties) {}

    /** The classes, the largest first; none of a release that does not tell. */
    static List<Kind> of(Release release, Language language) {
        return release.memo(List.of(Schema.class, language), () -> read(release, language));
    }

    private static List<Kind> read(Release release, Language language) {
        Result rows = release.select(SCHEMA);
        Map<Node, Label> labels = Labels.of(
                release,
                rows.rows().stream()
                        .flatMap(row -> Stream.of(row.get("class"), row.get("property")))
                        .toList());
        Prefixes prefixes = Prefixes.of(release);
        return Result.groups(rows.rows(), "class").stream()
                .map(some -> new Kind(
                        term(some.get(0), "class", "things", labels, prefixes, language),
                        some.stream()
                                .map(row -> term(row, "property", "uses", labels, prefixes, language))
                                .toList()))
                .toList();
    }

    private static Term term(
            Binding row, String column, String count, Map<Node, Label> labels, Prefixes prefixes, Language language) {
        Node term = row.get(column);
        String name = prefixes.shorten(term.getURI());
        Label label = labels.getOrDefault(term, Label.NONE);
        String other = label.in(language.other().tag());
        String shown = label.in(language.tag());
        return new Term(
                name.equals(term.getURI()) ? "<" + name + ">" : name,
                shown.isEmpty() ? name : shown,
                other.isEmpty() || other.equals(shown) ? null : other,
                Numbers.show(Result.text(row, count), language));
    }
}
