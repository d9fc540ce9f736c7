package org.zhice.store.arq;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;

/** The graphs that a query, or who sends it, names with FROM. */
public final class PickedGraphs {
    private PickedGraphs() {}

    /**
     * Data with no other graphs than those. Jena's name for the default graph is that of an empty graph here, since all triples
     * have a graph of their own; they can be asked for together by its name for the union.
     *
     * @param picked at least one
     */
    public static DatasetGraph of(DatasetDescription picked, DatasetGraph data) {
        return DynamicDatasets.dynamicDataset(
                nodes(picked.getDefaultGraphURIs()), nodes(picked.getNamedGraphURIs()), data, false);
    }

    private static Set<Node> nodes(List<String> names) {
        return names.stream()
                .map(NodeFactory::createURI)
                .filter(name -> !Quad.isDefaultGraph(name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
