package org.zhice.server.reading;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * Something that a passage states.
 *
 * @param node what has a page of its own
 * @param thing what it is about, such as an agency; null if that is not said
 * @param said of that thing, such as a role; null likewise
 * @param number of a task; else empty
 * @param section that a heading stands in; null if in none
 */
record Statement(Kind kind, Node node, Node thing, Node said, String number, Node section) {
    private static final Map<String, Kind> KINDS = Map.of(
            "section", Kind.HEADING,
            "task", Kind.TASK,
            "responsibility", Kind.DUTY,
            "item", Kind.ACT,
            "act", Kind.WORK,
            "statement", Kind.FIGURE);

    /** From a row of {@code passages.rq}. What a task names has no statement of its own: it leads to the named thing. */
    static Statement of(Binding row) {
        Node node = row.get("statement");
        Node named = row.get("named");
        return named == null
                ? new Statement(
                        kind(node),
                        node,
                        row.get("thing"),
                        row.get("said"),
                        Result.text(row, "number"),
                        row.get("section"))
                : new Statement(Kind.NAMED, named, named, null, "", null);
    }

    private static Kind kind(Node node) {
        String kind = node.getURI().startsWith(Terms.ID)
                ? node.getURI().substring(Terms.ID.length()).replaceFirst("/.*", "")
                : "";
        return KINDS.getOrDefault(kind, Kind.OTHER);
    }
}
