package org.zhice.server.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
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
import org.zhice.store.Terms;

/** The plan of a year as its table of contents, with its tasks under their headings. */
record PlanPage() implements Page {
    private static final Query HEADINGS = Queries.read(PlanPage.class, "headings.rq");
    private static final Query TASKS = Queries.read(PlanPage.class, "tasks.rq");

    @Override
    public Answer get(Client client, Release release) {
        String year = client.rest();
        List<String> years = Years.of(release);
        if (!years.contains(year)) {
            throw Problem.of(404, "not-found", client.path());
        }
        Sheets.require(client);
        Query asked = Queries.over(TASKS, "year", List.of(Years.node(year)));
        Result tasks = release.select(asked);
        Result headings = release.select(Queries.over(HEADINGS, "year", List.of(Years.node(year))));
        Names names = Names.of(release, client.language(), tasks, headings);
        Messages words = Messages.in(client.language(), PlanPage.class);
        Contents contents = new Contents(headings.rows(), byHeading(tasks.rows()), new TaskTable(names, words));
        return Sheets.of(
                        words.text("plan.title", year),
                        words.text("plan.lead"),
                        ways(year, years, headings.rows(), names, words),
                        contents.sheets().stream()
                                .map(sheet -> sheet.isHeading() ? sheet : sheet.asked(asked))
                                .toList())
                .answer(client);
    }

    /** Under no heading stands what has none. */
    private static Map<Optional<Node>, List<Binding>> byHeading(List<Binding> tasks) {
        return tasks.stream()
                .collect(Collectors.groupingBy(
                        row -> Optional.ofNullable(row.get("section")), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Piece> ways(
            String year, List<String> years, List<Binding> headings, Names names, Messages words) {
        List<Piece> ways = new ArrayList<>();
        headings.stream()
                .map(row -> row.get("plan"))
                .distinct()
                .flatMap(plan -> Stream.of(
                        names.piece(plan),
                        Piece.of(words.text("plan.read")).to(Links.text(Terms.localName(plan.getURI())))))
                .forEach(ways::add);
        int place = years.indexOf(year);
        if (place > 0) {
            ways.add(compared(years.get(place - 1), year, words));
        }
        if (place < years.size() - 1) {
            ways.add(compared(year, years.get(place + 1), words));
        }
        ways.add(Piece.of(words.text("plan.all")).to(PlanRoom.ADDRESS));
        return ways;
    }

    private static Piece compared(String from, String to, Messages words) {
        return Piece.of(words.text("plans.pair", from, to)).to(PlanRoom.COMPARE + "?from=" + from + "&to=" + to);
    }

    /**
     * The headings in the order of the plan.
     *
     * @param tasks the rows of each heading
     */
    private record Contents(List<Binding> headings, Map<Optional<Node>, List<Binding>> tasks, TaskTable table) {
        private static final int FIRST = 2;
        private static final int LAST = 4;

        List<Sheet> sheets() {
            List<Sheet> sheets = new ArrayList<>();
            headings.stream()
                    .filter(row -> row.contains("section") && !row.contains("parent"))
                    .forEach(row -> add(row, FIRST, sheets));
            if (tasks.containsKey(Optional.<Node>empty())) {
                sheets.add(table.without(tasks.get(Optional.<Node>empty())));
            }
            return sheets;
        }

        private void add(Binding row, int level, List<Sheet> sheets) {
            Node section = row.get("section");
            String id = "s-" + Terms.localName(section.getURI());
            String title = table.names().piece(section).text();
            List<Binding> own = tasks.get(Optional.of(section));
            sheets.add(
                    own == null
                            ? Sheet.heading(id, level, title)
                            : table.of(id, title, own).at(level));
            headings.stream()
                    .filter(below -> section.equals(below.get("parent")))
                    .forEach(below -> add(below, Math.min(level + 1, LAST), sheets));
        }
    }
}
