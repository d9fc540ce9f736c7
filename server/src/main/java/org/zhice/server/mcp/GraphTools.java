package org.zhice.server.mcp;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.zhice.store.Limits;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.RemoteException;
import org.zhice.store.arq.ClientQuery;
import org.zhice.store.find.Facet;
import org.zhice.store.find.Found;
import org.zhice.store.find.Found.Match;
import org.zhice.store.find.SearchIndex;
import org.zhice.store.find.SearchWords;
import org.zhice.store.find.SearchWords.FaultException;

/** The graph itself: search by name, and SPARQL. */
record GraphTools(Releases releases, Limits limits) {
    private static final int HITS = 20;
    private static final int ROWS = 100;

    List<McpTool> tools() {
        return List.of(
                new McpTool(
                        "search",
                        "Finds agencies, laws, tasks, campaigns, programmes, metrics and other things by name or title,"
                                + " in English or Chinese, simplified or traditional, the whole name first.",
                        Map.of(
                                "text", McpTool.text("words of a name or title; in quotation marks, side by side"),
                                "type", McpTool.text("only things of this kind, such as agency, instrument or task"),
                                "year", McpTool.text("only things of which a document of this year speaks"),
                                "agency", McpTool.text("only what this agency has to do with, such as cnipa"),
                                "limit", McpTool.number("hits to show, 20 if left out", 1, limits.toolRows())),
                        List.of("text"),
                        this::search),
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

    private Object search(Map<String, Object> inputs) {
        SearchWords words = words(McpTool.text(inputs, "text"));
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = McpTool.id(inputs, facet.id());
            if (!value.isEmpty()) {
                chosen.put(facet, value);
            }
        }
        int limit = McpTool.number(inputs, "limit", HITS);
        return releases.read(
                release -> hits(SearchIndex.of(release).find(words).only(chosen), limit, Prefixes.of(release)));
    }

    private static SearchWords words(String text) {
        try {
            return SearchWords.of(text);
        } catch (FaultException e) {
            throw ToolException.of(
                    "text",
                    text,
                    "words of a name or title, " + SearchWords.LONGEST + " characters at most, a star only at the end"
                            + " of a word");
        }
    }

    private static Map<String, Object> hits(Found found, int limit, Prefixes prefixes) {
        int total = found.matches().size();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "hits",
                found.matches().stream()
                        .limit(limit)
                        .map(match -> entry(match, prefixes))
                        .toList());
        answer.put("total", total);
        answer.put("whole", found.whole() && total <= limit);
        if (found.part()) {
            answer.put("note", "No name holds all words; these hold most of them.");
        }
        return answer;
    }

    private static Map<String, Object> entry(Match match, Prefixes prefixes) {
        return Map.of(
                "thing", prefixes.shorten(match.thing().iri()),
                "type", match.thing().type(),
                "name", match.text(),
                "label", match.thing().label().en());
    }

    private Object sparql(String text, int limit) {
        return releases.read(release -> {
            try {
                return Rows.withMissing(answer(parsed(text, release), release, limit), release);
            } catch (QueryParseException | RemoteException e) {
                throw new ToolException("query: " + e.getMessage());
            }
        });
    }

    private static Query parsed(String text, Release release) {
        Query query = ClientQuery.parse(
                text, Prefixes.of(release).all(), release.limits().query());
        if (query.hasDatasetDescription()) {
            throw new ToolException(
                    "query: found FROM, expected GRAPH <name> { … } around what one graph shall answer");
        }
        return query;
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
