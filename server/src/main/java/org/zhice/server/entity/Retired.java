package org.zhice.server.entity;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Links;
import org.zhice.store.Label;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * A name that was given up.
 *
 * @param successor what stands in its place; empty if nothing does
 * @param day on which it was given up; empty if the release does not say
 * @param reason may be empty
 */
record Retired(String successor, String day, Label reason) {
    private static final Query RETIRED = Queries.read(Retired.class, "retired.rq");

    /** What a release says of a name that was given up; empty for any other. */
    static Optional<Retired> find(Release release, Node thing) {
        return release.select(Queries.over(RETIRED, "thing", List.of(thing))).rows().stream()
                .findFirst()
                .map(Retired::of);
    }

    /** Where the successor is told of, at this server. */
    String href() {
        return Links.local(successor);
    }

    private static Retired of(Binding row) {
        return new Retired(Result.text(row, "successor"), Result.text(row, "day"), Result.label(row, "reason"));
    }
}
