package org.zhice.server.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
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
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** All campaigns through the years. */
record CampaignsPage() implements Page {
    private static final Query EDITIONS = Queries.read(CampaignsPage.class, "editions.rq");

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client);
        Result editions = release.select(EDITIONS);
        View view = new View(
                editions.rows(),
                Names.of(release, client.language(), editions),
                Messages.in(client.language(), CampaignsPage.class));
        return Sheets.of(
                        view.words().text("campaigns.title"),
                        view.words().text("campaigns.lead"),
                        view.ways(),
                        List.of(
                                view.years(Years.of(release)).asked(EDITIONS),
                                view.editions().asked(EDITIONS),
                                view.agencies().asked(EDITIONS)))
                .answer(client);
    }

    /** The tables of the page. */
    private record View(List<Binding> rows, Names names, Messages words) {
        List<Piece> ways() {
            return List.of(
                    Piece.of(words.text("campaigns.plans")).to("/plans"),
                    Piece.of(words.text("campaigns.initiatives")).to("/id/initiative/"));
        }

        /** Series as rows, years as columns. */
        Sheet years(List<String> years) {
            List<Column> columns = new ArrayList<>();
            columns.add(Column.wide("campaign", words.text("campaigns.campaign")));
            years.forEach(year -> columns.add(Column.wide("y" + year, year)));
            return Sheet.of(
                            "years",
                            words.text("campaigns.years"),
                            columns,
                            Result.groups(rows, "series").stream()
                                    .map(series -> series(series, years))
                                    .toList())
                    .noted(words.text("campaigns.years.note"));
        }

        private List<Cell> series(List<Binding> series, List<String> years) {
            List<Cell> cells = new ArrayList<>(List.of(names.cell(series.get(0), "series")));
            years.forEach(year -> cells.add(Cell.of(Result.groups(series, "edition").stream()
                    .filter(edition -> Result.text(edition.get(0), "year").equals(year))
                    .map(edition -> names.piece(edition.get(0).get("edition")).with(leads(edition)))
                    .toList())));
            return cells;
        }

        private String leads(List<Binding> edition) {
            return names.cell(edition, "lead").pieces().stream()
                    .map(Piece::text)
                    .collect(Collectors.joining("; "));
        }

        Sheet editions() {
            List<Column> columns = List.of(
                    Column.wide("campaign", words.text("campaigns.campaign")).as("label"),
                    Column.number("year", words.text("campaigns.year")).as("start"),
                    Column.wide("edition", words.text("campaigns.edition")),
                    Column.of("printed", words.text("campaigns.printed")),
                    Column.wide("task", words.text("campaigns.task")),
                    Column.wide("lead", words.text("campaigns.led")),
                    Column.wide("shared", words.text("campaigns.shared")));
            return Sheet.of(
                            "editions",
                            words.text("campaigns.editions"),
                            columns,
                            Result.groups(rows, "edition").stream()
                                    .map(this::edition)
                                    .toList())
                    .noted(words.text("campaigns.editions.note"))
                    .drawn("timeline");
        }

        private List<Cell> edition(List<Binding> edition) {
            Binding first = edition.get(0);
            String year = Result.text(first, "year");
            return List.of(
                    names.cell(first, "series"),
                    Cell.year(Piece.of(year).to("/plans/" + year)),
                    names.cell(first, "edition"),
                    printed(first),
                    names.cell(edition, "task"),
                    names.cell(edition, "lead"),
                    names.cell(edition, "shared"));
        }

        private Cell printed(Binding row) {
            return switch (Result.text(row, "printed")) {
                case "true" -> Cell.of(words.text("campaigns.yes"));
                case "false" -> Cell.of(words.text("campaigns.no"));
                default -> Cell.EMPTY;
            };
        }

        Sheet agencies() {
            Map<Node, List<Binding>> agencies = new LinkedHashMap<>();
            Stream.of("lead", "shared")
                    .flatMap(role -> Result.groups(rows, role).stream()
                            .map(found -> found.get(0).get(role)))
                    .forEach(agency -> agencies.put(
                            agency,
                            rows.stream()
                                    .filter(row -> agency.equals(row.get("lead")) || agency.equals(row.get("shared")))
                                    .toList()));
            List<Column> columns = List.of(
                    Column.wide("agency", words.text("campaigns.agency")).as("x"),
                    Column.number("led", words.text("campaigns.leads")).as("y"),
                    Column.number("shared", words.text("campaigns.shares")).as("y"));
            return Sheet.of(
                            "agencies",
                            words.text("campaigns.agencies"),
                            columns,
                            agencies.entrySet().stream()
                                    .sorted(Comparator.comparing(agency -> -count(agency, "lead")))
                                    .map(this::agency)
                                    .toList())
                    .noted(words.text("campaigns.agencies.note"))
                    .drawn("stacked");
        }

        private static long count(Map.Entry<Node, List<Binding>> agency, String role) {
            return agency.getValue().stream()
                    .filter(row -> agency.getKey().equals(row.get(role)))
                    .map(row -> row.get("edition"))
                    .distinct()
                    .count();
        }

        private List<Cell> agency(Map.Entry<Node, List<Binding>> agency) {
            return List.of(
                    Cell.of(names.piece(agency.getKey())
                            .to("/agencies/" + Terms.localName(agency.getKey().getURI()))),
                    Cell.number(count(agency, "lead"), names.language()),
                    Cell.number(count(agency, "shared"), names.language()));
        }
    }
}
