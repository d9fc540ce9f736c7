package org.zhice.server.crawl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** All things of a release, in the order of their addresses. */
final class Things {
    private static final Query COUNTS = Queries.read(Things.class, "kind-counts.rq");
    private static final Query THINGS = Queries.read(Things.class, "things.rq");

    private Things() {}

    /** How many things there are of each kind, by its id; worked out once for each release. */
    static Map<String, Long> counts(Release release) {
        return release.memo(COUNTS, () -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            release.select(COUNTS)
                    .rows()
                    .forEach(row -> counts.put(Result.text(row, "kind"), Long.parseLong(Result.text(row, "things"))));
            return counts;
        });
    }

    /**
     * Some of all things.
     *
     * @param offset how many to pass over
     * @param most at most as many as an answer may have rows
     */
    static List<Node> some(Release release, long offset, int most) {
        Query query = Queries.bound(THINGS, "namespace", NodeFactory.createLiteralString(Terms.ID));
        query.setOffset(offset);
        query.setLimit(most);
        return release.select(query).rows().stream()
                .map(row -> row.get("thing"))
                .toList();
    }
}
