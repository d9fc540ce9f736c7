package org.zhice.server.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.zhice.server.web.Problem;
import org.zhice.store.arq.PickedGraphs;

/** The graphs that a query is about, if it or the request names some. */
final class RequestedDataset {
    private RequestedDataset() {}

    /**
     * The graphs of the store that are named; the whole store if none are.
     *
     * @param defaults by the request; what the request names goes before what the query names
     * @throws Problem 400 for a name that is no graph of the store: nothing is ever loaded
     */
    static DatasetGraph of(DatasetGraph store, String[] defaults, String[] named, Query query) {
        DatasetDescription description = described(texts(defaults), texts(named), query);
        if (description == null) {
            return store;
        }
        Stream.of(description.getDefaultGraphURIs(), description.getNamedGraphURIs())
                .flatMap(List::stream)
                .forEach(graph -> requireGraph(store, graph));
        return PickedGraphs.of(description, store);
    }

    private static DatasetDescription described(List<String> defaults, List<String> named, Query query) {
        return defaults.isEmpty() && named.isEmpty()
                ? DatasetDescription.create(query)
                : DatasetDescription.create(defaults, named);
    }

    private static List<String> texts(String[] values) {
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(value -> !value.isEmpty()).toList();
    }

    private static void requireGraph(DatasetGraph store, String name) {
        Node graph = NodeFactory.createURI(name);
        if (!Quad.isUnionGraph(graph) && !Quad.isDefaultGraph(graph) && !store.containsGraph(graph)) {
            throw Problem.of(400, "no-graph", name);
        }
    }
}
