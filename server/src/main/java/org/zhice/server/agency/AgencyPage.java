package org.zhice.server.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
import org.zhice.server.sheet.Years;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** One agency: its tasks by year and by topic, its partners, its names. */
record AgencyPage() implements Page {
    private static final Query OWN = Queries.read(AgencyPage.class, "own.rq");
    private static final Query PARTNERS = Queries.read(AgencyPage.class, "partners.rq");
    private static final Query HISTORY = Queries.read(AgencyPage.class, "history.rq");

    @Override
    public Answer get(Client client, Release release) {
        if (!client.rest().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Problem.of(404, "not-found", client.path());
        }
        String iri = Terms.ID + "agency/" + client.rest();
        Node agency = NodeFactory.createURI(iri);
        Query known = of(HISTORY, agency);
        Result history = release.select(known);
        if (history.rows().isEmpty()) {
            throw Problem.of(404, "no-thing", iri);
        }
        Sheets.require(client);
        Result own = release.select(of(OWN, agency));
        Result partners = release.select(of(PARTNERS, agency));
        Names names = Names.of(release, client.language(), history, own, partners);
        View view = new View(agency, names, Messages.in(client.language(), AgencyPage.class));
        return Sheets.of(
                        names.piece(agency).text(),
                        view.words().text("agency.lead"),
                        view.ways(),
                        List.of(
                                view.years(own.rows(), Years.of(release)).asked(of(OWN, agency)),
                                view.topics(own.rows()).asked(of(OWN, agency)),
                                view.partners(partners.rows()).asked(of(PARTNERS, agency)),
                                view.forms(history.rows()).asked(known),
                                view.changes(history.rows()).asked(known)))
                .answer(client);
    }

    private static Query of(Query query, Node agency) {
        return Queries.over(query, "agency", List.of(agency));
    }

    /** The tables of the page. */
    private record View(Node agency, Names names, Messages words) {
        List<Piece> ways() {
            return List.of(
                    names.piece(agency).saying(words.text("agency.page")),
                    Piece.of(words.text("agency.all")).to(AgencyRoom.ADDRESS));
        }

        Sheet years(List<Binding> rows, List<String> years) {
            List<Column> columns = counts(Column.number("year", words.text("agency.year")));
            return Sheet.of(
                            "years",
                            words.text("agency.years"),
                            columns,
                            years.stream()
                                    .map(year -> counts(
                                            Cell.year(Piece.of(year).to("/plans/" + year)),
                                            rows.stream()
                                                    .filter(row -> Result.text(row, "year")
                                                            .equals(year))
                                                    .toList()))
                                    .toList())
                    .drawn("stacked");
        }

        Sheet topics(List<Binding> rows) {
            Map<Node, List<Binding>> byTopic = rows.stream()
                    .filter(row -> row.contains("topic"))
                    .collect(Collectors.groupingBy(row -> row.get("topic")));
            List<Column> columns = counts(Column.wide("topic", words.text("agency.topic")));
            return Sheet.of(
                            "topics",
                            words.text("agency.topics"),
                            columns,
                            byTopic.entrySet().stream()
                                    .sorted((one, other) -> {
                                        int order = Long.compare(tasks(other.getValue()), tasks(one.getValue()));
                                        return order == 0
                                                ? one.getKey()
                                                        .toString()
                                                        .compareTo(
                                                                other.getKey().toString())
                                                : order;
                                    })
                                    .map(topic -> counts(Cell.of(names.piece(topic.getKey())), topic.getValue()))
                                    .toList())
                    .noted(words.text("agency.topics.note"))
                    .drawn("stacked");
        }

        private List<Column> counts(Column first) {
            return List.of(
                    first.as("x"),
                    Column.number("led", words.text("agencies.led")).as("y"),
                    Column.number("shared", words.text("agencies.shared")).as("y"));
        }

        private List<Cell> counts(Cell first, List<Binding> rows) {
            return List.of(first, count(rows, "leadAgency"), count(rows, "participatingAgency"));
        }

        private Cell count(List<Binding> rows, String role) {
            return Cell.number(
                    tasks(rows.stream()
                            .filter(row -> row.get("role").equals(Terms.term(role)))
                            .toList()),
                    names.language());
        }

        private static long tasks(List<Binding> rows) {
            return rows.stream().map(row -> row.get("task")).distinct().count();
        }

        Sheet partners(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.wide("partner", words.text("agency.partner")).as("to"),
                    Column.wide("agency", words.text("agencies.agency")).as("from"),
                    Column.number("tasks", words.text("agency.together")).as("value"),
                    Column.number("led", words.text("agency.led")),
                    Column.number("partner_led", words.text("agency.partner-led")));
            return Sheet.of(
                            "partners",
                            words.text("agency.partners"),
                            columns,
                            rows.stream().map(this::partner).toList())
                    .noted(words.text("agency.partners.note"))
                    .drawn("network");
        }

        private List<Cell> partner(Binding row) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(AgencyRoom.to(names.piece(row.get("partner")), row.get("partner"))),
                    names.cell(row, "agency")));
            List.of("tasks", "led", "partner_led")
                    .forEach(count -> cells.add(Cell.number(Result.text(row, count), names.language())));
            return cells;
        }

        Sheet forms(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.wide("form", words.text("agency.form")),
                    Column.of("kind", words.text("agency.kind")),
                    Column.of("from", words.text("agency.from")),
                    Column.of("until", words.text("agency.until")),
                    Column.wide("ground", words.text("agency.ground")));
            String ground = names.language() == Language.EN ? "ground_en" : "ground_zh";
            List<List<Cell>> forms = rows.stream()
                    .filter(row -> row.contains("form"))
                    .map(row -> List.of(
                            form(row.get("form")),
                            names.term(row, "kind"),
                            Cell.of(Result.text(row, "from")),
                            Cell.of(Result.text(row, "until")),
                            Cell.of(Result.text(row, ground))))
                    .toList();
            return Sheet.of("names", words.text("agency.names"), columns, forms).noted(words.text("agency.names.note"));
        }

        private static Cell form(Node form) {
            return Cell.of(new Piece(form.getLiteralLexicalForm(), "", null, form.getLiteralLanguage(), ""));
        }

        Sheet changes(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.wide("change", words.text("agency.change")),
                    Column.of("kind", words.text("agency.change-kind")),
                    Column.of("date", words.text("agency.date")),
                    Column.wide("before", words.text("agency.before")),
                    Column.wide("after", words.text("agency.after")));
            List<List<Cell>> changes =
                    Result.groups(rows, "change").stream().map(this::change).toList();
            return Sheet.of("changes", words.text("agency.changes"), columns, changes);
        }

        private List<Cell> change(List<Binding> rows) {
            Binding first = rows.get(0);
            return List.of(
                    names.cell(first, "change"),
                    names.term(first, "type"),
                    Cell.day(Result.text(first, "date"), names.language()),
                    agencies(rows, "before"),
                    agencies(rows, "after"));
        }

        private Cell agencies(List<Binding> rows, String column) {
            return Cell.of(rows.stream()
                    .map(row -> row.get(column))
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(found -> AgencyRoom.to(names.piece(found), found))
                    .toList());
        }
    }
}
