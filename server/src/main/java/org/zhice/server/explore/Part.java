package org.zhice.server.explore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * A group of a query with blocks of values to choose from.
 *
 * @param facets one for each block
 */
record Part(List<Facet> facets, List<Element> elements) {
    static boolean is(Element element) {
        return element instanceof ElementGroup group
                && group.getElements().stream().anyMatch(ElementData.class::isInstance);
    }

    static Part of(Element group) {
        List<Element> elements = ((ElementGroup) group).getElements();
        return new Part(
                elements.stream()
                        .flatMap(element -> data(element).stream())
                        .map(data -> Facet.of(data.getVars().get(0)))
                        .toList(),
                elements);
    }

    /** Its elements with the chosen values. A block that is not chosen from goes, unless it lists what there is. */
    Stream<Element> chosen(Map<Facet, List<Node>> chosen) {
        return elements.stream()
                .flatMap(element ->
                        data(element).map(data -> chosen(data, chosen)).orElse(Stream.of(element)));
    }

    private static Stream<Element> chosen(ElementData data, Map<Facet, List<Node>> chosen) {
        List<Node> values = chosen.getOrDefault(Facet.of(data.getVars().get(0)), listed(data));
        return values.isEmpty()
                ? Stream.empty()
                : Stream.of(block(data.getVars().get(0), values));
    }

    /** The values that the block of a facet lists; none if the graph tells. */
    Stream<Node> listed(Facet facet) {
        return elements.stream()
                .flatMap(element -> data(element).stream())
                .filter(data -> data.getVars().contains(facet.var()))
                .flatMap(data -> listed(data).stream());
    }

    private static List<Node> listed(ElementData data) {
        Var variable = data.getVars().get(0);
        return data.getRows().stream()
                .filter(row -> row.contains(variable))
                .map(row -> row.get(variable))
                .toList();
    }

    private static ElementData block(Var variable, List<Node> values) {
        ElementData block = new ElementData();
        block.add(variable);
        values.forEach(value -> block.add(BindingFactory.binding(variable, value)));
        return block;
    }

    private static Optional<ElementData> data(Element element) {
        return element instanceof ElementData data ? Optional.of(data) : Optional.empty();
    }
}
