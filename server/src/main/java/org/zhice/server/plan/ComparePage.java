package org.zhice.server.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.zhice.server.plan.Comparison.Alone;
import org.zhice.server.plan.Comparison.Link;
import org.zhice.server.plan.Comparison.Task;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Choice;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Column.Place;
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
import org.zhice.server.web.Words;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** Two plans side by side: what was carried on and how, what not, what is new, and whose lead changed. */
record ComparePage() implements Page {
    private static final Query ASSIGNED = Queries.read(ComparePage.class, "assigned.rq");
    private static final Query LINKS = Queries.read(ComparePage.class, "links.rq");
    private static final Query OTHER_LEAD = Queries.read(ComparePage.class, "other-lead.rq");
    private static final Query DROPPED = Queries.read(ComparePage.class, "dropped.rq");
    private static final Query NEW = Queries.read(ComparePage.class, "new.rq");
    private static final Query SUCCESSION = Queries.read(ComparePage.class, "succession.rq");

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client, "from", "to");
        List<String> years = Years.of(release);
        if (years.size() < 2) {
            throw Problem.of(404, "not-found", client.path());
        }
        String to = Choice.asked(client, "to", years.subList(1, years.size()), years.get(years.size() - 1));
        List<String> before = years.subList(0, years.indexOf(to));
        String from = Choice.asked(client, "from", before, before.get(before.size() - 1));
        Result assigned = release.select(Queries.over(ASSIGNED, "year", List.of(Years.node(from), Years.node(to))));
        Result links = release.select(LINKS);
        Comparison comparison = Comparison.of(
                from,
                to,
                assigned.rows(),
                links.rows(),
                release.select(SUCCESSION).rows());
        Names names = Names.of(release, client.language(), assigned, links);
        Messages words = Messages.in(client.language(), ComparePage.class);
        return Sheets.of(
                        words.text("compare.title", from, to),
                        words.text("compare.lead"),
                        ways(from, to, words),
                        new View(comparison, names, words, from, to).sheets())
                .choosing(List.of(
                        Choice.years("from", words.text("compare.from"), years.subList(0, years.size() - 1), from),
                        Choice.years("to", words.text("compare.to"), years.subList(1, years.size()), to)))
                .answer(client);
    }

    private static List<Piece> ways(String from, String to, Messages words) {
        return Stream.concat(
                        Stream.of(from, to)
                                .map(year ->
                                        Piece.of(words.text("plan.title", year)).to(PlanRoom.ADDRESS + "/" + year)),
                        Stream.of(Piece.of(words.text("plan.all")).to(PlanRoom.ADDRESS)))
                .toList();
    }

    /** The tables of a comparison; the queries beneath them give the same rows, one by one. */
    private record View(Comparison comparison, Names names, Messages words, String from, String to) {
        List<Sheet> sheets() {
            List<Sheet> sheets = new ArrayList<>();
            sheets.add(pairs("lead", words.text("compare.lead-changed"), comparison.otherLead(), Place.BOTH)
                    .noted(words.text("compare.lead-changed.note"))
                    .asked(between(OTHER_LEAD)));
            comparison
                    .byKind()
                    .forEach((kind, links) ->
                            sheets.add(pairs(Terms.localName(kind.getURI()), word(kind), links, Place.FILE)
                                    .asked(Queries.over(between(LINKS), "kind", List.of(kind)))));
            sheets.add(pairs("undecided", words.text("compare.undecided"), comparison.undecided(), Place.BOTH)
                    .noted(words.text("compare.undecided.note"))
                    .asked(between(LINKS)));
            sheets.add(alone("dropped", words.text("compare.dropped", from, to), comparison.dropped(), true)
                    .asked(between(DROPPED)));
            sheets.add(alone("new", words.text("compare.new", to, from), comparison.fresh(), false)
                    .asked(between(NEW)));
            sheets.add(0, counts(sheets));
            return sheets;
        }

        private Query between(Query query) {
            return Queries.over(
                    Queries.over(query, "year", List.of(Years.node(to))), "earlier_year", List.of(Years.node(from)));
        }

        private String word(Node kind) {
            return Words.capital(names.piece(kind).text());
        }

        private Sheet counts(List<Sheet> sheets) {
            List<List<Cell>> rows = new ArrayList<>();
            rows.add(count(
                    Piece.of(words.text("compare.carried")),
                    comparison.carried().size(),
                    distinct(comparison.carried().stream().map(Link::earlier)),
                    distinct(comparison.carried().stream().map(Link::task))));
            sheets.forEach(sheet -> rows.add(count(sheet)));
            rows.add(count(
                    Piece.of(words.text("compare.all")),
                    -1,
                    comparison.from().size(),
                    comparison.to().size()));
            return Sheet.of(
                            "counts",
                            words.text("compare.counts"),
                            List.of(
                                    Column.wide("what", words.text("compare.what")),
                                    Column.number("pairs", words.text("compare.pairs")),
                                    Column.number("from_tasks", words.text("compare.tasks", from)),
                                    Column.number("to_tasks", words.text("compare.tasks", to))),
                            rows)
                    .noted(words.text("compare.counts.note"))
                    .asked(between(LINKS));
        }

        private List<Cell> count(Sheet sheet) {
            Piece title = Piece.of(sheet.title()).to("#" + sheet.id());
            int rows = sheet.rows().size();
            return switch (sheet.id()) {
                case "dropped" -> count(title, -1, rows, -1);
                case "new" -> count(title, -1, -1, rows);
                default -> count(title, rows, things(sheet, "earlier"), things(sheet, "task"));
            };
        }

        private static long things(Sheet sheet, String column) {
            int place = sheet.columns().stream().map(Column::id).toList().indexOf(column);
            return sheet.rows().stream().map(row -> row.get(place)).distinct().count();
        }

        private static long distinct(Stream<Node> tasks) {
            return tasks.distinct().count();
        }

        /** What is not counted is left open. */
        private List<Cell> count(Piece what, long pairs, long earlier, long later) {
            return List.of(Cell.of(what), number(pairs), number(earlier), number(later));
        }

        private Cell number(long count) {
            return count < 0 ? Cell.EMPTY : Cell.number(count, names.language());
        }

        /** @param kind where the kind of a continuation is said: not on the page if it is the same in all rows */
        private Sheet pairs(String id, String title, List<Link> links, Place kind) {
            List<Column> columns = List.of(
                    Column.wide("earlier", words.text("compare.task", from)),
                    Column.wide("earlier_lead", words.text("compare.led", from)),
                    Column.wide("task", words.text("compare.task", to)),
                    Column.wide("lead", words.text("compare.led", to)),
                    Column.of("kind", words.text("compare.kind")).in(kind));
            return Sheet.of(id, title, columns, links.stream().map(this::pair).toList());
        }

        private List<Cell> pair(Link link) {
            Task earlier = comparison.from().get(link.earlier());
            Task later = comparison.to().get(link.task());
            return List.of(
                    task(earlier),
                    leads(earlier.leads()),
                    task(later),
                    leads(later.leads()),
                    Cell.of(word(link.kind())));
        }

        private Sheet alone(String id, String title, List<Alone> tasks, boolean earlier) {
            List<Column> columns = List.of(
                    Column.wide("task", words.text("compare.task", earlier ? from : to)),
                    Column.wide("lead", words.text("task.lead")),
                    Column.wide("undecided", words.text("compare.maybe")),
                    Column.wide("elsewhere", words.text(earlier ? "compare.later" : "compare.before")));
            return Sheet.of(
                            id,
                            title,
                            columns,
                            tasks.stream().map(task -> row(task, earlier)).toList())
                    .noted(words.text("compare.alone.note"));
        }

        private List<Cell> row(Alone alone, boolean earlier) {
            return List.of(
                    task(alone.task()),
                    leads(alone.task().leads()),
                    others(alone.undecided(), earlier),
                    others(alone.elsewhere(), earlier));
        }

        private Cell others(List<Link> links, boolean earlier) {
            return Cell.of(links.stream()
                    .map(link -> names.piece(earlier ? link.task() : link.earlier())
                            .with(words.text(
                                    "task.carried",
                                    earlier ? link.year() : link.earlierYear(),
                                    names.piece(link.kind()).text())))
                    .toList());
        }

        private Cell task(Task task) {
            Piece piece = names.piece(task.task());
            return Cell.of(piece.saying(task.number() + " · " + piece.text()));
        }

        private Cell leads(Set<Node> leads) {
            return Cell.of(leads.stream().map(names::piece).toList());
        }
    }
}
