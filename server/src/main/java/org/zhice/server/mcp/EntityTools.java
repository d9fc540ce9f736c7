package org.zhice.server.mcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.zhice.server.entity.Description;
import org.zhice.server.entity.Mentions.Window;
import org.zhice.store.Limits;
import org.zhice.store.Prefixes;
import org.zhice.store.Releases;

/** Single things: all that their pages show, as a tool and as resources. */
record EntityTools(Releases releases, Limits limits) {
    private static final int ROWS = 100;

    /** A statement: a property, and what stands at its other end. */
    private record Statement(Node property, Node value) {}

    List<McpTool> tools() {
        return List.of(new McpTool(
                "describe",
                "All that the graph says of one thing, with labels of what it points to, and the things that"
                        + " point to it.",
                Map.of(
                        "thing",
                        McpTool.text("an IRI or a prefixed name, such as task:2023-030 or agency:cnipa"),
                        "limit",
                        McpTool.number("rows to show of each, 100 if left out", 1, limits.toolRows())),
                List.of("thing"),
                inputs -> describe(McpTool.id(inputs, "thing"), McpTool.number(inputs, "limit", ROWS))));
    }

    /** The description of a thing in Turtle, with the first that point to it; empty if there is no such thing. */
    Optional<String> turtle(String iri) {
        return isIri(iri)
                ? releases.read(release -> Description.of(release, iri, new Window(0, ROWS))
                        .map(found -> RDFWriter.source(found.graph())
                                .lang(Lang.TURTLE)
                                .asString()))
                : Optional.empty();
    }

    private Object describe(String thing, int limit) {
        return releases.read(release -> {
            Prefixes prefixes = Prefixes.of(release);
            Description description = Description.of(release, iri(thing, prefixes), new Window(0, limit))
                    .orElseThrow(
                            () -> ToolException.of("thing", thing, "something of the graph; use search to find it"));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("thing", prefixes.shorten(description.thing().getURI()));
            answer.put("label", description.label().en());
            answer.put("says", statements(says(description), limit, true, description, prefixes));
            boolean whole = description.mentions().whole();
            answer.put("mentioned_by", statements(mentions(description), limit, whole, description, prefixes));
            return answer;
        });
    }

    private static Stream<Statement> says(Description description) {
        return description.facts().stream()
                .sorted(Comparator.comparing(
                                (Triple fact) -> fact.getPredicate().getURI())
                        .thenComparing(fact -> fact.getObject().toString()))
                .map(fact -> new Statement(fact.getPredicate(), fact.getObject()));
    }

    private static Stream<Statement> mentions(Description description) {
        return description.mentions().links().stream().map(link -> new Statement(link.property(), link.from()));
    }

    /** The first as property, value and label; how many there are in all, and whether these are all. */
    private static Map<String, Object> statements(
            Stream<Statement> statements, int limit, boolean whole, Description description, Prefixes prefixes) {
        List<Statement> all = statements.toList();
        List<List<Object>> shown = new ArrayList<>();
        for (Statement one : all.subList(0, Math.min(limit, all.size()))) {
            List<Object> statement = new ArrayList<>();
            statement.add(prefixes.shorten(one.property().getURI()));
            statement.add(Rows.value(one.value(), prefixes));
            Optional.of(description.label(one.value()).in("en"))
                    .filter(label -> !label.isEmpty())
                    .ifPresent(statement::add);
            shown.add(statement);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statements", shown);
        answer.putAll(Rows.extent(all.size(), whole, shown.size()));
        return answer;
    }

    private static String iri(String thing, Prefixes prefixes) {
        String expanded = prefixes.all().expandPrefix(thing);
        if (isIri(expanded)) {
            return expanded;
        }
        throw ToolException.of("thing", thing, "an IRI or a prefixed name such as task:2023-030");
    }

    private static boolean isIri(String text) {
        try {
            return IRIx.create(text).isAbsolute() && !text.matches(".*[\\s<>\"{}|^`\\\\].*");
        } catch (IRIException e) {
            return false;
        }
    }
}
