package org.zhice.server.reconcile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Problem;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What the graph says of some things.
 *
 * @param values by thing and property
 * @param labels of the values
 */
record Facts(Map<String, Map<String, List<Node>>> values, Map<Node, Label> labels) {
    private static final Query VALUES = Queries.read(Facts.class, "values.rq");

    /** What else a client sends as an id would break out of its brackets in a query that goes to a store elsewhere. */
    private static final Pattern IRI = Pattern.compile("[^\\x00-\\x20<>\"{}|^`\\\\]*");

    /**
     * The facts, by one query.
     *
     * @param things their IRIs; none for all
     * @param properties likewise
     */
    static Facts of(Release release, Collection<String> things, Collection<String> properties) {
        Query query = over(over(VALUES, "thing", things), "property", properties);
        Result result = release.select(query);
        if (!result.whole()) {
            throw Problem.of(413, "too-many-rows", result.rows().size());
        }
        Map<String, Map<String, List<Node>>> values = result.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> Result.text(row, "thing"),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                row -> Result.text(row, "property"),
                                LinkedHashMap::new,
                                Collectors.mapping(row -> row.get("value"), Collectors.toList()))));
        return new Facts(values, Labels.of(release, named(result.rows())));
    }

    private static Query over(Query query, String variable, Collection<String> iris) {
        return iris.isEmpty()
                ? query
                : Queries.over(
                        query,
                        variable,
                        iris.stream()
                                .filter(iri -> IRI.matcher(iri).matches())
                                .map(NodeFactory::createURI)
                                .toList());
    }

    private static List<Node> named(List<Binding> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.get("value"), row.get("property")))
                .toList();
    }

    List<Node> values(String thing, String property) {
        return values.getOrDefault(thing, Map.of()).getOrDefault(property, List.of());
    }

    Label label(Node node) {
        return labels.getOrDefault(node, Label.NONE);
    }
}
