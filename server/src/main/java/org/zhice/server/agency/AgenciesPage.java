package org.zhice.server.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
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
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** All agencies with the tasks that they lead and share, ordered by any column. */
record AgenciesPage() implements Page {
    private static final Query TASKS = Queries.read(AgenciesPage.class, "tasks.rq");
    private static final String SORT = "sort";
    private static final String NAME = "name";

    /** Counts are kept by these and, of a year, with the year behind: as the columns and the orders are called. */
    private static final String LED = "led";

    private static final String SHARED = "shared";

    /** What the last plan lets an agency lead beyond the first. */
    private static final String GAINED = "gained";

    /** An agency with its counts. */
    private record Row(Node agency, Piece name, Map<String, Long> counts) {
        long count(String column) {
            return counts.getOrDefault(column, 0L);
        }
    }

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client, SORT);
        List<String> years = Years.of(release);
        List<String> counted = counted(years);
        String sort = Choice.asked(
                client, SORT, Stream.concat(Stream.of(NAME), counted.stream()).toList(), LED);
        Result tasks = release.select(TASKS);
        Names names = Names.of(release, client.language(), tasks);
        Messages words = Messages.in(client.language(), AgenciesPage.class);
        List<List<Cell>> rows = rows(tasks, years, names).stream()
                .sorted(order(sort))
                .map(row -> cells(row, counted, names))
                .toList();
        Sheet sheet = Sheet.of(
                        "agencies",
                        words.text("agencies.tasks", rows.size()),
                        columns(counted, sort, years, words),
                        rows)
                .noted(words.text("agencies.note"))
                .drawn("stacked")
                .asked(TASKS);
        return Sheets.of(words.text("agencies.title"), words.text("agencies.lead"), ways(words), List.of(sheet))
                .answer(client);
    }

    private static List<Piece> ways(Messages words) {
        return List.of(
                Piece.of(words.text("agencies.network")).to(AgencyRoom.NETWORK),
                Piece.of(words.text("agencies.plans")).to("/plans"),
                Piece.of(words.text("agencies.all")).to("/id/agency/"));
    }

    /** First what is led, shared and gained in all, then year by year. */
    private static List<String> counted(List<String> years) {
        return Stream.concat(
                        Stream.of(LED, SHARED, GAINED).limit(years.size() > 1 ? 3 : 2),
                        years.stream().flatMap(year -> Stream.of(LED + "-" + year, SHARED + "-" + year)))
                .toList();
    }

    private static List<Row> rows(Result tasks, List<String> years, Names names) {
        Map<Node, Row> rows = new LinkedHashMap<>();
        for (Binding found : tasks.rows()) {
            Node agency = found.get("agency");
            Map<String, Long> counts = rows.computeIfAbsent(
                            agency, node -> new Row(node, names.piece(node), new LinkedHashMap<>()))
                    .counts();
            String year = Result.text(found, "year");
            count(counts, LED, year, Result.text(found, "leads"));
            count(counts, SHARED, year, Result.text(found, "shares"));
        }
        if (years.size() > 1) {
            rows.values().forEach(row -> gain(row, years));
        }
        return List.copyOf(rows.values());
    }

    private static void gain(Row row, List<String> years) {
        long last = row.count(LED + "-" + years.get(years.size() - 1));
        row.counts().put(GAINED, last - row.count(LED + "-" + years.get(0)));
    }

    private static void count(Map<String, Long> counts, String role, String year, String tasks) {
        counts.merge(role, Long.parseLong(tasks), Long::sum);
        counts.merge(role + "-" + year, Long.parseLong(tasks), Long::sum);
    }

    /** The most first; agencies with as many by their names. */
    private static Comparator<Row> order(String sort) {
        Comparator<Row> byName = Comparator.comparing(row -> row.name().text());
        return sort.equals(NAME)
                ? byName
                : Comparator.comparingLong((Row row) -> row.count(sort))
                        .reversed()
                        .thenComparing(byName);
    }

    private static List<Column> columns(List<String> counted, String sort, List<String> years, Messages words) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.wide("agency", words.text("agencies.agency"))
                .as("x")
                .ordering(address(NAME), sort.equals(NAME)));
        counted.forEach(count -> columns.add(Column.number(count.replace('-', '_'), title(count, years, words))
                .as(count.equals(LED) || count.equals(SHARED) ? "y" : "")
                .ordering(address(count), sort.equals(count))));
        return columns;
    }

    private static String address(String sort) {
        return Links.parameters(Map.of(SORT, sort));
    }

    private static String title(String count, List<String> years, Messages words) {
        if (count.equals(GAINED)) {
            return words.text("agencies.gained", years.get(0), years.get(years.size() - 1));
        }
        String[] parts = count.split("-", 2);
        String role = parts[0].equals(LED) ? words.text("agencies.led") : words.text("agencies.shared");
        return parts.length == 1 ? role : words.text("agencies.year", parts[1], role);
    }

    private static List<Cell> cells(Row row, List<String> counted, Names names) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(AgencyRoom.to(row.name(), row.agency())));
        counted.forEach(count -> cells.add(Cell.number(row.count(count), names.language())));
        return cells;
    }
}
