package org.zhice.server.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.Prefixes;
import org.zhice.server.query.Result;

/** The rows of an answer in a form that a model reads with few words. */
final class Rows {
    private Rows() {}

    /** Columns, the first rows, and how many there are in all; {@code whole} tells whether these are all. */
    static Map<String, Object> of(Result result, int limit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Binding binding :
                result.rows().subList(0, Math.min(limit, result.rows().size()))) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (Var column : result.columns()) {
                if (binding.contains(column)) {
                    row.put(column.getName(), value(binding.get(column)));
                }
            }
            rows.add(row);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("columns", result.columns().stream().map(Var::getName).toList());
        answer.put("rows", rows);
        answer.put(
                "total",
                result.whole()
                        ? result.rows().size()
                        : "more than " + result.rows().size());
        answer.put("whole", result.whole() && rows.size() == result.rows().size());
        return answer;
    }

    /** A number as such, an IRI by its prefix, any other literal as its text. */
    static Object value(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralValue() instanceof Number number ? number : node.getLiteralLexicalForm();
        }
        return node.isURI() ? Prefixes.shorten(node.getURI()) : "_:" + node.getBlankNodeLabel();
    }
}
