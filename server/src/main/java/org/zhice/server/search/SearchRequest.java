package org.zhice.server.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Problem;
import org.zhice.store.Limits;
import org.zhice.store.Names;
import org.zhice.store.find.Facet;
import org.zhice.store.find.SearchIndex;

/**
 * What a client looks for.
 *
 * @param text as it was typed
 * @param chosen the value of each facet that narrows the search
 * @param page from 1
 * @param size hits on a page
 */
record SearchRequest(String text, Map<Facet, String> chosen, int page, int size) {
    private static final String PAGE = "page";
    private static final String SIZE = "page-size";
    private static final int SHOWN = 20;
    private static final int MOST_PAGES = 1_000_000;

    /** @throws Problem 400 for an option that is given twice or cannot have its value */
    static SearchRequest of(Client client, SearchIndex index, Limits limits) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            client.only(facet.id()).ifPresent(value -> chosen.put(facet, known(facet, value, index)));
        }
        return new SearchRequest(
                client.only("q").orElse(""),
                chosen,
                number(client, PAGE, 1, MOST_PAGES),
                number(client, SIZE, SHOWN, limits.pageRows()));
    }

    private static String known(Facet facet, String value, SearchIndex index) {
        String visible = Names.visible(value);
        if (!index.values(facet).contains(visible)) {
            throw Problem.option(facet.id(), value, String.join(", ", index.values(facet)));
        }
        return visible;
    }

    private static int number(Client client, String name, int otherwise, int most) {
        Optional<String> text = client.only(name);
        int number = text.map(digits -> digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0)
                .orElse(otherwise);
        if (number < 1 || number > most) {
            throw Problem.option(name, text.orElse(""), "1–" + most);
        }
        return number;
    }

    int pages(int hits) {
        return Math.max(1, (hits + size - 1) / size);
    }

    /** The hits of the page. */
    <T> List<T> of(List<T> hits) {
        if (page > pages(hits.size())) {
            throw Problem.option(PAGE, String.valueOf(page), "1–" + pages(hits.size()));
        }
        return hits.subList((page - 1) * size, Math.min(hits.size(), page * size));
    }

    /** The facets but one, as they narrow the counts of that one. */
    Map<Facet, String> without(Facet facet) {
        Map<Facet, String> others = new EnumMap<>(Facet.class);
        others.putAll(chosen);
        others.remove(facet);
        return others;
    }

    /** The address of the first page with a value of a facet, or with none. */
    String with(Facet facet, Optional<String> value) {
        Map<Facet, String> other = without(facet);
        value.ifPresent(one -> other.put(facet, one));
        return new SearchRequest(text, other, 1, size).address();
    }

    /** The address of another page. */
    String at(int other) {
        return new SearchRequest(text, chosen, other, size).address();
    }

    private String address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", text);
        chosen.forEach((facet, value) -> parameters.put(facet.id(), value));
        if (page > 1) {
            parameters.put(PAGE, String.valueOf(page));
        }
        if (size != SHOWN) {
            parameters.put(SIZE, String.valueOf(size));
        }
        return "/search" + Links.parameters(parameters);
    }
}
