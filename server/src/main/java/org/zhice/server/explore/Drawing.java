package org.zhice.server.explore;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.explore.Kind.View;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;

/**
 * A table that is drawn too: a chart by a facet with a column for each year, a timeline with a row for each, or a network.
 *
 * @param chart how it is drawn
 * @param shown how many rows or lines there are of how many, if not all are shown; else empty
 */
record Drawing(String chart, List<Column> columns, List<Row> rows, List<String> shown) {
    private static final int BARS = 15;
    private static final int LINES = 8;
    private static final int PAIRS = 100;

    /** A column, and the part that it has in a drawing. */
    record Column(String title, String role) {
        boolean isNumber() {
            return role.equals("y") || role.equals("value");
        }
    }

    /** A row: what it is of, where that leads, and its cells. */
    record Row(String name, String href, List<Cell> cells) {}

    /**
     * A number, or the other end of a pair.
     *
     * @param href where the other end leads; null of a number
     * @param value the number in plain digits; null of the other end
     */
    record Cell(String text, String href, String value) {}

    private record Maker(Explored found, ValueNames names, Messages words) {
        Drawing network() {
            List<Row> rows = found.drawn().stream()
                    .limit(PAIRS)
                    .map(row -> new Row(
                            names.of(row.get("first"), language()),
                            Links.local(row.get("first").getURI()),
                            List.of(
                                    new Cell(
                                            names.of(row.get("second"), language()),
                                            Links.local(row.get("second").getURI()),
                                            null),
                                    cell(Explored.number(row)))))
                    .toList();
            List<Column> columns = List.of(
                    new Column(words.text("explore.by.agency"), "from"),
                    new Column(words.text("explore.other"), "to"),
                    new Column(counted(), "value"));
            return new Drawing(
                    "network", columns, rows, shown(rows.size(), found.drawn().size()));
        }

        /** By one facet alone. */
        Drawing single(String chart) {
            Facet time = found.choice().kind().time();
            List<Row> rows = inTime(values(time)).stream()
                    .map(value -> row(time, value, List.of(sum(Map.of(time, value)))))
                    .toList();
            return new Drawing(
                    chart, List.of(new Column(title(time), "x"), new Column(counted(), "y")), rows, List.of());
        }

        /** By a facet, and within that by another. */
        Drawing pivot(String chart, Facet down, List<Node> rows, Facet across, List<Node> columns, List<String> shown) {
            Stream<Column> heads = Stream.concat(
                    Stream.of(new Column(title(down), "x")),
                    columns.stream().map(value -> new Column(names.of(value, language()), "y")));
            return new Drawing(
                    chart,
                    heads.toList(),
                    rows.stream()
                            .map(value -> row(
                                    down,
                                    value,
                                    columns.stream()
                                            .map(other -> sum(Map.of(down, value, across, other)))
                                            .toList()))
                            .toList(),
                    shown);
        }

        Drawing bars(Facet by, Facet time, int most) {
            List<Node> values = values(by);
            List<Node> shown = values.stream().limit(most).toList();
            return pivot("stacked", by, shown, time, inTime(values(time)), shown(shown.size(), values.size()));
        }

        Drawing lines(Facet by, Facet time, int most) {
            List<Node> values = values(by);
            List<Node> shown = values.stream().limit(most).toList();
            return pivot("line", time, inTime(values(time)), by, shown, shown(shown.size(), values.size()));
        }

        private Row row(Facet facet, Node value, List<Long> numbers) {
            Choice narrowed = found.choice().isChosen(facet, value)
                    ? found.choice()
                    : found.choice().turned(facet, value);
            return new Row(
                    names.of(value, language()),
                    narrowed.seenAs(View.LIST).address(),
                    numbers.stream().map(this::cell).toList());
        }

        private Cell cell(long number) {
            return new Cell(Numbers.show(number, language()), null, Long.toString(number));
        }

        private List<String> shown(int shown, int all) {
            return shown == all ? List.of() : List.of(Numbers.show(shown, language()), Numbers.show(all, language()));
        }

        private Language language() {
            return words.language();
        }

        private String counted() {
            return words.text("explore.kind." + found.choice().kind().id());
        }

        private String title(Facet facet) {
            return words.text("explore.by." + facet.id());
        }

        /** The values that were found, those of the most things first. */
        private List<Node> values(Facet facet) {
            Map<Node, Long> sums = found.drawn().stream()
                    .collect(Collectors.groupingBy(
                            row -> row.get(facet.var()), LinkedHashMap::new, Collectors.summingLong(Explored::number)));
            return sums.entrySet().stream()
                    .sorted(Map.Entry.<Node, Long>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private List<Node> inTime(List<Node> values) {
            return values.stream()
                    .sorted(Comparator.comparing(value -> names.of(value, language())))
                    .toList();
        }

        private long sum(Map<Facet, Node> values) {
            return found.drawn().stream()
                    .filter(row -> values.entrySet().stream().allMatch(value -> has(row, value)))
                    .mapToLong(Explored::number)
                    .sum();
        }

        private static boolean has(Binding row, Map.Entry<Facet, Node> value) {
            return row.get(value.getKey().var()).equals(value.getValue());
        }
    }

    /** What is drawn of a choice that is seen as a drawing. */
    static Drawing of(Explored found, ValueNames names, Messages words) {
        Maker maker = new Maker(found, names, words);
        Choice choice = found.choice();
        Facet time = choice.kind().time();
        Facet by = choice.by().orElse(time);
        boolean chart = choice.view() == View.CHART;
        if (choice.view() == View.NETWORK) {
            return maker.network();
        }
        if (by == time) {
            return maker.single(chart ? "bar" : "line");
        }
        int most = choice.all().filter(by::equals).isPresent() ? Integer.MAX_VALUE : chart ? BARS : LINES;
        return chart ? maker.bars(by, time, most) : maker.lines(by, time, most);
    }
}
