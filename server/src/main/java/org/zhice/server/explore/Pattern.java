package org.zhice.server.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggregatorFactory;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.zhice.store.Queries;

/**
 * What is asked of the things of a kind: a query that comes with the program, of which the groups stay that are needed, with
 * the chosen values in their blocks of values. Groups are laid open, so that the query reads as a person would write it.
 *
 * @param query with all groups
 * @param parts the groups, each of one facet or of several that must hold of the same
 * @param before what stands before the groups: it says what the things are
 * @param behind what stands behind them: what is told of each thing
 */
record Pattern(Query query, List<Part> parts, List<Element> before, List<Element> behind) {
    /** Of the facet of a row of counts, and of its value. */
    static final Var FACET = Var.alloc("facet");

    static final Var VALUE = Var.alloc("value");

    private static final Map<Kind, Pattern> KNOWN = Kind.all().collect(Collectors.toMap(kind -> kind, Pattern::read));

    /** What is asked of the things of a kind. */
    static Pattern of(Kind kind) {
        return KNOWN.get(kind);
    }

    private static Pattern read(Kind kind) {
        Query query = Queries.read(Pattern.class, kind.id() + ".rq");
        List<Element> elements = ((ElementGroup) query.getQueryPattern()).getElements();
        List<Element> groups = elements.stream().filter(Part::is).toList();
        int first = elements.indexOf(groups.get(0));
        return new Pattern(
                query,
                groups.stream().map(Part::of).toList(),
                elements.subList(0, first),
                elements.subList(first + groups.size(), elements.size()));
    }

    /** The things. */
    Var thing() {
        return query.getProjectVars().get(0);
    }

    /** Its facets, in the order of the query. */
    List<Facet> facets() {
        return parts.stream().flatMap(part -> part.facets().stream()).toList();
    }

    /** The values of a facet that the query itself lists; none if the graph tells. */
    List<Node> listed(Facet facet) {
        return parts.stream()
                .filter(part -> part.facets().contains(facet))
                .flatMap(part -> part.listed(facet))
                .toList();
    }

    /** The things with the chosen values, and what is told of them. */
    Query rows(Map<Facet, List<Node>> chosen) {
        Query rows = query.cloneQuery();
        rows.setQueryPattern(group(chosen, chosen.keySet(), behind));
        return rows;
    }

    /** How many things have each value of a facet, and each value of another one. All that is chosen holds. */
    Query counts(Map<Facet, List<Node>> chosen, List<Facet> facets) {
        List<Facet> needed =
                Stream.concat(chosen.keySet().stream(), facets.stream()).toList();
        List<Var> grouped = facets.stream().map(Facet::var).toList();
        return counting(thing(), grouped, group(chosen, needed, List.of()));
    }

    /** How many things have each value of each facet, by one query. What is chosen in a facet itself does not narrow it. */
    Query counts(Map<Facet, List<Node>> chosen) {
        ElementUnion union = new ElementUnion();
        facets().forEach(facet -> union.addElement(group(
                without(chosen, facet),
                needed(chosen, facet),
                List.of(
                        new ElementBind(FACET, new NodeValueString(facet.id())),
                        new ElementBind(VALUE, new ExprVar(facet.var()))))));
        return counting(thing(), List.of(FACET, VALUE), union);
    }

    /**
     * How many things of the result each two agencies share.
     *
     * @param pairs what binds them: the variables and the condition
     */
    Query pairs(Map<Facet, List<Node>> chosen, Query pairs) {
        ElementGroup group = group(chosen, chosen.keySet(), ((ElementGroup) pairs.getQueryPattern()).getElements());
        return counting(thing(), pairs.getProjectVars(), group);
    }

    /** What is chosen in other facets. */
    static Map<Facet, List<Node>> without(Map<Facet, List<Node>> chosen, Facet facet) {
        Map<Facet, List<Node>> others = new EnumMap<>(Facet.class);
        others.putAll(chosen);
        others.remove(facet);
        return others;
    }

    private static List<Facet> needed(Map<Facet, List<Node>> chosen, Facet facet) {
        return Stream.concat(chosen.keySet().stream(), Stream.of(facet)).toList();
    }

    /** What the things are, the groups of some facets, and more. */
    private ElementGroup group(Map<Facet, List<Node>> chosen, Collection<Facet> needed, List<Element> more) {
        ElementGroup group = new ElementGroup();
        Stream<Element> groups = parts.stream()
                .filter(part -> part.facets().stream().anyMatch(needed::contains))
                .flatMap(part -> part.chosen(chosen));
        List<TriplePath> said = new ArrayList<>();
        Stream.of(before.stream(), groups, more.stream())
                .flatMap(elements -> elements)
                .flatMap(element -> element instanceof ElementPathBlock block ? once(block, said) : Stream.of(element))
                .forEach(group::addElement);
        return group;
    }

    /** Groups that speak of the same thing begin alike: what they say is said once. */
    private static Stream<Element> once(ElementPathBlock block, List<TriplePath> said) {
        ElementPathBlock rest = new ElementPathBlock();
        block.getPattern().getList().stream()
                .filter(triple -> !said.contains(triple))
                .forEach(rest::addTriplePath);
        said.addAll(rest.getPattern().getList());
        return rest.isEmpty() ? Stream.empty() : Stream.of(rest);
    }

    private Query counting(Var counted, List<Var> grouped, Element where) {
        Query counts = new Query();
        counts.setQuerySelectType();
        counts.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        grouped.forEach(counts::addResultVar);
        grouped.forEach(counts::addGroupBy);
        Expr count = counts.allocAggregate(AggregatorFactory.createCountExpr(true, new ExprVar(counted)));
        counts.addResultVar(Explored.COUNT.getVarName(), count);
        counts.setQueryPattern(where);
        counts.addOrderBy(new SortCondition(Explored.COUNT, Query.ORDER_DESCENDING));
        grouped.forEach(variable -> counts.addOrderBy(variable, Query.ORDER_ASCENDING));
        return counts;
    }
}
