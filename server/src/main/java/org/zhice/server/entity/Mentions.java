package org.zhice.server.entity;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What points to a thing. All of it is known by its address; only a window of it is described.
 *
 * @param links all, each thing with what it says next to each other
 * @param things the things in the window
 * @param skipped how many things stand before the window
 * @param total how many things there are
 * @param whole false if there are more links than a release gives at once: then the totals are of those that it gave
 */
public record Mentions(List<Link> links, List<Node> things, int skipped, int total, boolean whole) {
    private static final Query MENTIONS = Queries.read(Mentions.class, "mentions.rq");

    /** A thing that points to the other, and by which property. */
    public record Link(Node from, Node property) {}

    /** How many things of a window to skip, and how many to show at most. */
    public record Window(int skip, int most) {}

    static Mentions of(Release release, Node thing, Window window) {
        Result found = release.select(asked(thing));
        List<Link> links = found.rows().stream()
                .map(row -> new Link(row.get("from"), row.get("property")))
                .toList();
        List<Node> all = links.stream().map(Link::from).distinct().toList();
        List<Node> shown = all.stream().skip(window.skip()).limit(window.most()).toList();
        return new Mentions(links, shown, window.skip(), all.size(), found.whole());
    }

    /** The query for a thing, as anybody may ask it. */
    static Query asked(Node thing) {
        return Queries.over(MENTIONS, "thing", List.of(thing));
    }
}
