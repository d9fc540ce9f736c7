package org.zhice.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.store.Label;
import org.zhice.store.find.Facet;
import org.zhice.store.find.Found;
import org.zhice.store.find.Found.Match;
import org.zhice.store.find.Found.Part;
import org.zhice.store.find.SearchIndex;
import org.zhice.store.find.SearchWords;

/**
 * What the page of the search shows.
 *
 * @param text that was looked for; empty if nothing was
 * @param hidden what narrows the search, to go on with the next words
 * @param part whether the hits hold most words only
 * @param whole false if the release has more texts than are searched
 * @param json the address of the same for programs
 * @param place the number of this page and of the last; empty if there is one
 */
record SearchModel(
        String text,
        List<Hidden> hidden,
        List<Group> groups,
        List<Hit> hits,
        String total,
        boolean part,
        boolean whole,
        String json,
        String place,
        List<Link> pages) {

    /** A value of a facet that goes with the form. */
    record Hidden(String name, String value) {}

    /** The values of a facet; open if one is chosen or they are few. */
    record Group(String facet, boolean open, List<Value> values) {}

    /** A value that narrows the search or, if it is chosen, no more. */
    record Value(String name, String href, String count, boolean chosen) {}

    /**
     * A thing that was found.
     *
     * @param name in the language of the page, in parts if the words stand in it
     * @param lang the language of the name
     * @param other its name in the other language, likewise
     * @param text another text in which the words stand; empty if it is one of these
     */
    record Hit(
            String href, List<Part> name, String lang, List<Part> other, List<Part> text, String type, String years) {}

    /** A page to go to, with its relation to this one. */
    record Link(String rel, String href) {}

    /** The page before anything is looked for. */
    static SearchModel empty() {
        return new SearchModel("", List.of(), List.of(), List.of(), "", false, true, "", "", List.of());
    }

    static SearchModel of(SearchRequest request, Found found, SearchIndex index, SearchWords words, Language language) {
        Found chosen = found.only(request.chosen());
        int total = chosen.matches().size();
        int last = request.pages(total);
        return new SearchModel(
                request.text(),
                request.chosen().entrySet().stream()
                        .map(value -> new Hidden(value.getKey().id(), value.getValue()))
                        .toList(),
                Stream.of(Facet.values())
                        .map(facet -> group(facet, request, found, index, language))
                        .filter(group -> !group.values().isEmpty())
                        .toList(),
                request.of(chosen.matches()).stream()
                        .map(match -> hit(match, index, words, language))
                        .toList(),
                Numbers.show(total, language),
                found.part(),
                found.whole(),
                request.at(request.page()) + "&format=json",
                last == 1 ? "" : Numbers.show(request.page(), language) + " / " + Numbers.show(last, language),
                pages(request, last));
    }

    private static Group group(Facet facet, SearchRequest request, Found found, SearchIndex index, Language language) {
        Optional<String> chosen = Optional.ofNullable(request.chosen().get(facet));
        List<Value> values = found.only(request.without(facet)).most(facet).stream()
                .map(value -> new Value(
                        new ValueNames(index).of(facet, value.getKey()).in(language.tag()),
                        request.with(
                                facet, Optional.of(value.getKey()).filter(one -> !chosen.equals(Optional.of(one)))),
                        Numbers.show(value.getValue(), language),
                        chosen.equals(Optional.of(value.getKey()))))
                .toList();
        return new Group(facet.id(), facet != Facet.AGENCY || chosen.isPresent(), values);
    }

    private static Hit hit(Match match, SearchIndex index, SearchWords words, Language language) {
        Label label = match.thing().label();
        List<Part> parts = index.parts(match, words);
        String name = label.isEmpty() ? match.text() : label.in(language.tag());
        String other = label.in(language.other().tag());
        boolean isShown = name.equals(match.text()) || other.equals(match.text());
        return new Hit(
                Links.local(match.thing().iri()),
                name.equals(match.text()) ? parts : plain(name),
                name.equals(label.zh()) ? "zh" : "en",
                other.equals(match.text()) ? parts : plain(other),
                isShown ? List.of() : parts,
                new ValueNames(index).of(Facet.TYPE, match.thing().type()).in(language.tag()),
                String.join(", ", match.thing().years()));
    }

    private static List<Part> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(new Part(text, false));
    }

    private static List<Link> pages(SearchRequest request, int last) {
        List<Link> pages = new ArrayList<>();
        if (request.page() > 1) {
            pages.add(new Link("prev", request.at(request.page() - 1)));
        }
        if (request.page() < last) {
            pages.add(new Link("next", request.at(request.page() + 1)));
        }
        return pages;
    }
}
