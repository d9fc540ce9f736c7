package org.zhice.server.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.metric.Atlas.Spot;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.sheet.Sheets;
import org.zhice.server.sheet.TileMap;
import org.zhice.server.sheet.TileMap.Tile;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** The places that the graph knows, and how much is said of each: provinces as on a map, then all in tables. */
record PlacesPage() implements Page {
    private static final Query PLACES = Queries.read(PlacesPage.class, "places.rq");
    private static final Query SAID = Queries.read(PlacesPage.class, "said.rq");
    private static final String KIND = Terms.BASE + "concept/area-kind-";
    private static final int MOST_SHADE = 3;

    /** The tables and the kinds of places in each; what is of no other is in the last. */
    private enum Part {
        PROVINCES("places.provinces", "places.provinces.note", "province corps"),
        LOCAL("places.local", "places.local.note", "city zone"),
        REGIONS("places.regions", "places.regions.note", "region group"),
        COUNTRIES("places.countries", "places.countries.note", "country world-region");

        private final String title;
        private final String note;
        private final String kinds;

        Part(String title, String note, String kinds) {
            this.title = title;
            this.note = note;
            this.kinds = kinds;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part of(Binding row) {
            String kind = Result.text(row, "kind").replace(KIND, "");
            return Stream.of(values())
                    .filter(part -> List.of(part.kinds.split(" ")).contains(kind))
                    .findFirst()
                    .orElse(COUNTRIES);
        }
    }

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client);
        Result places = release.select(PLACES);
        Result said = release.select(SAID);
        View view = new View(
                Names.of(release, client.language(), places, said),
                Messages.in(client.language(), PlacesPage.class),
                said.rows().stream().collect(Collectors.groupingBy(row -> row.get("place"))));
        return Sheets.of(
                        view.words().text("places.title"),
                        view.words().text("places.lead", places.rows().size()),
                        view.ways(),
                        view.sheets(places.rows()))
                .mapped(view.map(places.rows()))
                .answer(client);
    }

    /** The page of a place. */
    static Piece place(Names names, Node place) {
        return names.piece(place).to(MetricRoom.PLACES + "/" + Terms.localName(place.getURI()));
    }

    /**
     * The parts of the page.
     *
     * @param said of each place
     */
    private record View(Names names, Messages words, Map<Node, List<Binding>> said) {
        List<Piece> ways() {
            return List.of(
                    Piece.of(words.text("metrics.title")).to(MetricRoom.ADDRESS),
                    Piece.of(words.text("places.regional")).to("/id/topic/regional"),
                    Piece.of(words.text("places.search")).to("/search"));
        }

        TileMap map(List<Binding> rows) {
            return new TileMap(
                    words.text("places.map"),
                    words.text("places.map.note"),
                    rows.stream()
                            .filter(row -> Part.of(row) == Part.PROVINCES)
                            .sorted(Comparator.comparing(View::spot))
                            .map(this::tile)
                            .toList());
        }

        private static Spot spot(Binding row) {
            return Atlas.spot(Terms.localName(row.get("place").getURI()));
        }

        private Tile tile(Binding row) {
            Spot spot = spot(row);
            int said = Stream.of("achievements", "tasks", "figures")
                    .mapToInt(column -> Integer.parseInt(Result.text(row, column)))
                    .sum();
            Piece place = place(names, row.get("place"));
            return new Tile(
                    place.saying(shorter(
                            place.text(),
                            Result.text(row, "also_" + names.language().tag()))),
                    Numbers.show(said, names.language()),
                    Math.min(said, MOST_SHADE),
                    spot.row(),
                    spot.column());
        }

        private static String shorter(String name, String other) {
            return other.isEmpty() || other.length() > name.length() ? name : other;
        }

        List<Sheet> sheets(List<Binding> rows) {
            return rows.stream().collect(Collectors.groupingBy(Part::of)).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(part -> sheet(part.getKey(), part.getValue()))
                    .toList();
        }

        private Sheet sheet(Part part, List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.wide("place", words.text("places.place")),
                    Column.file("kind"),
                    Column.of("within", words.text("places.within"))
                            .in(part == Part.LOCAL ? Column.Place.BOTH : Column.Place.FILE),
                    Column.wide("said", words.text("places.said")).in(Column.Place.PAGE),
                    Column.number("achievements", words.text("places.achievements")),
                    Column.number("tasks", words.text("places.tasks")),
                    Column.number("figures", words.text("places.figures")),
                    Column.file("instruments"));
            return Sheet.of(
                            part.id(),
                            words.text(part.title),
                            columns,
                            rows.stream().map(this::cells).toList())
                    .in("places")
                    .noted(words.text(part.note))
                    .asked(PLACES);
        }

        private List<Cell> cells(Binding row) {
            return List.of(
                    Cell.of(place(names, row.get("place"))),
                    names.term(row, "kind"),
                    names.cell(row, "within"),
                    names.cell(said.getOrDefault(row.get("place"), List.of()), "said"),
                    count(row, "achievements"),
                    count(row, "tasks"),
                    count(row, "figures"),
                    count(row, "instruments"));
        }

        private Cell count(Binding row, String column) {
            return Cell.number(Result.text(row, column), names.language());
        }
    }
}
