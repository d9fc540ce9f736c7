package org.zhice.server.entity;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.zhice.store.Kinds;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/** The addresses that begin alike. */
public final class Space {
    private static final Query NAMES = Queries.read(Space.class, "names.rq");

    private Space() {}

    /**
     * All that are in use, sorted; worked out once for each release.
     *
     * @param space what they begin with; none if there is no such kind: whoever asks for others must not fill the memory
     */
    public static List<String> names(Release release, String space) {
        if (!isKnown(release, space)) {
            return List.of();
        }
        Query query = Queries.bound(NAMES, "space", NodeFactory.createURI(space));
        return release.memo(
                List.of(Space.class, space),
                () -> release.select(query).rows().stream()
                        .map(row -> row.get("thing"))
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .toList());
    }

    private static boolean isKnown(Release release, String space) {
        boolean ofThings = space.startsWith(Terms.ID);
        return ofThings
                ? Kinds.of(release).all().values().stream()
                        .anyMatch(kind -> kind.namespace().equals(space))
                : space.matches(Terms.BASE + "(concept|graph)/");
    }
}
