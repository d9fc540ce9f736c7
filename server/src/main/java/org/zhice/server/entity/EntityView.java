package org.zhice.server.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.zhice.server.entity.Facts.Meaning;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Templates;
import org.zhice.store.Labels;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * The page of a thing.
 *
 * @param kind what it is
 * @param overYears the address of the page that shows it through the years
 * @param text the address at which the document that it is, or is the text of, is read
 * @param place where it is stated, if there are no words of it and it is stated at one place
 * @param whole whether the totals of what points to it are whole
 * @param data its address in each form of data
 * @param citations the same for bibliographies
 * @param schemaOrg what search engines read
 */
record EntityView(
        String iri,
        Value name,
        Value kind,
        Optional<String> overYears,
        Optional<String> text,
        List<Group> facts,
        List<PlanYears.Year> years,
        List<Figures.Row> figures,
        List<Figures.Chart> charts,
        List<Elsewhere> elsewhere,
        List<Places.Passage> passages,
        Optional<String> place,
        List<Mention> mentions,
        int total,
        boolean whole,
        List<PageLink> pages,
        String citation,
        List<FormLink> data,
        List<FormLink> citations,
        Editors editors,
        String schemaOrg) {

    private static final Query FACTS = Queries.read(EntityView.class, "facts.rq");

    /** The addresses of the editor with the query behind each block. */
    record Editors(String plans, String figures, String elsewhere, String passages, String mentions) {}

    /** Facts of one meaning. */
    record Group(String key, List<Fact> facts, String query) {}

    /** The values of a property. */
    record Fact(String property, String href, List<Value> values) {}

    /** Something that points to the thing, and how. */
    record Mention(Value from, String properties) {}

    /** Another page of these; the key of its words and its address. */
    record PageLink(String relation, String href) {}

    /** A form of the description. */
    record FormLink(String label, String href) {}

    static Answer page(Client client, Release release, Document document) {
        Description description = document.description();
        Node thing = description.thing();
        Result plans = release.select(PlanYears.asked(thing));
        Result figures = release.select(Figures.asked(thing));
        List<Node> named = Stream.concat(PlanYears.nodes(plans), PlanYears.nodes(figures))
                .distinct()
                .toList();
        Shown shown = new Shown(description, Labels.of(release, named), TermNames.of(release), client.language());
        return Templates.page(client, "entity", view(client, release, document, shown, plans, figures));
    }

    private static EntityView view(
            Client client, Release release, Document document, Shown shown, Result plans, Result figures) {
        Description description = document.description();
        Facts facts = new Facts(description, shown.terms());
        List<Triple> own = facts.of(description.thing());
        Places places = new Places(description, shown);
        Figures drawn = new Figures(figures, shown);
        String path = Links.local(description.thing().getURI());
        return new EntityView(
                description.thing().getURI(),
                shown.of(description.thing()),
                kind(description, client),
                OverYears.of(description),
                Places.text(description.thing().getURI()),
                groups(own, facts, shown),
                new PlanYears(description.thing(), plans, shown).years(),
                drawn.rows(),
                drawn.charts(),
                Elsewhere.all(of(own, facts, Meaning.ELSEWHERE), shown),
                places.passages(),
                places.place(Messages.in(client.language(), EntityView.class)),
                mentions(description, shown),
                description.mentions().total(),
                description.mentions().whole(),
                pages(document, path),
                Citation.of(description, release, client.language()).text(),
                links(Form.data(), path),
                links(Form.citations(), path),
                editors(description, own, facts),
                new SchemaOrg(description, shown.terms().prefixes().all(), client).text());
    }

    /** It leads to all of its kind. */
    private static Value kind(Description description, Client client) {
        String iri = description.thing().getURI();
        String space = iri.substring(0, iri.lastIndexOf('/') + 1);
        return new Value(Listing.title(client, description.kinds(), space), Links.local(space), null);
    }

    private static List<Triple> of(List<Triple> own, Facts facts, Meaning meaning) {
        return own.stream().filter(fact -> facts.meaning(fact) == meaning).toList();
    }

    private static List<Group> groups(List<Triple> own, Facts facts, Shown shown) {
        return Stream.of(Meaning.NAME, Meaning.CLASS, Meaning.FIGURE, Meaning.RELATION, Meaning.WORDS)
                .map(meaning -> group(meaning, of(own, facts, meaning), facts, shown))
                .filter(group -> !group.facts().isEmpty())
                .toList();
    }

    private static Group group(Meaning meaning, List<Triple> all, Facts facts, Shown shown) {
        Map<Node, List<Value>> values = new LinkedHashMap<>();
        all.stream()
                .filter(fact -> !Facts.SHOWN_ELSEWHERE.contains(fact.getPredicate()))
                .forEach(fact -> values.computeIfAbsent(fact.getPredicate(), first -> new ArrayList<>())
                        .add(value(fact.getObject(), facts, shown)));
        List<Fact> grouped = values.entrySet().stream()
                .map(entry ->
                        new Fact(shown.term(entry.getKey()), entry.getKey().getURI(), entry.getValue()))
                .toList();
        return new Group(meaning.key(), grouped, query(facts.description().thing(), all));
    }

    private static Value value(Node value, Facts facts, Shown shown) {
        return facts.isPart(value) ? shown.part(value) : shown.of(value);
    }

    private static String query(Node thing, List<Triple> facts) {
        List<Node> properties =
                facts.stream().map(Triple::getPredicate).distinct().toList();
        return editor(Queries.over(Queries.over(FACTS, "thing", List.of(thing)), "property", properties));
    }

    private static String editor(Query query) {
        return Links.editor(Queries.text(query));
    }

    private static Editors editors(Description description, List<Triple> own, Facts facts) {
        Node thing = description.thing();
        return new Editors(
                editor(PlanYears.asked(thing)),
                editor(Figures.asked(thing)),
                query(thing, of(own, facts, Meaning.ELSEWHERE)),
                editor(Description.asked(thing, List.of())),
                editor(Mentions.asked(thing)));
    }

    private static List<Mention> mentions(Description description, Shown shown) {
        Map<Node, List<Node>> properties = new LinkedHashMap<>();
        description.mentions().things().forEach(from -> properties.put(from, new ArrayList<>()));
        description.mentions().links().stream()
                .filter(link -> properties.containsKey(link.from()))
                .forEach(link -> properties.get(link.from()).add(link.property()));
        return properties.entrySet().stream()
                .map(entry -> new Mention(shown.of(entry.getKey()), terms(entry.getValue(), shown)))
                .toList();
    }

    private static String terms(List<Node> properties, Shown shown) {
        return properties.stream()
                .filter(broad ->
                        properties.stream().noneMatch(narrow -> shown.terms().follows(broad, narrow)))
                .map(shown::term)
                .collect(Collectors.joining(", "));
    }

    private static List<PageLink> pages(Document document, String path) {
        return document.last() == 1
                ? List.of()
                : document.neighbours().stream()
                        .map(other -> new PageLink(
                                other.relation(),
                                path + Form.HTML.ending() + Document.query(other.page()) + "#mentions"))
                        .toList();
    }

    private static List<FormLink> links(List<Form> forms, String path) {
        return forms.stream()
                .map(form -> new FormLink(form.label(), path + form.ending()))
                .toList();
    }

    /** Where a thing is shown through the years, beside others of its kind. */
    private static final class OverYears {
        private static final Pattern THING = Pattern.compile(Pattern.quote(Terms.ID) + "([a-z]+)/([^/]+)");

        /** Kinds of which each thing has a page of its own. */
        private static final Map<String, String> EACH =
                Map.of("agency", "/agencies/", "area", "/places/", "instrument", "/laws/", "metric", "/metrics/");

        /** Kinds of which all stand on one page. */
        private static final Map<String, String> ALL = Map.of("campaign", "/campaigns");

        private OverYears() {}

        /** The address; empty for kinds that have no such page. */
        static Optional<String> of(Description description) {
            Matcher thing = THING.matcher(description.thing().getURI());
            return thing.matches() ? of(thing.group(1), thing.group(2)).or(() -> plan(description)) : Optional.empty();
        }

        private static Optional<String> of(String kind, String name) {
            return Optional.ofNullable(EACH.get(kind))
                    .map(address -> address + name)
                    .or(() -> Optional.ofNullable(ALL.get(kind)));
        }

        private static Optional<String> plan(Description description) {
            Node thing = description.thing();
            return description.graph().contains(thing, RDF.type.asNode(), Terms.term("Plan"))
                    ? G.listSP(description.graph(), thing, Terms.term("year")).stream()
                            .findFirst()
                            .map(year -> "/plans/" + year.getLiteralLexicalForm())
                    : Optional.empty();
        }
    }
}
