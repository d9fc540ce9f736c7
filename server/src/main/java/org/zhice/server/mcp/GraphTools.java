package org.zhice.server.mcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.Context;
import org.zhice.server.Prefixes;
import org.zhice.server.query.Names;
import org.zhice.server.query.Result;

/** The graph itself: search by name, all about one thing, and SPARQL. */
record GraphTools(Graph graph) {
    private static final int HITS = 20;
    private static final int MOST_HITS = 100;
    private static final int ROWS = 100;
    private static final int MOST_ROWS = 1_000;
    private static final Query NAMES = query("names");
    private static final Query ABOUT = query("about");
    private static final Query MENTIONS = query("mentions");

    List<McpTool> tools() {
        return List.of(
                new McpTool(
                        "search",
                        "Finds agencies, laws, tasks, campaigns, programmes, metrics and other things by name or title,"
                                + " in English or Chinese, simplified or traditional.",
                        Map.of(
                                "text", McpTool.text("part of a name or title"),
                                "limit", McpTool.number("hits to show, 20 if left out", 1, MOST_HITS)),
                        List.of("text"),
                        inputs -> search(McpTool.text(inputs, "text"), McpTool.number(inputs, "limit", HITS))),
                new McpTool(
                        "describe",
                        "All that the graph says of one thing, with labels of what it points to, and the things that"
                                + " point to it.",
                        Map.of(
                                "thing",
                                McpTool.text("an IRI or a prefixed name, such as task:2023-030 or agency:cnipa")),
                        List.of("thing"),
                        inputs -> describe(McpTool.text(inputs, "thing"))),
                new McpTool(
                        "sparql",
                        "Runs a SPARQL 1.1 query that reads. The default graph is the union of all. Prefixes zc, c, skos,"
                                + " agency, task, instrument, campaign, metric and others need no declaration.",
                        Map.of(
                                "query", McpTool.text("SELECT, ASK, CONSTRUCT or DESCRIBE"),
                                "limit", McpTool.number("rows to show, 100 if left out", 1, MOST_ROWS)),
                        List.of("query"),
                        inputs -> sparql(McpTool.text(inputs, "query"), McpTool.number(inputs, "limit", ROWS))));
    }

    private record Hit(String thing, String type, String name, String label, int rank) {}

    private Object search(String text, int limit) {
        String wanted = Names.fold(text);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("text: found nothing, expected part of a name or title");
        }
        return graph.ask((data, limits) -> {
            Map<String, Hit> best = new LinkedHashMap<>();
            for (Binding row : rows(NAMES, data, limits)) {
                String name = row.get("name").getLiteralLexicalForm();
                int rank = rank(Names.fold(name), wanted);
                if (rank >= 0) {
                    Hit hit = new Hit(shown(row, "thing"), shown(row, "type"), name, shown(row, "label"), rank);
                    best.merge(hit.thing(), hit, (one, other) -> one.rank() <= other.rank() ? one : other);
                }
            }
            List<Map<String, Object>> hits = best.values().stream()
                    .sorted(Comparator.comparingInt(Hit::rank)
                            .thenComparingInt(hit -> hit.name().length())
                            .thenComparing(Hit::thing))
                    .limit(limit)
                    .map(GraphTools::entry)
                    .toList();
            return Map.of("hits", hits, "total", best.size());
        });
    }

    /** The whole name, its beginning, or anywhere in it; −1 for not at all. */
    private static int rank(String name, String wanted) {
        int at = name.indexOf(wanted);
        return at < 0 ? -1 : at > 0 ? 2 : name.length() == wanted.length() ? 0 : 1;
    }

    private static Map<String, Object> entry(Hit hit) {
        return Map.of("thing", hit.thing(), "type", hit.type(), "name", hit.name(), "label", hit.label());
    }

    private static String shown(Binding row, String column) {
        return row.contains(column) ? String.valueOf(Rows.value(row.get(column))) : "";
    }

    private Object describe(String thing) {
        Node node = NodeFactory.createURI(iri(thing));
        return graph.ask((data, limits) -> {
            List<Binding> about = rows(bound(ABOUT, node), data, limits);
            if (about.isEmpty()) {
                throw new IllegalArgumentException(
                        "thing: found \"" + thing + "\", expected something of the graph; use search to find it");
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("thing", Prefixes.shorten(node.getURI()));
            answer.put("says", pairs(about));
            answer.put("mentioned_by", pairs(rows(bound(MENTIONS, node), data, limits)));
            return answer;
        });
    }

    private static List<List<Object>> pairs(List<Binding> rows) {
        List<List<Object>> pairs = new ArrayList<>();
        for (Binding row : rows) {
            List<Object> pair = new ArrayList<>(List.of(shown(row, "property"), Rows.value(row.get("value"))));
            if (row.contains("label")) {
                pair.add(shown(row, "label"));
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private static String iri(String thing) {
        String expanded = Prefixes.ALL.expandPrefix(thing.replaceAll("^<|>$", ""));
        try {
            if (IRIx.create(expanded).isAbsolute()) {
                return expanded;
            }
        } catch (IRIException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "thing: found \"" + thing + "\", expected an IRI or a prefixed name such as task:2023-030");
    }

    private Object sparql(String text, int limit) {
        Query query = new Query();
        query.setPrefixMapping(PrefixMapping.Factory.create().setNsPrefixes(Prefixes.ALL));
        try {
            QueryFactory.parse(query, text, null, Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            throw new IllegalArgumentException("query: " + e.getMessage(), e);
        }
        return graph.ask((data, limits) -> {
            try (QueryExec exec = QueryExec.dataset(data)
                    .query(query)
                    .context(limits)
                    .set(ARQ.httpServiceAllowed, false)
                    .build()) {
                return answer(query, exec, limit);
            } catch (QueryDeniedException e) {
                throw new IllegalArgumentException("query: SERVICE is not allowed here", e);
            }
        });
    }

    private static Map<String, Object> answer(Query query, QueryExec exec, int limit) {
        if (query.isSelectType()) {
            return Rows.of(Result.of(exec.select()), limit);
        }
        if (query.isAskType()) {
            return Map.of("answer", exec.ask());
        }
        org.apache.jena.graph.Graph found = query.isConstructType() ? exec.construct() : exec.describe();
        return Map.of("turtle", RDFWriter.source(found).lang(Lang.TURTLE).asString());
    }

    private static List<Binding> rows(Query query, DatasetGraph data, Context limits) {
        try (QueryExec exec =
                QueryExec.dataset(data).query(query).context(limits).build()) {
            RowSet answer = exec.select();
            List<Binding> rows = new ArrayList<>();
            answer.forEachRemaining(row -> rows.add(row.detach()));
            return rows;
        }
    }

    private static Query bound(Query query, Node thing) {
        return QueryTransformOps.replaceVars(query, Map.of(Var.alloc("thing"), thing));
    }

    private static Query query(String name) {
        return QueryFactory.create(McpService.resource(name + ".rq"), Syntax.syntaxSPARQL_11);
    }
}
