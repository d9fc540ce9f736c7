package org.zhice.server.mcp;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.zhice.store.Hits;
import org.zhice.store.Hits.Hit;
import org.zhice.store.Limits;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.Terms;

/** The graph itself: search by name, and SPARQL. */
record GraphTools(Releases releases, Limits limits) {
    private static final int HITS = 20;
    private static final int ROWS = 100;

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

    private Object sparql(String text, int limit) {
        return releases.read(release -> {
            try {
                return answer(parsed(text, release), release, limit);
            } catch (QueryDeniedException e) {
                throw new ToolException("query: SERVICE is not allowed here");
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

    private static Object answer(Query query, Release release, int limit) {
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
