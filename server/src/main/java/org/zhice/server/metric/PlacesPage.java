package org.zhice.server.metric;

import java.util.List;
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
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** The places that the graph knows, and how much is said of each. */
record PlacesPage() implements Page {
    private static final Query PLACES = Queries.read(PlacesPage.class, "places.rq");

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client);
        Result places = release.select(PLACES);
        Names names = Names.of(release, client.language(), places);
        Messages words = Messages.in(client.language(), PlacesPage.class);
        List<Column> columns = List.of(
                Column.wide("place", words.text("places.place")),
                Column.number("figures", words.text("places.figures")),
                Column.number("tasks", words.text("places.tasks")),
                Column.number("instruments", words.text("places.instruments")));
        Sheet sheet = Sheet.of(
                        "places",
                        words.text("places.known", places.rows().size()),
                        columns,
                        places.rows().stream().map(row -> cells(row, names)).toList())
                .noted(words.text("places.note"))
                .asked(PLACES);
        return Sheets.of(words.text("places.title"), words.text("places.lead"), ways(words), List.of(sheet))
                .answer(client);
    }

    private static List<Piece> ways(Messages words) {
        return List.of(
                Piece.of(words.text("metrics.title")).to(MetricRoom.ADDRESS),
                Piece.of(words.text("places.regional")).to("/id/topic/regional"),
                Piece.of(words.text("places.search")).to("/search"));
    }

    private static List<Cell> cells(Binding row, Names names) {
        return List.of(
                names.cell(row, "place"),
                count(row, "figures", names),
                count(row, "tasks", names),
                count(row, "instruments", names));
    }

    private static Cell count(Binding row, String column, Names names) {
        return Cell.number(Result.text(row, column), names.language());
    }
}
