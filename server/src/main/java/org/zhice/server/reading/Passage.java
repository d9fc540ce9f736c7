package org.zhice.server.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * A run of characters of a text and what it states.
 *
 * @param start in code points
 * @param end behind its last code point
 * @param quote the characters as the graph holds them
 * @param statements at least one
 */
record Passage(Node node, int start, int end, String quote, List<Statement> statements) {
    Passage {
        statements = List.copyOf(statements);
    }

    /** From the rows of {@code passages.rq}, in their order. */
    static List<Passage> of(List<Binding> rows) {
        Map<Node, Passage> passages = new LinkedHashMap<>();
        rows.forEach(row -> passages.merge(row.get("passage"), one(row), Passage::with));
        return List.copyOf(passages.values());
    }

    private static Passage one(Binding row) {
        return new Passage(
                row.get("passage"),
                Integer.parseInt(Result.text(row, "start")),
                Integer.parseInt(Result.text(row, "end")),
                Result.text(row, "quote"),
                List.of(Statement.of(row)));
    }

    private Passage with(Passage other) {
        List<Statement> all = new ArrayList<>(statements);
        other.statements.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new Passage(node, start, end, quote, all);
    }

    /** Its place in the page. */
    String id() {
        return Terms.localName(node.getURI());
    }

    int length() {
        return end - start;
    }

    /** That of the block which it makes; else that of its first statement. */
    Kind kind() {
        return statements.stream()
                .map(Statement::kind)
                .filter(Kind::isBlock)
                .findFirst()
                .orElse(statements.get(0).kind());
    }

    /** Whether the text has its very characters at its place. */
    boolean standsIn(int[] points) {
        return 0 <= start
                && start < end
                && end <= points.length
                && new String(points, start, end - start).equals(quote);
    }

    boolean covers(int from, int to) {
        return start <= from && to <= end;
    }
}
