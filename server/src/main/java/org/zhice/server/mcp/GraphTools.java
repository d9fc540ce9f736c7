package org.zhice.server.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Hits;
import org.zhice.store.Hits.Hit;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Limits;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** The graph itself: search by name, all about one thing, and SPARQL. */
record GraphTools(Releases releases, Limits limits) {
    private static final int HITS = 20;
    private static final int ROWS = 100;
    private static final Query ABOUT = Queries.read(GraphTools.class, "about.rq");
    private static final Query MENTIONS = Queries.read(GraphTools.class, "mentions.rq");

    List<McpTool> tools() {
        return List.of(
                new McpTool(
                        "search",
                        "Finds agencies, laws, tasks, campaigns, programmes, metrics and other things by name or title,"
                                + " in English or Chinese, simplified or traditional.",
                        Map.of(
                                "text", McpTool.text("words of a name or title"),
                                "limit", McpTool.number("hits to show, 20 if left out", 1, limits.toolRows())),
                        List.of("text"),
                        inputs -> search(McpTool.text(inputs, "text"), McpTool.number(inputs, "limit", HITS))),
                new McpTool(
                        "describe",
                        "All that the graph says of one thing, with labels of what it points to, and the things that"
                                + " point to it.",
                        Map.of(
                                "thing",
                                McpTool.text("an IRI or a prefixed name, such as task:2023-030 or agency:cnipa"),
                                "limit",
                                McpTool.number("rows to show of each, 100 if left out", 1, limits.toolRows())),
                        List.of("thing"),
                        inputs -> describe(McpTool.text(inputs, "thing"), McpTool.number(inputs, "limit", ROWS))),
                new McpTool(
                        "sparql",
                        "Runs a SPARQL 1.1 query that reads. The default graph is the union of all. Prefixes zc, c, skos"
                                + " and one for each kind of thing, such as agency, task, instrument, need no declaration.",
                        Map.of(
                                "query", McpTool.text("SELECT, ASK, CONSTRUCT or DESCRIBE"),
                                "limit", McpTool.number("rows to show, 100 if left out", 1, limits.toolRows())),
                        List.of("query"),
                        inputs -> sparql(McpTool.text(inputs, "query"), McpTool.number(inputs, "limit", ROWS))));
    }

    private Object search(String text, int limit) {
        if (text.isBlank()) {
            throw ToolException.of("text", "", "words of a name or title");
        }
        return releases.read(release -> {
            Hits hits = release.search(text, limit);
            Prefixes prefixes = Prefixes.of(release);
            return Map.of(
                    "hits",
                    hits.shown().stream().map(hit -> entry(hit, prefixes)).toList(),
                    "total",
                    hits.whole() ? hits.total() : "more than " + hits.total(),
                    "whole",
                    hits.whole() && hits.shown().size() == hits.total());
        });
    }

    private static Map<String, Object> entry(Hit hit, Prefixes prefixes) {
        String type = hit.thing().substring(Terms.ID.length()).replaceFirst("/.*", "");
        return Map.of(
                "thing", prefixes.shorten(hit.thing()),
                "type", type,
                "name", hit.name(),
                "label", hit.label().en());
    }

    private Object describe(String thing, int limit) {
        return releases.read(release -> {
            Prefixes prefixes = Prefixes.of(release);
            Node node = NodeFactory.createURI(iri(thing, prefixes));
            Result about = release.select(Queries.bound(ABOUT, "thing", node));
            if (about.rows().isEmpty()) {
                throw ToolException.of("thing", thing, "something of the graph; use search to find it");
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("thing", prefixes.shorten(node.getURI()));
            answer.put("says", statements(about, limit, release));
            answer.put(
                    "mentioned_by", statements(release.select(Queries.bound(MENTIONS, "thing", node)), limit, release));
            return answer;
        });
    }

    /** The first rows as property, value and label; how many there are in all, and whether these are all. */
    private static Map<String, Object> statements(Result result, int limit, Release release) {
        List<Binding> shown = Rows.first(result, limit);
        Prefixes prefixes = Prefixes.of(release);
        Map<Node, Label> labels =
                Labels.of(release, shown.stream().map(row -> row.get("value")).toList());
        List<List<Object>> statements = new ArrayList<>();
        for (Binding row : shown) {
            List<Object> statement = new ArrayList<>();
            statement.add(prefixes.shorten(row.get("property").getURI()));
            statement.add(Rows.value(row.get("value"), prefixes));
            Label label = labels.get(row.get("value"));
            if (label != null) {
                statement.add(label.in("en"));
            }
            statements.add(statement);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("statements", statements);
        answer.putAll(Rows.extent(result, shown.size()));
        return answer;
    }

    private static String iri(String thing, Prefixes prefixes) {
        String expanded = prefixes.all().expandPrefix(thing);
        try {
            if (IRIx.create(expanded).isAbsolute() && !expanded.matches(".*[\\s<>\"{}|^`\\\\].*")) {
                return expanded;
            }
        } catch (IRIException e) {
            // told below
        }
        throw ToolException.of("thing", thing, "an IRI or a prefixed name such as task:2023-030");
    }

    private Object sparql(String text, int limit) {
        return releases.read(release -> {
            try {
                return Rows.withMissing(answer(parsed(text, release), release, limit), release);
            } catch (QueryException e) {
                throw new ToolException("query: " + e.getMessage());
            }
        });
    }

    private static Query parsed(String text, Release release) {
        Query query = new Query();
        query.setPrefixMapping(PrefixMapping.Factory.create()
                .setNsPrefixes(Prefixes.of(release).all()));
        return QueryFactory.parse(query, text, null, Syntax.syntaxSPARQL_11);
    }

    private static Map<String, Object> answer(Query query, Release release, int limit) {
        if (query.isSelectType()) {
            return Rows.of(release.select(query), limit, Prefixes.of(release));
        }
        if (query.isAskType()) {
            return Map.of("answer", release.ask(query));
        }
        Graph found = release.construct(query);
        return Map.of("turtle", RDFWriter.source(found).lang(Lang.TURTLE).asString());
    }
}
