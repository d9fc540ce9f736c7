package org.zhice.server.sheet;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.zhice.server.web.Links;
import org.zhice.store.Queries;
import org.zhice.store.Result;

/**
 * A table under its heading, or a heading alone.
 *
 * @param id of the heading in the page
 * @param table its name in addresses of files; sheets of one name are one file and have the same columns
 * @param level of the heading
 * @param note beneath the heading; may be empty
 * @param chart the kind of its chart; empty if it is not to be drawn
 * @param editor the address of the editor with the query that it was made from; empty if it needed none
 */
public record Sheet(
        String id,
        String table,
        int level,
        String title,
        String note,
        String chart,
        List<Column> columns,
        List<List<Cell>> rows,
        String editor) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A heading without a table. */
    public static Sheet heading(String id, int level, String title) {
        return new Sheet(id, "", level, title, "", "", List.of(), List.of(), "");
    }

    /** A table under a heading of the page. */
    public static Sheet of(String id, String title, List<Column> columns, List<List<Cell>> rows) {
        return new Sheet(id, id, 2, title, "", "", columns, rows, "");
    }

    /** The same under a heading of another level. */
    public Sheet at(int other) {
        return new Sheet(id, table, other, title, note, chart, columns, rows, editor);
    }

    /** The same as a part of a file that several sheets make. */
    public Sheet in(String file) {
        return new Sheet(id, file, level, title, note, chart, columns, rows, editor);
    }

    /** The same with something said beneath its heading. */
    public Sheet noted(String text) {
        return new Sheet(id, table, level, title, text, chart, columns, rows, editor);
    }

    /** The same to be drawn. */
    public Sheet drawn(String kind) {
        return new Sheet(id, table, level, title, note, kind, columns, rows, editor);
    }

    /** The same with the query that it was made from. */
    public Sheet asked(Query query) {
        return new Sheet(id, table, level, title, note, chart, columns, rows, Links.editor(Queries.text(query)));
    }

    /** Whether there is no table. */
    public boolean isHeading() {
        return columns.isEmpty();
    }

    /** As rows of an answer: of a column with things their addresses and their names, of another what it says. */
    Result result() {
        List<Filed> filed = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).isFiled())
                .mapToObj(i -> new Filed(
                        i,
                        Var.alloc(columns.get(i).id()),
                        rows.stream().anyMatch(row -> row.get(i).things() != null)))
                .toList();
        return new Result(
                filed.stream().flatMap(column -> column.names().stream()).toList(),
                rows.stream().map(row -> binding(row, filed)).toList(),
                true);
    }

    private static Binding binding(List<Cell> row, List<Filed> columns) {
        BindingBuilder builder = Binding.builder();
        for (Filed column : columns) {
            Cell cell = row.get(column.place());
            put(builder, column.name(), column.ofThings() ? cell.things() : cell.text());
            if (column.ofThings()) {
                put(builder, column.label(), cell.text());
            }
        }
        return builder.build();
    }

    /** A column of a file. */
    private record Filed(int place, Var name, boolean ofThings) {
        Var label() {
            return Var.alloc(name.getVarName() + "_label");
        }

        List<Var> names() {
            return ofThings ? List.of(name, label()) : List.of(name);
        }
    }

    private static void put(BindingBuilder builder, Var column, Node value) {
        if (value != null) {
            builder.add(column, value);
        }
    }

    /** The rows of several, one under the other. */
    static Sheet joined(List<Sheet> parts) {
        Sheet first = parts.get(0);
        List<List<Cell>> rows =
                parts.stream().flatMap(part -> part.rows().stream()).toList();
        return new Sheet(first.id, first.table, 2, first.title, "", "", first.columns, rows, first.editor);
    }
}
