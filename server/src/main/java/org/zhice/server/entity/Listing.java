package org.zhice.server.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/**
 * All things whose addresses begin alike, a few hundred on a page.
 *
 * @param title what they are
 * @param total how many there are
 * @param pages the addresses of the pages around this one
 */
record Listing(String title, int total, List<Value> things, List<EntityView.PageLink> pages) {
    private static final int THINGS = 500;

    /**
     * The page of a kind.
     *
     * @param space what the addresses begin with, below that of all
     * @return empty if there are none
     */
    static Optional<Answer> of(Client client, Release release, String space, int page) {
        List<String> all = Space.names(release, Terms.BASE + space);
        int last = Math.max(1, (all.size() + THINGS - 1) / THINGS);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (page > last) {
            throw Problem.option("page", String.valueOf(page), "1–" + last);
        }
        List<Node> shown = all.stream()
                .skip((long) (page - 1) * THINGS)
                .limit(THINGS)
                .map(NodeFactory::createURI)
                .toList();
        Listing listing = new Listing(
                title(client, KindNames.of(release), Terms.BASE + space),
                all.size(),
                values(client, release, shown),
                pages(space, page, last));
        return Optional.of(Templates.page(client, "listing", listing));
    }

    /** What the things are whose addresses begin so. */
    static String title(Client client, KindNames kinds, String space) {
        String kind = kinds.kind(space).in(client.language().tag());
        return kind.isEmpty()
                ? Messages.in(client.language(), Listing.class)
                        .text("listing." + Terms.localName(space.replaceFirst("/$", "")))
                : kind;
    }

    private static List<Value> values(Client client, Release release, List<Node> things) {
        Map<Node, Label> labels = Labels.of(release, things);
        KindNames kinds = KindNames.of(release);
        return things.stream()
                .map(thing -> new Value(
                        labels.getOrDefault(thing, kinds.name(thing.getURI()))
                                .in(client.language().tag()),
                        Links.local(thing.getURI()),
                        null))
                .toList();
    }

    private static List<EntityView.PageLink> pages(String space, int page, int last) {
        Map<String, Integer> all = Map.of("first", 1, "prev", page - 1, "next", page + 1, "last", last);
        return Stream.of("first", "prev", "next", "last")
                .filter(relation -> last > 1 && all.get(relation) >= 1 && all.get(relation) <= last)
                .map(relation -> new EntityView.PageLink(relation, "/" + space + Document.query(all.get(relation))))
                .toList();
    }
}
