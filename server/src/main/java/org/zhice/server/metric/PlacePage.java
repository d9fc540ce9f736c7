package org.zhice.server.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.sheet.Sheets;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** One place with those within it: what was obtained there or with it, the tasks that name it, its figures. */
record PlacePage() implements Page {
    private static final Query PLACE = Queries.read(PlacePage.class, "place.rq");
    private static final Query RESULTS = Queries.read(PlacePage.class, "place-results.rq");
    private static final Query TASKS = Queries.read(PlacePage.class, "place-tasks.rq");
    private static final Query FIGURES = Queries.read(PlacePage.class, "place-figures.rq");

    @Override
    public Answer get(Client client, Release release) {
        if (!client.rest().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Problem.of(404, "not-found", client.path());
        }
        String iri = Terms.ID + "area/" + client.rest();
        Node place = NodeFactory.createURI(iri);
        Result known = release.select(of(PLACE, place));
        if (known.rows().isEmpty()) {
            throw Problem.of(404, "no-thing", iri);
        }
        Sheets.require(client);
        Result results = release.select(of(RESULTS, place));
        Result tasks = release.select(of(TASKS, place));
        Result figures = release.select(of(FIGURES, place));
        Names names = Names.of(release, client.language(), known, results, tasks, figures);
        Messages words = Messages.in(client.language(), PlacePage.class);
        View view = new View(names, words, new FigureTable(names, words));
        return Sheets.of(
                        view.names().piece(place).text(),
                        view.lead(known.rows().get(0)),
                        view.ways(place, known.rows(), !tasks.rows().isEmpty()),
                        List.of(
                                view.results(results.rows()).asked(of(RESULTS, place)),
                                view.tasks(tasks.rows()).asked(of(TASKS, place)),
                                view.figures(figures.rows()).asked(of(FIGURES, place))))
                .answer(client);
    }

    private static Query of(Query query, Node place) {
        return Queries.over(query, "place", List.of(place));
    }

    /**
     * The parts of the page.
     *
     * @param table whose cells are those of figures here too
     */
    private record View(Names names, Messages words, FigureTable table) {
        String lead(Binding place) {
            String kind = names.word(place, "kind");
            return place.contains("within")
                    ? words.text("place.lead.within", kind, names.word(place, "within"))
                    : words.text("place.lead", kind);
        }

        /** Up, down, and to all that the graph says; to the tasks only if there are some. */
        List<Piece> ways(Node place, List<Binding> known, boolean hasTasks) {
            List<Piece> ways = new ArrayList<>();
            ways.add(names.piece(place).saying(words.text("place.page")));
            ways.add(Piece.of(words.text("place.all")).to(MetricRoom.PLACES));
            if (hasTasks) {
                ways.add(Piece.of(words.text("place.explore"))
                        .to("/explore" + Links.parameters(Map.of("place", Terms.localName(place.getURI())))));
            }
            known.stream()
                    .filter(row -> row.contains("part"))
                    .map(row -> PlacesPage.place(names, row.get("part")))
                    .forEach(ways::add);
            return ways;
        }

        Sheet results(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.wide("result", words.text("place.result")),
                    Column.wide("named", words.text("place.named")),
                    Column.of("start", words.text("figure.start")),
                    Column.of("end", words.text("figure.end")),
                    Column.wide("stated", words.text("figure.document")));
            return Sheet.of(
                            "results",
                            words.text("place.results"),
                            columns,
                            Result.groups(rows, "result").stream()
                                    .map(this::result)
                                    .toList())
                    .noted(words.text("place.results.note"));
        }

        private List<Cell> result(List<Binding> rows) {
            Binding first = rows.get(0);
            return List.of(
                    names.cell(first, "result"),
                    names.cell(rows, "named"),
                    Cell.day(Result.text(first, "start"), names.language()),
                    Cell.day(Result.text(first, "end"), names.language()),
                    table.stated(first));
        }

        Sheet tasks(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.number("year", words.text("metric.year")),
                    Column.wide("task", words.text("metric.task")),
                    Column.wide("named", words.text("place.named")),
                    Column.wide("lead", words.text("place.led")));
            return Sheet.of(
                    "tasks",
                    words.text("place.tasks"),
                    columns,
                    Result.groups(rows, "task").stream().map(this::task).toList());
        }

        private List<Cell> task(List<Binding> rows) {
            Binding first = rows.get(0);
            Piece task = names.piece(first.get("task"));
            String year = Result.text(first, "year");
            return List.of(
                    Cell.year(Piece.of(year).to("/plans/" + year)),
                    Cell.of(task.saying(Result.text(first, "number") + " · " + task.text())),
                    names.cell(rows, "named"),
                    names.cell(rows, "lead"));
        }

        Sheet figures(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.wide("metric", words.text("figure.metric")),
                    Column.number("value", words.text("figure.value")),
                    Column.of("unit", words.text("figure.unit")),
                    Column.of("statistic", words.text("figure.statistic")),
                    Column.of("end", words.text("figure.end")),
                    Column.wide("basis", words.text("figure.basis")),
                    Column.wide("area", words.text("figure.area")),
                    Column.wide("stated", words.text("figure.document")),
                    Column.file("figure"));
            return Sheet.of(
                    "figures",
                    words.text("place.figures"),
                    columns,
                    rows.stream().map(this::figure).toList());
        }

        private List<Cell> figure(Binding row) {
            return List.of(
                    table.metric(row),
                    table.value(row),
                    Cell.of(names.word(row, "unit")),
                    names.term(row, "statistic"),
                    Cell.day(Result.text(row, "end"), names.language()),
                    table.basis(row),
                    names.cell(row, "area"),
                    table.stated(row),
                    names.cell(row, "figure"));
        }
    }
}
