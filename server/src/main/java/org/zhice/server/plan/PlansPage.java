package org.zhice.server.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.sheet.Sheets;
import org.zhice.server.sheet.Years;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** All plans, and how much of each goes on in later ones. */
record PlansPage() implements Page {
    private static final Query PLANS = Queries.read(PlansPage.class, "plans.rq");
    private static final Query FLOWS = Queries.read(PlansPage.class, "flows.rq");

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client);
        Language language = client.language();
        Messages words = Messages.in(language, PlansPage.class);
        Result plans = release.select(PLANS);
        Result flows = release.select(FLOWS);
        Names names = Names.of(release, language, plans, flows);
        List<Sheet> sheets = List.of(
                plans(plans.rows(), names, words, Years.of(release)),
                comparisons(Years.of(release), words),
                flows(flows.rows(), names, words));
        return Sheets.of(words.text("plans.title"), words.text("plans.lead"), ways(words), sheets)
                .answer(client);
    }

    /** The pages that show the tasks of all plans from one side. */
    private static List<Piece> ways(Messages words) {
        return List.of(
                Piece.of(words.text("plans.documents")).to(Links.DOCUMENTS),
                Piece.of(words.text("plans.laws")).to("/laws"),
                Piece.of(words.text("plans.agencies")).to("/agencies"),
                Piece.of(words.text("plans.network")).to("/network"),
                Piece.of(words.text("plans.campaigns")).to("/campaigns"),
                Piece.of(words.text("plans.metrics")).to("/metrics"),
                Piece.of(words.text("plans.places")).to("/places"));
    }

    private static Sheet plans(List<Binding> rows, Names names, Messages words, List<String> years) {
        List<Column> columns = List.of(
                Column.number("year", words.text("plans.year")).as("x"),
                Column.wide("plan", words.text("plans.plan")),
                Column.number("tasks", words.text("plans.tasks")).as("y"),
                Column.number("headings", words.text("plans.headings")),
                Column.number("agencies", words.text("plans.agencies")),
                Column.number("instruments", words.text("plans.instruments")),
                Column.number("campaigns", words.text("plans.campaigns")));
        List<String> missing = Years.missing(years);
        return Sheet.of(
                        "plans",
                        words.text("plans.plans"),
                        columns,
                        rows.stream().map(row -> plan(row, names)).toList())
                .noted(missing.isEmpty() ? "" : words.text("plans.missing", String.join(", ", missing)))
                .drawn("bar")
                .asked(PLANS);
    }

    private static List<Cell> plan(Binding row, Names names) {
        String year = Result.text(row, "year");
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.year(Piece.of(year).to(PlanRoom.ADDRESS + "/" + year)), names.cell(row, "plan")));
        for (String count : List.of("tasks", "headings", "agencies", "instruments", "campaigns")) {
            cells.add(Cell.number(Result.text(row, count), names.language()));
        }
        return cells;
    }

    /** Each plan beside each later one. */
    private static Sheet comparisons(List<String> years, Messages words) {
        List<List<Cell>> pairs = IntStream.range(0, years.size())
                .boxed()
                .flatMap(later -> IntStream.range(0, later)
                        .mapToObj(earlier -> pair(years.get(earlier), years.get(later), words)))
                .toList();
        return Sheet.of(
                        "compare",
                        words.text("plans.compare"),
                        List.of(
                                Column.of("comparison", words.text("plans.comparison")),
                                Column.number("from", words.text("compare.from")),
                                Column.number("to", words.text("compare.to"))),
                        pairs)
                .noted(words.text("plans.compare.note"));
    }

    private static List<Cell> pair(String from, String to, Messages words) {
        String address = PlanRoom.COMPARE + "?from=" + from + "&to=" + to;
        return List.of(
                Cell.of(Piece.of(words.text("plans.pair", from, to)).to(address)),
                Cell.year(Piece.of(from)),
                Cell.year(Piece.of(to)));
    }

    private static Sheet flows(List<Binding> rows, Names names, Messages words) {
        List<Column> columns = List.of(
                Column.wide("from", words.text("plans.flow.from")).as("from"),
                Column.wide("to", words.text("plans.flow.to")).as("to"),
                Column.number("pairs", words.text("plans.flow.pairs")).as("value"));
        return Sheet.of(
                        "flows",
                        words.text("plans.flows"),
                        columns,
                        rows.stream()
                                .map(row -> List.of(
                                        chapter(row, "from", names),
                                        chapter(row, "to", names),
                                        Cell.number(Result.text(row, "pairs"), names.language())))
                                .toList())
                .noted(words.text("plans.flows.note"))
                .drawn("sankey")
                .asked(FLOWS);
    }

    /** Chapters of several plans may be called the same. */
    private static Cell chapter(Binding row, String column, Names names) {
        Piece chapter = names.piece(row.get(column));
        return Cell.of(chapter.saying(Result.text(row, column + "_year") + " · " + chapter.text()));
    }
}
