package org.zhice.server.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Language;
import org.zhice.server.web.Words;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What classes, graphs and things are called now, in the release that is served; what is no longer in it has its short
 * address only.
 */
record ThingNames(Map<Node, Label> labels, Prefixes prefixes, Language language) {
    private static final Query GRAPHS = Queries.read(ThingNames.class, "graphs.rq");

    static ThingNames of(Collection<String> things, Release release, Language language) {
        List<Node> nodes = things.stream().map(NodeFactory::createURI).toList();
        return new ThingNames(Labels.of(release, nodes), Prefixes.of(release), language);
    }

    static ThingNames ofGraphs(Release release, Language language) {
        Map<Node, Label> titles = release.memo(GRAPHS, () -> {
            Map<Node, Label> found = new HashMap<>();
            for (Binding row : release.select(GRAPHS).rows()) {
                found.put(row.get("graph"), Result.label(row, "title"));
            }
            return found;
        });
        return new ThingNames(titles, Prefixes.of(release), language);
    }

    /** In the words of the language; empty if there are none. */
    String label(String iri) {
        return Words.capital(
                labels.getOrDefault(NodeFactory.createURI(iri), Label.NONE).in(language.tag()));
    }

    /** With a prefix, or whole. */
    String shorten(String iri) {
        return prefixes.shorten(iri);
    }
}
