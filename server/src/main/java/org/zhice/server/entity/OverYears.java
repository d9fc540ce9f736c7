package org.zhice.server.entity;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.zhice.store.Terms;

/** Where a thing is shown through the years, beside others of its kind. */
final class OverYears {
    private static final Pattern THING = Pattern.compile(Pattern.quote(Terms.ID) + "([a-z]+)/([^/]+)");

    /** Kinds of which each thing has a page of its own. */
    private static final Map<String, String> EACH =
            Map.of("agency", "/agencies/", "instrument", "/laws/", "metric", "/metrics/");

    /** Kinds of which all stand on one page. */
    private static final Map<String, String> ALL = Map.of("campaign", "/campaigns", "area", "/places");

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
