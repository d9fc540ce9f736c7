package org.zhice.server.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.explore.Explored.Count;
import org.zhice.server.explore.Kind.View;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;

/**
 * What the page shows.
 *
 * @param kinds the kinds of things to browse
 * @param chosen the values that narrow the result, each with the address without it
 * @param total how many things were found
 * @param whole false if there are more than an answer may hold
 * @param axes what a drawing can be made by; none of a list and of a network
 * @param sheet the things, in a list or a table
 * @param drawing if the result is drawn
 * @param sparql the queries behind what is shown
 * @param place the number of this page and of the last; empty if there is one
 */
record ExploreModel(
        String kind,
        List<Tab> kinds,
        List<Tab> views,
        List<Tab> chosen,
        String clear,
        List<Group> facets,
        String total,
        boolean whole,
        List<Tab> axes,
        Optional<Sheet> sheet,
        boolean list,
        Optional<Drawing> drawing,
        List<Sparql> sparql,
        String csv,
        String json,
        String place,
        List<Link> pages) {
    private static final int MOST = 10;

    /** Something to choose from: the key of its words or its name, and whether it is shown now. */
    record Tab(String name, String href, boolean current) {}

    /**
     * The values of a facet.
     *
     * @param all how many there are, if not all are shown; else empty
     * @param turn the address with all of them, or with the most frequent
     * @param many whether it may be shown in part
     * @param find what is looked for among them; null if nothing is
     * @param found what was found by that, in words
     * @param fields what a form sends that looks for some of them
     * @param query the address of the editor with the query of the counts
     */
    record Group(
            String id,
            String name,
            List<Value> values,
            String all,
            String turn,
            boolean many,
            String find,
            String found,
            List<Map.Entry<String, String>> fields,
            String query) {}

    /** A value that narrows the result or, if it is chosen, no more. */
    record Value(String name, String href, String count, boolean chosen) {}

    /** A query, what it is of, and the address of the editor with it. */
    record Sparql(String of, String text, String editor) {}

    /** A page to go to, with its relation to this one. */
    record Link(String rel, String href) {}

    private record Maker(Explored found, ValueNames names, Messages words) {
        ExploreModel model() {
            int all = found.rows().rows().size();
            int last = found.pages();
            boolean drawn = choice().view() != View.LIST && choice().view() != View.TABLE;
            String address = choice().at(1).address();
            return new ExploreModel(
                    choice().kind().id(),
                    Kind.all()
                            .map(kind -> new Tab(kind.id(), choice().as(kind).address(), kind == choice().kind()))
                            .toList(),
                    choice().kind().views().stream()
                            .map(view ->
                                    new Tab(view.id(), choice().seenAs(view).address(), view == choice().view()))
                            .toList(),
                    chosen(),
                    Choice.of(choice().kind()).seenAs(choice().view()).address(),
                    groups(),
                    Numbers.show(all, language()),
                    found.whole(),
                    choice().view() == View.CHART || choice().view() == View.TIMELINE ? axes() : List.of(),
                    drawn ? Optional.empty() : Optional.of(sheet()),
                    choice().view() == View.LIST,
                    drawn ? Optional.of(Drawing.of(found, names, words)) : Optional.empty(),
                    sparql(drawn),
                    address + "&format=csv",
                    address + "&format=json",
                    drawn || last == 1
                            ? ""
                            : Numbers.show(choice().page(), language()) + " / " + Numbers.show(last, language()),
                    drawn ? List.of() : pages(last));
        }

        private Language language() {
            return words.language();
        }

        private Choice choice() {
            return found.choice();
        }

        private String name(Facet facet) {
            return words.text("explore.by." + facet.id());
        }

        private List<Tab> chosen() {
            return choice().chosen().entrySet().stream()
                    .flatMap(facet -> facet.getValue().stream().map(value -> chosen(facet.getKey(), value)))
                    .toList();
        }

        private Tab chosen(Facet facet, Node value) {
            return new Tab(
                    name(facet) + words.text("explore.colon") + names.of(value, language()),
                    choice().turned(facet, value).address(),
                    true);
        }

        private List<Group> groups() {
            return found.counts().entrySet().stream()
                    .filter(facet -> !facet.getValue().isEmpty())
                    .map(facet -> group(facet.getKey(), facet.getValue()))
                    .toList();
        }

        private Group group(Facet facet, List<Count> found) {
            List<Count> counts = facet == choice().kind().time() ? inTime(found) : found;
            boolean all = choice().all().filter(facet::equals).isPresent();
            String find = all ? choice().find() : "";
            List<Count> named = counts.stream()
                    .filter(count -> names.has(count.value(), facet.id(count.value()), find))
                    .toList();
            Set<Count> shown = new HashSet<>(all ? named : counts.subList(0, Math.min(MOST, counts.size())));
            List<Value> values = counts.stream()
                    .filter(count -> shown.contains(count) || choice().isChosen(facet, count.value()))
                    .map(count -> value(facet, count))
                    .toList();
            boolean isLong = counts.size() > MOST;
            return new Group(
                    facet.id(),
                    name(facet),
                    values,
                    isLong && !all ? Numbers.show(counts.size(), language()) : "",
                    choice().showing(all ? Optional.empty() : Optional.of(facet))
                                    .address() + "#by-" + facet.id(),
                    isLong || !find.isEmpty(),
                    find.isEmpty() ? null : find,
                    found(find, named.size(), counts.size()),
                    choice().showing(Optional.of(facet)).at(1).fields(),
                    Links.editor(text().counts(facet)));
        }

        private String found(String find, int named, int all) {
            return named == 0
                    ? words.text("explore.find.none", find)
                    : words.text(
                            "explore.find.found", find, Numbers.show(named, language()), Numbers.show(all, language()));
        }

        /** Years one after the other; other values by how frequent they are. */
        private List<Count> inTime(List<Count> counts) {
            return counts.stream()
                    .sorted(Comparator.comparing(count -> names.of(count.value(), language())))
                    .toList();
        }

        private Value value(Facet facet, Count count) {
            return new Value(
                    names.of(count.value(), language()),
                    choice().turned(facet, count.value()).address(),
                    Numbers.show(count.things(), language()),
                    choice().isChosen(facet, count.value()));
        }

        private List<Tab> axes() {
            Facet time = choice().kind().time();
            Facet by = choice().by().orElse(time);
            return found.counts().entrySet().stream()
                    .filter(facet -> !facet.getValue().isEmpty())
                    .map(facet -> new Tab(
                            name(facet.getKey()),
                            choice().drawnBy(Optional.of(facet.getKey()).filter(one -> one != time))
                                    .address(),
                            facet.getKey() == by))
                    .toList();
        }

        private Sheet sheet() {
            List<Binding> rows = found.page();
            return Sheet.of(found.rows(), rows, names, language());
        }

        private QueryText text() {
            return new QueryText(choice(), names, language());
        }

        private List<Sparql> sparql(boolean drawn) {
            List<Sparql> all = new ArrayList<>();
            all.add(sparql("explore.sparql.rows", text().rows()));
            if (drawn) {
                all.add(0, sparql("explore.sparql.drawn", text().drawn()));
            }
            return all;
        }

        private Sparql sparql(String key, String text) {
            return new Sparql(words.text(key), text, Links.editor(text));
        }

        private List<Link> pages(int last) {
            int page = choice().page();
            return Stream.of(
                            new Link("prev", page > 1 ? choice().at(page - 1).address() : ""),
                            new Link("next", page < last ? choice().at(page + 1).address() : ""))
                    .filter(link -> !link.href().isEmpty())
                    .toList();
        }
    }

    /** What was found, in words. */
    static ExploreModel of(Explored found, ValueNames names, Messages words) {
        return new Maker(found, names, words).model();
    }
}
