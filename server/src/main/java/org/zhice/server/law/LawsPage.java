package org.zhice.server.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Choice;
import org.zhice.server.sheet.Choice.Option;
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
import org.zhice.server.web.Words;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** Every instrument that a plan promises something about, through the years. */
record LawsPage() implements Page {
    private static final Query PROMISES = Queries.read(LawsPage.class, "promises.rq");
    private static final Query RESULTS = Queries.read(LawsPage.class, "results.rq");

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client, "act", "kind");
        Result promises = release.select(PROMISES);
        Result results = release.select(RESULTS);
        Names names = Names.of(release, client.language(), promises);
        Messages words = Messages.in(client.language(), LawsPage.class);
        Filter act = Filter.of(client, "act", "act", "action-type-", promises.rows());
        Filter kind = Filter.of(client, "kind", "type", "instrument-type-", promises.rows());
        List<Binding> rows = promises.rows().stream()
                .filter(row -> act.fits(row) && kind.fits(row))
                .toList();
        Sheet sheet = new Matrix(names, words, Years.of(release), counts(results))
                .of(rows)
                .asked(kind.in(act.in(PROMISES)));
        return Sheets.of(words.text("laws.title"), words.text("laws.lead"), ways(words), List.of(sheet))
                .choosing(List.of(
                        act.choice(words.text("laws.act"), words.text("laws.any"), names),
                        kind.choice(words.text("laws.kind"), words.text("laws.any"), names)))
                .answer(client);
    }

    private static List<Piece> ways(Messages words) {
        return List.of(
                Piece.of(words.text("laws.all")).to("/id/instrument/"),
                Piece.of(words.text("laws.plans")).to("/plans"));
    }

    private static Map<Node, String> counts(Result results) {
        return results.rows().stream()
                .collect(Collectors.toMap(row -> row.get("instrument"), row -> Result.text(row, "results")));
    }

    /**
     * A concept that narrows the rows.
     *
     * @param column with the concept
     * @param prefix of the names of such concepts, which the address leaves out
     * @param known those that there are
     * @param chosen empty for all
     */
    private record Filter(String name, String column, String prefix, List<Node> known, Optional<Node> chosen) {
        static Filter of(Client client, String name, String column, String prefix, List<Binding> rows) {
            List<Node> known =
                    rows.stream().map(row -> row.get(column)).distinct().toList();
            Map<String, Node> byId = new LinkedHashMap<>();
            known.forEach(concept -> byId.put(id(concept, prefix), concept));
            String asked = Choice.asked(client, name, List.copyOf(byId.keySet()), "");
            return new Filter(name, column, prefix, known, Optional.ofNullable(byId.get(asked)));
        }

        private static String id(Node concept, String prefix) {
            return Terms.localName(concept.getURI()).replaceFirst("^" + prefix, "");
        }

        boolean fits(Binding row) {
            return chosen.stream().allMatch(row.get(column)::equals);
        }

        Query in(Query query) {
            return chosen.map(concept -> Queries.over(query, column, List.of(concept)))
                    .orElse(query);
        }

        Choice choice(String label, String any, Names names) {
            List<Option> options = known.stream()
                    .map(concept -> new Option(
                            id(concept, prefix),
                            Words.capital(names.piece(concept).text())))
                    .sorted(Comparator.comparing(Option::text))
                    .toList();
            return Choice.oneOrAll(
                    name,
                    label,
                    any,
                    options,
                    chosen.map(concept -> id(concept, prefix)).orElse(""));
        }
    }

    /** Instruments as rows, years as columns. */
    private record Matrix(Names names, Messages words, List<String> years, Map<Node, String> results) {
        Sheet of(List<Binding> promises) {
            List<Column> columns = new ArrayList<>(List.of(
                    Column.wide("instrument", words.text("laws.instrument")),
                    Column.of("kind", words.text("laws.kind"))));
            years.forEach(year -> columns.add(Column.wide("y" + year, year)));
            columns.add(Column.number("results", words.text("laws.results")));
            List<List<Cell>> rows = Result.groups(promises, "instrument").stream()
                    .map(this::row)
                    .toList();
            return Sheet.of("laws", words.text("laws.matrix", rows.size()), columns, rows)
                    .noted(words.text("laws.note"));
        }

        private List<Cell> row(List<Binding> promises) {
            Binding first = promises.get(0);
            Node instrument = first.get("instrument");
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(names.piece(instrument).to(LawRoom.ADDRESS + "/" + Terms.localName(instrument.getURI()))),
                    names.term(first, "type")));
            years.forEach(year -> cells.add(Cell.of(promises.stream()
                    .filter(row -> Result.text(row, "year").equals(year))
                    .map(this::promise)
                    .toList())));
            cells.add(Cell.number(results.getOrDefault(instrument, ""), names.language()));
            return cells;
        }

        private Piece promise(Binding row) {
            String act = words.text("laws.promise", names.word(row, "act"), names.word(row, "commitment"));
            return names.piece(row.get("task")).saying(Words.capital(act)).with(names.word(row, "lead"));
        }
    }
}
