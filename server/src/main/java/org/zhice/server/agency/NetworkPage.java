package org.zhice.server.agency;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.nodevalue.NodeValueInteger;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Choice;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.sheet.Sheets;
import org.zhice.server.sheet.Years;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** Which agencies stand together in how many tasks of a year, from a number on. */
record NetworkPage() implements Page {
    private static final Query PAIRS = Queries.read(NetworkPage.class, "pairs.rq");
    private static final String YEAR = "year";
    private static final String LEAST = "at-least";
    private static final int FEW = 3;

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client, YEAR, LEAST);
        List<String> years = Years.of(release);
        if (years.isEmpty()) {
            throw Problem.of(404, "not-found", client.path());
        }
        String year = Choice.asked(client, YEAR, years, years.get(years.size() - 1));
        int least = least(client);
        Query asked = asked(year, least);
        Result pairs = release.select(asked);
        Names names = Names.of(release, client.language(), pairs);
        Messages words = Messages.in(client.language(), NetworkPage.class);
        List<Column> columns = List.of(
                Column.wide("first", words.text("network.first")).as("from"),
                Column.wide("second", words.text("network.second")).as("to"),
                Column.number("tasks", words.text("agency.together")).as("value"));
        Sheet sheet = Sheet.of(
                        "pairs",
                        words.text("network.pairs", year, pairs.rows().size()),
                        columns,
                        pairs.rows().stream().map(row -> cells(row, names)).toList())
                .noted(words.text("network.note"))
                .drawn("network")
                .asked(asked);
        return Sheets.of(words.text("network.title"), words.text("network.lead"), ways(year, words), List.of(sheet))
                .choosing(List.of(
                        Choice.years(YEAR, words.text("network.year"), years, year),
                        Choice.number(LEAST, words.text("network.at-least"), least)))
                .answer(client);
    }

    private static int least(Client client) {
        String text = client.only(LEAST).orElse(Integer.toString(FEW));
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw Problem.option(LEAST, text, "1–9999");
        }
        return Integer.parseInt(text);
    }

    /** The pairs of a year that share at least so many tasks. */
    private static Query asked(String year, int least) {
        Query query = Queries.over(PAIRS, YEAR, List.of(Years.node(year)));
        Expr tasks = query.getProject().getExpr(query.getProjectVars().get(2));
        query.addHavingCondition(new E_GreaterThanOrEqual(tasks, new NodeValueInteger(least)));
        return query;
    }

    private static List<Piece> ways(String year, Messages words) {
        return List.of(
                Piece.of(words.text("agencies.title")).to(AgencyRoom.ADDRESS),
                Piece.of(words.text("network.query"))
                        .to(Links.query("agencies-that-share-tasks")
                                + Links.parameters(new TreeMap<>(Map.of(YEAR, year)))));
    }

    private static List<Cell> cells(Binding row, Names names) {
        return List.of(
                Cell.of(AgencyRoom.to(names.piece(row.get("first")), row.get("first"))),
                Cell.of(AgencyRoom.to(names.piece(row.get("second")), row.get("second"))),
                Cell.number(Result.text(row, "tasks"), names.language()));
    }
}
