package org.zhice.server.plan;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Column.Place;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.web.Messages;
import org.zhice.store.Result;

/** The tasks under a heading, with what each says; all of a plan are one file. */
record TaskTable(Names names, Messages words) {
    private static final String FILE = "tasks";

    /** The tasks that stand under no heading. */
    Sheet without(List<Binding> rows) {
        return of("s-none", words.text("plan.without"), rows);
    }

    /** The tasks in some rows of {@code tasks.rq}. */
    Sheet of(String id, String title, List<Binding> rows) {
        List<List<Cell>> tasks =
                Result.groups(rows, "task").stream().map(this::task).toList();
        return Sheet.of(id, title, columns(), tasks).in(FILE);
    }

    private List<Column> columns() {
        return List.of(
                Column.number("number", words.text("task.number")),
                Column.wide("task", words.text("task.task")),
                Column.wide("agencies", words.text("task.agencies")).in(Place.PAGE),
                Column.file("lead"),
                Column.file("shared"),
                Column.wide("says", words.text("task.says")).in(Place.PAGE),
                Column.file("acts"),
                Column.file("named"),
                Column.wide("continues", words.text("task.continues")),
                Column.file("heading"));
    }

    private List<Cell> task(List<Binding> rows) {
        Binding first = rows.get(0);
        Cell lead = names.cell(rows, "lead");
        Cell shared = names.cell(rows, "shared");
        Cell acts = pieces(rows, "instrument", this::act);
        Cell named = names.cell(rows, "named");
        return List.of(
                Cell.number(Result.text(first, "number"), names.language()),
                names.cell(first, "task"),
                both(lead.pieces().stream().map(agency -> agency.with(words.text("task.leads"))), shared),
                lead,
                shared,
                both(acts.pieces().stream(), named),
                acts,
                named,
                pieces(rows, "earlier", this::earlier),
                names.cell(first, "section"));
    }

    private static Cell both(Stream<Piece> first, Cell then) {
        return Cell.of(Stream.concat(first, then.pieces().stream()).toList());
    }

    private static Cell pieces(List<Binding> rows, String column, Function<Binding, Piece> piece) {
        return Cell.of(rows.stream()
                .map(row -> row.contains(column) ? piece.apply(row) : null)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private Piece act(Binding row) {
        return names.piece(row.get("instrument"))
                .with(words.text("task.act", names.word(row, "act"), names.word(row, "commitment")));
    }

    private Piece earlier(Binding row) {
        Piece task = names.piece(row.get("earlier"));
        return task.with(words.text("task.carried", Result.text(row, "earlier_year"), names.word(row, "kind")));
    }
}
