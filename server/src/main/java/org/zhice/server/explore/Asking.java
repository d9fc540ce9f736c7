package org.zhice.server.explore;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.zhice.server.entity.Near;
import org.zhice.server.entity.Space;
import org.zhice.server.explore.Kind.View;
import org.zhice.server.web.Client;
import org.zhice.server.web.Phrase;
import org.zhice.server.web.Problem;
import org.zhice.store.Names;
import org.zhice.store.Release;
import org.zhice.store.find.SearchWords;

/** Reads what is looked at from an address. Values are looked up before anything is asked with them. */
record Asking(Client client, Release release) {
    private static final int MOST_PAGES = 1_000_000;
    private static final int LISTED = 20;

    /** @throws Problem 400 for a parameter that there is not, or a value that it cannot have */
    Choice choice() {
        Kind kind = one(Choice.KIND, Kind.all().toList(), Kind::id).orElse(Kind.TASK);
        List<Facet> facets = kind.pattern().facets();
        requireKnown(Choice.of(kind).names());
        Optional<Facet> all = one(Choice.ALL, facets, Facet::id);
        return new Choice(
                kind,
                chosen(facets),
                one(Choice.VIEW, kind.views(), View::id).orElse(View.LIST),
                one(Choice.BY, facets, Facet::id),
                all,
                find(all),
                number(Choice.PAGE, 1, MOST_PAGES),
                number(Choice.SIZE, Choice.ROWS, release.limits().pageRows()));
    }

    private void requireKnown(List<String> names) {
        client.parameters().keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    Phrase possible = new Phrase("parameters.names", List.of(String.join(", ", names)));
                    throw Problem.of(400, "parameter-unknown", name, "", possible)
                            .with("parameter", new JsonString(name));
                });
    }

    private <T> Optional<T> one(String name, List<T> known, Function<T, String> id) {
        return client.only(name)
                .map(text -> known.stream()
                        .filter(value -> id.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.option(
                                name, text, known.stream().map(id).collect(Collectors.joining(", ")))));
    }

    /** What is looked for among the values of a facet. */
    private String find(Optional<Facet> all) {
        String text = client.only(Choice.FIND).map(Names::visible).orElse("");
        if (!text.isEmpty() && all.isEmpty()) {
            throw Problem.of(400, "explore-find").with("parameter", new JsonString(Choice.FIND));
        }
        if (text.codePointCount(0, text.length()) > SearchWords.LONGEST) {
            throw Problem.of(400, "search-long", SearchWords.LONGEST).with("parameter", new JsonString(Choice.FIND));
        }
        return text;
    }

    private int number(String name, int otherwise, int most) {
        Optional<String> text = client.only(name);
        int number = text.map(digits -> digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0)
                .orElse(otherwise);
        if (number < 1 || number > most) {
            throw Problem.option(name, text.orElse(""), "1–" + most);
        }
        return number;
    }

    private Map<Facet, List<Node>> chosen(List<Facet> facets) {
        Map<Facet, List<Node>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : facets) {
            List<Node> values = client.parameters().getOrDefault(facet.id(), List.of()).stream()
                    .map(Names::visible)
                    .filter(text -> !text.isEmpty())
                    .map(text -> value(facet, text))
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        return chosen;
    }

    private Node value(Facet facet, String text) {
        if (facet.isYear()) {
            return Optional.of(text)
                    .filter(digits -> digits.matches("[1-9][0-9]{3}"))
                    .map(facet::node)
                    .orElseThrow(() -> Problem.option(facet.id(), text, "1000–9999"));
        }
        List<String> ids = ids(facet);
        if (!ids.contains(text)) {
            throw refused(facet, text, ids);
        }
        return facet.node(text);
    }

    /** Tells all ids if they are few, else those that may have been meant, else where they stand with their names. */
    private Problem refused(Facet facet, String text, List<String> ids) {
        List<String> expected = ids.size() <= LISTED ? ids : near(facet, text);
        if (!expected.isEmpty()) {
            return Problem.option(facet.id(), text, String.join(", ", expected));
        }
        Kind kind = one(Choice.KIND, Kind.all().toList(), Kind::id).orElse(Kind.TASK);
        String list = Choice.of(kind).showing(Optional.of(facet)).address() + "#by-" + facet.id();
        return Problem.of(400, "explore-value", facet.id(), text, list)
                .with("parameter", new JsonString(facet.id()))
                .with("found", new JsonString(text))
                .with(Problem.LIST, new JsonString(list));
    }

    private List<String> near(Facet facet, String text) {
        return Near.to(release, facet.space(), facet.prefix() + text).stream()
                .map(Near::iri)
                .filter(facet::holds)
                .map(iri -> facet.id(iri))
                .toList();
    }

    /** The ids of all values that a facet could have, whether anything has them or not. */
    private List<String> ids(Facet facet) {
        List<Node> listed = Kind.all()
                .filter(kind -> kind.pattern().facets().contains(facet))
                .flatMap(kind -> kind.pattern().listed(facet).stream())
                .distinct()
                .toList();
        return listed.isEmpty()
                ? Space.names(release, facet.space()).stream()
                        .filter(facet::holds)
                        .map(iri -> facet.id(iri))
                        .toList()
                : listed.stream().map(facet::id).toList();
    }
}
