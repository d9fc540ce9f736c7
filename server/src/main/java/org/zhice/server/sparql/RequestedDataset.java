package org.zhice.server.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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
        requireGraphs(description, store::containsGraph);
        return PickedGraphs.of(description, store);
    }

    /**
     * The same query about the graphs that are named.
     *
     * @param defaults by the request; what the request names goes before what the query names
     * @param isThere whether the store has a graph
     * @throws Problem 400 for a name that is no graph of the store
     */
    static Query of(Query query, String[] defaults, String[] named, Predicate<Node> isThere) {
        DatasetDescription description = described(texts(defaults), texts(named), query);
        if (description == null) {
            return query;
        }
        requireGraphs(description, isThere);
        Query about = query.cloneQuery();
        about.getGraphURIs().clear();
        about.getNamedGraphURIs().clear();
        description.getDefaultGraphURIs().forEach(about::addGraphURI);
        description.getNamedGraphURIs().forEach(about::addNamedGraphURI);
        return about;
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

    private static void requireGraphs(DatasetDescription description, Predicate<Node> isThere) {
        Stream.of(description.getDefaultGraphURIs(), description.getNamedGraphURIs())
                .flatMap(List::stream)
                .map(NodeFactory::createURI)
                .filter(graph -> !Quad.isUnionGraph(graph) && !Quad.isDefaultGraph(graph) && !isThere.test(graph))
                .findFirst()
                .ifPresent(graph -> {
                    throw Problem.of(400, "no-graph", graph.getURI());
                });
    }
}
