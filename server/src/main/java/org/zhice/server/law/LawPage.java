package org.zhice.server.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** One instrument: what was promised about it, by whom, how firmly, and what came of it. */
record LawPage() implements Page {
    private static final Query INSTRUMENT = Queries.read(LawPage.class, "instrument.rq");
    private static final Query ACTS = Queries.read(LawPage.class, "acts.rq");
    private static final Query OUTCOMES = Queries.read(LawPage.class, "outcomes.rq");

    @Override
    public Answer get(Client client, Release release) {
        String iri = Terms.ID + "instrument/" + client.rest();
        if (!client.rest().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Problem.of(404, "not-found", client.path());
        }
        List<Node> thing = List.of(NodeFactory.createURI(iri));
        Query about = Queries.over(INSTRUMENT, "instrument", thing);
        Result instrument = release.select(about);
        if (instrument.rows().isEmpty()) {
            throw Problem.of(404, "no-thing", iri);
        }
        Sheets.require(client);
        Query promised = Queries.over(ACTS, "instrument", thing);
        Query came = Queries.over(OUTCOMES, "instrument", thing);
        Result acts = release.select(promised);
        Result outcomes = release.select(came);
        View view = new View(
                Names.of(release, client.language(), instrument, acts, outcomes),
                Messages.in(client.language(), LawPage.class));
        return Sheets.of(
                        view.names().piece(thing.get(0)).text(),
                        view.lead(instrument.rows().get(0), acts.rows(), Years.of(release)),
                        view.ways(thing.get(0)),
                        List.of(
                                view.acts(acts.rows()).asked(promised),
                                view.outcomes(outcomes.rows()).asked(came),
                                view.documents(instrument.rows()).asked(about)))
                .answer(client);
    }

    /** The tables of the page. */
    private record View(Names names, Messages words) {
        String lead(Binding instrument, List<Binding> acts, List<String> years) {
            List<String> named = acts.stream()
                    .map(row -> Result.text(row, "year"))
                    .distinct()
                    .toList();
            List<String> silent =
                    years.stream().filter(year -> !named.contains(year)).toList();
            return words.text("law.lead", names.word(instrument, "type"), list(named), list(silent));
        }

        private String list(List<String> years) {
            return years.isEmpty() ? words.text("law.none") : String.join(", ", years);
        }

        List<Piece> ways(Node instrument) {
            return List.of(
                    names.piece(instrument).saying(words.text("law.page")),
                    Piece.of(words.text("law.all")).to(LawRoom.ADDRESS));
        }

        Sheet acts(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.number("year", words.text("law.year")),
                    Column.wide("task", words.text("law.task")),
                    Column.of("act", words.text("laws.act")),
                    Column.of("commitment", words.text("law.commitment")),
                    Column.of("words", words.text("law.words")),
                    Column.of("scope", words.text("law.scope")),
                    Column.wide("lead", words.text("law.led")),
                    Column.wide("shared", words.text("law.shared")));
            List<List<Cell>> acts = rows.stream()
                    .collect(Collectors.groupingBy(View::promise, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(this::act)
                    .toList();
            return Sheet.of("promised", words.text("law.promised"), columns, acts)
                    .noted(words.text("law.promised.note"));
        }

        private static List<String> promise(Binding row) {
            List<String> parts = new ArrayList<>();
            List.of("task", "act", "commitment", "words", "scope")
                    .forEach(column -> parts.add(Result.text(row, column)));
            return parts;
        }

        private List<Cell> act(List<Binding> rows) {
            Binding first = rows.get(0);
            Piece task = names.piece(first.get("task"));
            String year = Result.text(first, "year");
            return List.of(
                    Cell.year(Piece.of(year).to("/plans/" + year)),
                    Cell.of(task.saying(Result.text(first, "number") + " · " + task.text())),
                    names.term(first, "act"),
                    names.term(first, "commitment"),
                    printed(first, "words"),
                    printed(first, "scope"),
                    names.cell(rows, "lead"),
                    names.cell(rows, "shared"));
        }

        /** As the document has it, in Chinese. */
        private static Cell printed(Binding row, String column) {
            String text = Result.text(row, column);
            return text.isEmpty() ? Cell.EMPTY : Cell.of(new Piece(text, "", null, "zh", ""));
        }

        Sheet outcomes(List<Binding> rows) {
            List<Column> columns = List.of(
                    Column.wide("result", words.text("law.result")),
                    Column.wide("task", words.text("law.carried")),
                    Column.of("start", words.text("law.start")),
                    Column.of("end", words.text("law.end")),
                    Column.of("basis", words.text("law.basis")),
                    Column.wide("document", words.text("law.document")),
                    Column.number("paragraph", words.text("law.paragraph")));
            List<List<Cell>> results =
                    Result.groups(rows, "result").stream().map(this::outcome).toList();
            return Sheet.of("outcomes", words.text("law.outcomes"), columns, results)
                    .noted(words.text("law.outcomes.note"));
        }

        private List<Cell> outcome(List<Binding> rows) {
            Binding first = rows.get(0);
            return List.of(
                    names.cell(first, "result"),
                    names.cell(rows, "task"),
                    Cell.day(Result.text(first, "start"), names.language()),
                    Cell.day(Result.text(first, "end"), names.language()),
                    names.term(first, "basis"),
                    names.cell(first, "document"),
                    Cell.number(Result.text(first, "paragraph"), names.language()));
        }

        Sheet documents(List<Binding> rows) {
            List<List<Cell>> documents = rows.stream()
                    .filter(row -> row.contains("document"))
                    .map(row -> List.of(names.cell(row, "document"), names.term(row, "relation")))
                    .toList();
            return Sheet.of(
                    "documents",
                    words.text("law.documents"),
                    List.of(
                            Column.wide("document", words.text("law.document")),
                            Column.of("relation", words.text("law.relation"))),
                    documents);
        }
    }
}
