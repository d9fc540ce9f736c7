package org.zhice.server.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.RemoteException;
import org.zhice.store.Result;

/** The rows of an answer in a form that a model reads with few words. */
final class Rows {
    private Rows() {}

    /** Columns, the first rows, and how many there are in all; {@code whole} tells whether these are all. */
    static Map<String, Object> of(Result result, int limit, Prefixes prefixes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Binding binding : first(result, limit)) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (Var column : result.columns()) {
                if (binding.contains(column)) {
                    row.put(column.getName(), value(binding.get(column), prefixes));
                }
            }
            rows.add(row);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("columns", result.columns().stream().map(Var::getName).toList());
        answer.put("rows", rows);
        answer.putAll(extent(result, rows.size()));
        return answer;
    }

    static List<Binding> first(Result result, int limit) {
        return result.rows().subList(0, Math.min(limit, result.rows().size()));
    }

    /** How many rows there are, and whether those shown are all: nothing is left out in silence. */
    static Map<String, Object> extent(Result result, int shown) {
        return extent(result.rows().size(), result.whole(), shown);
    }

    /** The same of something that is no answer of rows. */
    static Map<String, Object> extent(int rows, boolean whole, int shown) {
        return Map.of("total", whole ? rows : "more than " + rows, "whole", whole && shown == rows);
    }

    /** A number as such, an IRI by its prefix, any other literal as its text. */
    static Object value(Node node, Prefixes prefixes) {
        if (node.isLiteral()) {
            return node.getLiteralValue() instanceof Number number ? number : node.getLiteralLexicalForm();
        }
        return node.isURI() ? prefixes.shorten(node.getURI()) : "_:" + node.getBlankNodeLabel();
    }

    /** The same answer with the endpoints elsewhere that it goes without, if there are any. */
    static Map<String, Object> withMissing(Map<String, Object> answer, Release release) {
        Map<String, Object> told = new LinkedHashMap<>(answer);
        if (!release.calls().missing().isEmpty()) {
            told.put(
                    "missing_remotes",
                    release.calls().missing().stream()
                            .map(RemoteException::getMessage)
                            .toList());
        }
        return told;
    }
}
