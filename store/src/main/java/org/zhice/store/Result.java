package org.zhice.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * The answer to a SELECT, taken out of the store.
 *
 * @param columns the variables, in order
 * @param rows at most as many as the limits allow
 * @param whole false if the query has more rows
 */
public record Result(List<Var> columns, List<Binding> rows, boolean whole) {
    public Result {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Looks one row beyond the limit, to know whether the answer is whole. A row of TDB2 reads on, if not detached. */
    public static Result of(RowSet answer, int limit) {
        return of(answer, limit, row -> {});
    }

    /** As above; each row is told of before the next is asked for. */
    public static Result of(RowSet answer, int limit, Consumer<Binding> seen) {
        List<Binding> rows = new ArrayList<>();
        while (rows.size() < limit && answer.hasNext()) {
            Binding row = answer.next().detach();
            seen.accept(row);
            rows.add(row);
        }
        return new Result(answer.getResultVars(), rows, !answer.hasNext());
    }

    /** The rows as Jena's writers of results take them; a new one at each call. */
    public RowSet rowSet() {
        return RowSetStream.create(columns, rows.iterator());
    }

    /** The text of a cell: the IRI, or the literal without language and datatype; empty if there is none. */
    public static String text(Binding row, String column) {
        return Optional.ofNullable(row.get(column))
                .filter(node -> node.isURI() || node.isLiteral())
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .orElse("");
    }

    /** The rows that hold the same in a column, groups in the order of their first rows; what holds nothing is in none. */
    public static List<List<Binding>> groups(List<Binding> rows, String column) {
        return List.copyOf(rows.stream()
                .filter(row -> row.contains(column))
                .collect(Collectors.groupingBy(row -> row.get(column), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** The texts of two columns {@code <name>_en} and {@code <name>_zh}. */
    public static Label label(Binding row, String name) {
        return new Label(text(row, name + "_en"), text(row, name + "_zh"));
    }

    /** Whether a term is a number. */
    public static boolean isNumber(Node node) {
        return node != null && node.isLiteral() && node.getLiteralValue() instanceof Number;
    }
}
