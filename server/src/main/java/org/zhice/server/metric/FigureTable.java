package org.zhice.server.metric;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Column.Place;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Words;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** Figures with all that is known of them; they can be drawn where they may be compared. */
record FigureTable(Names names, Messages words) {
    /**
     * The figures of several metrics.
     *
     * @param rows of {@code figures.rq}
     */
    Sheet ofMetrics(String title, List<Binding> rows) {
        List<Column> columns = new ArrayList<>(List.of(Column.wide("metric", words.text("figure.metric"))));
        columns.addAll(columns(Place.FILE));
        return Sheet.of(
                "figures", title, columns, rows.stream().map(this::withMetric).toList());
    }

    /** The figures of one metric. */
    Sheet of(String id, String title, List<Binding> rows) {
        return Sheet.of(
                id, title, columns(Place.BOTH), rows.stream().map(this::cells).toList());
    }

    private List<Cell> withMetric(Binding row) {
        List<Cell> cells = new ArrayList<>(List.of(metric(row)));
        cells.addAll(cells(row));
        return cells;
    }

    /** It leads to the page of the metric. */
    Cell metric(Binding row) {
        Piece metric = names.piece(row.get("metric"));
        return Cell.of(metric.saying(Words.capital(metric.text()))
                .to(MetricRoom.ADDRESS + "/" + Terms.localName(metric.iri())));
    }

    /** @param detail where it is told what is the same for most figures */
    private List<Column> columns(Place detail) {
        return List.of(
                Column.number("value", words.text("figure.value")).as("y"),
                Column.of("unit", words.text("figure.unit")),
                Column.of("bound", words.text("figure.bound")).as("series"),
                Column.of("statistic", words.text("figure.statistic")),
                Column.of("start", words.text("figure.start")),
                Column.of("end", words.text("figure.end")).as("x"),
                Column.wide("basis", words.text("figure.basis")),
                Column.of("area", words.text("figure.area")).in(detail),
                Column.wide("area_basis", words.text("figure.area.basis")).in(detail),
                Column.number("low", words.text("figure.low")).as("low").in(detail),
                Column.number("high", words.text("figure.high")).as("high").in(detail),
                Column.of("printed", words.text("figure.printed")),
                Column.wide("stated", words.text("figure.document")).in(Place.PAGE),
                Column.file("document"),
                Column.file("paragraph"),
                Column.file("key"),
                Column.file("figure"));
    }

    private List<Cell> cells(Binding row) {
        return List.of(
                value(row),
                Cell.of(names.word(row, "unit")),
                bound(row),
                names.term(row, "statistic"),
                Cell.day(Result.text(row, "start"), names.language()),
                Cell.day(Result.text(row, "end"), names.language()),
                basis(row),
                names.cell(row, "area"),
                names.term(row, "area_basis"),
                Cell.number(Result.text(row, "low"), names.language()),
                Cell.number(Result.text(row, "high"), names.language()),
                printed(row),
                stated(row),
                names.cell(row, "document"),
                Cell.number(Result.text(row, "paragraph"), names.language()),
                Cell.of(Result.text(row, "key")),
                names.cell(row, "figure"));
    }

    /** The document and its paragraph. */
    Cell stated(Binding row) {
        String paragraph = Result.text(row, "paragraph");
        Cell document = names.cell(row, "document");
        return paragraph.isEmpty()
                ? document
                : Cell.of(document.pieces().stream()
                        .map(piece -> piece.with(words.text("figure.paragraph", paragraph)))
                        .toList());
    }

    /** It leads to the figure and its evidence. */
    Cell value(Binding row) {
        String value = Result.text(row, "value");
        Piece shown = Piece.of(Numbers.show(value, names.language()));
        return Cell.number(shown.to(names.piece(row.get("figure")).href()), value);
    }

    /** What is to be reached is no value that was. */
    private Cell bound(Binding row) {
        boolean target = row.get("class").equals(Terms.term("Target"));
        Cell bound = names.term(row, "bound");
        return target ? Cell.of(bound.pieces().get(0).with(words.text("figure.target"))) : bound;
    }

    /** What was inferred says why. */
    Cell basis(Binding row) {
        Cell basis = names.term(row, "basis");
        String reason = Result.text(row, "reason_" + names.language().tag());
        return reason.isEmpty() ? basis : Cell.of(basis.pieces().get(0).with(reason));
    }

    private static Cell printed(Binding row) {
        String text = Result.text(row, "printed");
        return text.isEmpty() ? Cell.EMPTY : Cell.of(new Piece(text, "", null, "zh", ""));
    }
}
