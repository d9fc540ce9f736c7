package org.zhice.server.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Queries;
import org.zhice.store.Result;

/** The figures that documents give, and a chart of those that may be compared. */
record Figures(Result found, Shown shown) {
    private static final Query FIGURES = Queries.read(Figures.class, "figures.rq");

    /** A figure. */
    record Row(
            Value metric,
            Value figure,
            String value,
            String unit,
            String statistic,
            String end,
            String basis,
            Value area,
            Value document) {}

    /** Figures that may be compared, as bars. */
    record Chart(String title, List<Bar> bars) {
        private static final int STEP = 26;

        /** How high it is. */
        int height() {
            return bars.size() * STEP;
        }
    }

    /**
     * A bar of a chart.
     *
     * @param top where it begins, from above
     * @param width from 0 to 300
     */
    record Bar(String label, String value, int top, int width) {}

    /** The query for a thing, as anybody may ask it. */
    static Query asked(Node thing) {
        return Queries.over(FIGURES, "thing", List.of(thing));
    }

    List<Row> rows() {
        return found.rows().stream().map(this::row).toList();
    }

    private Row row(Binding row) {
        Value value = shown.of(row.get("value"));
        return new Row(
                shown.of(row.get("metric")),
                shown.of(row.get("figure")),
                value.text(),
                optional(row, "unit").text(),
                shown.of(row.get("statistic")).text(),
                optional(row, "end").text(),
                optional(row, "basis").text(),
                optional(row, "area"),
                shown.of(row.get("document")));
    }

    private Value optional(Binding row, String column) {
        return shown.of(Optional.ofNullable(row.get(column)));
    }

    /** Bars are drawn where there are two or more. */
    List<Chart> charts() {
        Map<String, List<Binding>> comparable = found.rows().stream()
                .filter(row -> row.contains("key") && row.contains("end"))
                .collect(
                        Collectors.groupingBy(row -> Result.text(row, "key"), LinkedHashMap::new, Collectors.toList()));
        return comparable.values().stream()
                .filter(rows -> rows.size() > 1)
                .map(this::chart)
                .toList();
    }

    private Chart chart(List<Binding> rows) {
        BigDecimal most = rows.stream().map(Figures::size).reduce(BigDecimal.ONE.movePointLeft(9), BigDecimal::max);
        List<Bar> bars = IntStream.range(0, rows.size())
                .mapToObj(i -> bar(rows.get(i), i, most))
                .toList();
        Row first = row(rows.get(0));
        return new Chart(first.metric().text() + " (" + first.statistic() + ", " + first.unit() + ")", bars);
    }

    private Bar bar(Binding row, int position, BigDecimal most) {
        int width = size(row)
                .multiply(BigDecimal.valueOf(300))
                .divide(most, RoundingMode.HALF_UP)
                .intValue();
        return new Bar(optional(row, "end").text(), shown.of(row.get("value")).text(), position * Chart.STEP, width);
    }

    private static BigDecimal size(Binding row) {
        return new BigDecimal(Result.text(row, "value")).abs();
    }
}
