package org.zhice.server.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Words;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** One metric: its figures, and those that may be compared on a chart of their own. */
record MetricPage() implements Page {
    private static final Query METRIC = Queries.read(MetricPage.class, "metric.rq");

    @Override
    public Answer get(Client client, Release release) {
        if (!client.rest().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Problem.of(404, "not-found", client.path());
        }
        String iri = Terms.ID + "metric/" + client.rest();
        List<Node> metric = List.of(NodeFactory.createURI(iri));
        Query about = Queries.over(METRIC, "metric", metric);
        Result known = release.select(about);
        if (known.rows().isEmpty()) {
            throw Problem.of(404, "no-thing", iri);
        }
        Sheets.require(client);
        Query asked = Queries.over(MetricsPage.FIGURES, "metric", metric);
        Result figures = release.select(asked);
        Names names = Names.of(release, client.language(), known, figures);
        Messages words = Messages.in(client.language(), MetricPage.class);
        List<Sheet> sheets = new ArrayList<>(comparable(figures.rows(), new FigureTable(names, words)));
        sheets.add(new FigureTable(names, words)
                .of("figures", words.text("metric.figures"), figures.rows())
                .noted(words.text("figure.note")));
        Stream.of(tasks(known.rows(), names, words), subjects(known.rows(), names, words))
                .filter(sheet -> !sheet.rows().isEmpty())
                .forEach(sheet -> sheets.add(sheet.asked(about)));
        return Sheets.of(
                        Words.capital(names.piece(metric.get(0)).text()),
                        lead(known.rows().get(0), names, words),
                        ways(names.piece(metric.get(0)), words),
                        sheets.stream()
                                .map(sheet -> sheet.editor().isEmpty() ? sheet.asked(asked) : sheet)
                                .toList())
                .answer(client);
    }

    private static List<Piece> ways(Piece metric, Messages words) {
        return List.of(
                metric.saying(words.text("metric.page")),
                Piece.of(words.text("metric.all")).to(MetricRoom.ADDRESS));
    }

    private static String lead(Binding metric, Names names, Messages words) {
        String denominator = Result.text(metric, "denominator");
        String what = words.text("metric.lead", names.word(metric, "kind"), names.word(metric, "unit"));
        return denominator.isEmpty() ? what : what + " " + words.text("metric.per", denominator);
    }

    /** Only figures that share a key may be compared; one alone is no comparison. */
    private static List<Sheet> comparable(List<Binding> figures, FigureTable table) {
        Map<String, List<Binding>> byKey = figures.stream()
                .filter(row -> row.contains("key"))
                .collect(
                        Collectors.groupingBy(row -> Result.text(row, "key"), LinkedHashMap::new, Collectors.toList()));
        return byKey.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> table.of(
                                group.getKey(),
                                table.words()
                                        .text(
                                                "metric.comparable",
                                                table.names()
                                                        .word(group.getValue().get(0), "statistic")),
                                group.getValue())
                        .noted(table.words().text("metric.comparable.note"))
                        .drawn("bar"))
                .toList();
    }

    private static Sheet tasks(List<Binding> rows, Names names, Messages words) {
        List<List<Cell>> tasks = rows.stream()
                .filter(row -> row.contains("year"))
                .map(row -> List.of(Cell.year(Piece.of(Result.text(row, "year"))), names.cell(row, "tied"), said(row)))
                .toList();
        List<Column> columns = List.of(
                Column.number("year", words.text("metric.year")),
                Column.wide("task", words.text("metric.task")),
                Column.of("words", words.text("metric.words")));
        return Sheet.of("tasks", words.text("metric.tasks"), columns, tasks).noted(words.text("metric.tasks.note"));
    }

    private static Sheet subjects(List<Binding> rows, Names names, Messages words) {
        List<List<Cell>> subjects = rows.stream()
                .filter(row -> row.contains("tied") && !row.contains("year"))
                .map(row -> List.of(names.cell(row, "tied"), said(row)))
                .toList();
        List<Column> columns = List.of(
                Column.wide("subject", words.text("metric.subject")), Column.of("words", words.text("metric.words")));
        return Sheet.of("subjects", words.text("metric.subjects"), columns, subjects)
                .noted(words.text("metric.subjects.note"));
    }

    private static Cell said(Binding row) {
        return Cell.of(new Piece(Result.text(row, "words"), "", null, "zh", ""));
    }
}
