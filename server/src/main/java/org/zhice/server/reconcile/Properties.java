package org.zhice.server.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Language;
import org.zhice.server.web.Problem;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Names;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * The properties that things have.
 *
 * @param all by their ids, which are prefixed names such as {@code zc:year}
 * @param byKind the ids of those of each kind, what most things have first
 */
record Properties(Map<String, Property> all, Map<String, List<String>> byKind) {
    private static final Query PROPERTIES = Queries.read(Properties.class, "properties.rq");

    /** A property with its IRI and its name. */
    record Property(String id, String iri, Label label) {
        String name(Language language) {
            return label.isEmpty() ? id : label.in(language.tag());
        }
    }

    /** Those of a release; worked out once for each. */
    static Properties of(Release release) {
        return release.memo(Properties.class, () -> read(release));
    }

    private static Properties read(Release release) {
        List<Binding> rows = release.select(PROPERTIES).rows();
        Map<Node, Label> labels =
                Labels.of(release, rows.stream().map(row -> row.get("property")).toList());
        Map<String, Property> all = new TreeMap<>();
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (Binding row : rows) {
            String iri = Result.text(row, "property");
            String id = Prefixes.of(release).shorten(iri);
            all.put(id, new Property(id, iri, labels.getOrDefault(row.get("property"), Label.NONE)));
            byKind.computeIfAbsent(Result.text(row, "kind"), kind -> new ArrayList<>())
                    .add(id);
        }
        return new Properties(all, byKind);
    }

    /** The property of an id. */
    Property required(String id) {
        String visible = Names.visible(id);
        if (!all.containsKey(visible)) {
            throw Problem.of(400, "reconcile-property", id);
        }
        return all.get(visible);
    }

    /** Those of things of a type. */
    List<Property> of(String type) {
        return byKind.getOrDefault(type, List.of()).stream().map(all::get).toList();
    }
}
