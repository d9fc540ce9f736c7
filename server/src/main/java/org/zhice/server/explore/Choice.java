package org.zhice.server.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.zhice.server.explore.Kind.View;
import org.zhice.server.web.Links;

/**
 * What is looked at: all of it stands in the address of the page.
 *
 * @param chosen values by facet: a thing has one of each facet
 * @param by the facet that a chart is drawn by
 * @param all the facet of which all values are shown
 * @param find what the names of these values must have in them; empty if any are shown
 * @param page from 1
 * @param size rows on a page
 */
record Choice(
        Kind kind,
        Map<Facet, List<Node>> chosen,
        View view,
        Optional<Facet> by,
        Optional<Facet> all,
        String find,
        int page,
        int size) {
    static final String ADDRESS = "/explore";
    static final String KIND = "kind";
    static final String VIEW = "view";
    static final String BY = "by";
    static final String ALL = "all";
    static final String FIND = "find";
    static final String PAGE = "page";
    static final String SIZE = "page-size";
    static final int ROWS = 20;

    /** The parameters that are no facets. */
    static final Set<String> OWN = Set.of(KIND, VIEW, BY, ALL, FIND, PAGE, SIZE, "format", "lang");

    /** All things of a kind. */
    static Choice of(Kind kind) {
        return new Choice(kind, Map.of(), View.LIST, Optional.empty(), Optional.empty(), "", 1, ROWS);
    }

    boolean isChosen(Facet facet, Node value) {
        return chosen.getOrDefault(facet, List.of()).contains(value);
    }

    /** The same with a value more or, if it is chosen, without it. */
    Choice turned(Facet facet, Node value) {
        List<Node> values = new ArrayList<>(chosen.getOrDefault(facet, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        Map<Facet, List<Node>> others = new EnumMap<>(Facet.class);
        others.putAll(chosen);
        others.put(facet, List.copyOf(values));
        others.values().removeIf(List::isEmpty);
        return new Choice(kind, others, view, by, all, find, 1, size);
    }

    /** Things of another kind, with what can be chosen of both. */
    Choice as(Kind other) {
        Map<Facet, List<Node>> both = new EnumMap<>(Facet.class);
        both.putAll(chosen);
        both.keySet().retainAll(other.pattern().facets());
        View seen = other.views().contains(view) ? view : View.LIST;
        return new Choice(other, both, seen, Optional.empty(), Optional.empty(), "", 1, size);
    }

    Choice seenAs(View other) {
        return new Choice(kind, chosen, other, by, all, find, 1, size);
    }

    Choice drawnBy(Optional<Facet> facet) {
        return new Choice(kind, chosen, view, facet, all, find, 1, size);
    }

    /** With all values of a facet, or the most frequent of each. */
    Choice showing(Optional<Facet> facet) {
        return new Choice(kind, chosen, view, by, facet, "", page, size);
    }

    Choice at(int other) {
        return new Choice(kind, chosen, view, by, all, find, other, size);
    }

    /** Its address: equal for equal choices. */
    String address() {
        return ADDRESS
                + Links.parameters(own())
                + values().map(Choice::parameter).collect(Collectors.joining());
    }

    /** Its names and values as a form sends them. */
    List<Map.Entry<String, String>> fields() {
        return Stream.concat(own().entrySet().stream(), values()).toList();
    }

    private Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put(KIND, kind.id());
        if (view != View.LIST) {
            own.put(VIEW, view.id());
        }
        by.ifPresent(facet -> own.put(BY, facet.id()));
        all.ifPresent(facet -> own.put(ALL, facet.id()));
        if (!find.isEmpty()) {
            own.put(FIND, find);
        }
        if (page > 1) {
            own.put(PAGE, String.valueOf(page));
        }
        if (size != ROWS) {
            own.put(SIZE, String.valueOf(size));
        }
        return own;
    }

    private Stream<Map.Entry<String, String>> values() {
        return kind.pattern().facets().stream()
                .flatMap(facet -> chosen.getOrDefault(facet, List.of()).stream()
                        .map(facet::id)
                        .sorted()
                        .map(value -> Map.entry(facet.id(), value)));
    }

    private static String parameter(Map.Entry<String, String> value) {
        return Links.parameters(Map.ofEntries(value)).replaceFirst("\\?", "&");
    }

    /** The names of all parameters. */
    List<String> names() {
        return Stream.concat(
                        kind.pattern().facets().stream().map(Facet::id),
                        OWN.stream().sorted())
                .toList();
    }
}
