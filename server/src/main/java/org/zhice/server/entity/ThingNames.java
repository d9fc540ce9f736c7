package org.zhice.server.entity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** What the things of an answer are called on a page. */
public record ThingNames(Map<Node, Label> labels, Prefixes prefixes, Language language) {
    /** The kinds of addresses of ours at which something can be read. */
    private static final List<String> LED = List.of("id/", "concept/", "graph/", "ontology");

    /** The names of all things in some rows, by one query. */
    public static ThingNames in(Result rows, Release release, Language language) {
        return in(Stream.of(rows), release, language);
    }

    /** The same for several answers. */
    public static ThingNames in(Stream<Result> answers, Release release, Language language) {
        List<Node> things = answers.flatMap(rows -> rows.rows().stream()
                        .flatMap(row ->
                                rows.columns().stream().filter(row::contains).map(row::get)))
                .filter(Node::isURI)
                .distinct()
                .toList();
        return new ThingNames(Labels.of(release, things), Prefixes.of(release), language);
    }

    /** The name in the language of the page, in the other one if need be; without a name the shortened IRI. */
    public String of(Node thing) {
        Label label = labels.get(thing);
        return label != null
                ? label.in(language.tag())
                : Units.name(thing.getURI(), language).orElseGet(() -> prefixes.shorten(thing.getURI()));
    }

    /**
     * Where a page leads for a thing: to what this server says of it if it is ours, else to the thing itself; null if there
     * is nothing to be read at its address.
     */
    public static String link(String iri) {
        boolean led =
                !iri.startsWith(Terms.BASE) || LED.stream().anyMatch(iri.substring(Terms.BASE.length())::startsWith);
        return led && iri.matches("https?:.*") ? Links.local(iri) : null;
    }
}
