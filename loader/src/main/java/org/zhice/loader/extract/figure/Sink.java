package org.zhice.loader.extract.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/** Takes figures, makes rows of them, and doubts. */
final class Sink {
    private static final String AT_MOST = "at-most";
    private static final Unit PERCENT = new Unit("%", "PERCENT", BigDecimal.ONE, Unit.Kind.PLAIN);
    private static final double UNKNOWN = 0.9;

    private final String document;
    private final CleanText clean;
    private final MetricNames metrics;
    private final List<FigureRow> rows = new ArrayList<>();
    private final List<Report> doubts = new ArrayList<>();
    private boolean local;

    Sink(String document, CleanText clean, MetricNames metrics) {
        this.document = document;
        this.clean = clean;
        this.metrics = metrics;
    }

    List<FigureRow> rows() {
        return rows;
    }

    List<Report> doubts() {
        return doubts;
    }

    /** Takes the title, which may name a place. */
    void place(String title) {
        local = Cues.PLACE.matcher(title).lookingAt();
    }

    /** Whether the document is that of a place. */
    boolean isLocal() {
        return local;
    }

    /** Where a character of the clean text stands in the original. */
    int original(int at) {
        return clean.passage(at, at + 1).start();
    }

    Metric metric(String noun, String context, String unit) {
        return metrics.of(noun, context, unit);
    }

    void add(Figure figure) {
        Quantity quantity = figure.quantity();
        Passage passage = clean.passage(figure.clause(), quantity.end());
        boolean upper = quantity.bound().equals(AT_MOST);
        double sure = confidence(figure.rule())
                * (figure.metric() == null ? UNKNOWN : 1)
                * (figure.doubt().isEmpty() ? 1 : 0.6);
        rows.add(new FigureRow(
                document,
                figure.metric() == null ? "" : figure.metric().id(),
                figure.noun(),
                figure.paragraph(),
                figure.printed(),
                quantity.value(),
                quantity.unit().unit(),
                quantity.step(),
                upper ? "exact" : quantity.bound(),
                figure.statistic(),
                day(figure.dates().from()),
                day(figure.dates().until()),
                figure.area(),
                quantity.unit().counter(),
                figure.target(),
                new Evidence("figure-" + figure.rule(), sure, passage)));
        String place = document + ":" + passage.start();
        if (figure.metric() == null) {
            doubts.add(
                    new Report(place, "unknown metric", figure.noun() + " " + figure.printed(), "a row in metric.csv"));
        }
        if (upper) {
            doubts.add(new Report(place, "an upper bound", figure.printed(), "a bound of the tables"));
        }
        if (figure.area().isEmpty() && !local) {
            doubts.add(new Report(place, "a figure of a place", passage.quote(), "an area of area.csv"));
        }
        if (!figure.doubt().isEmpty()) {
            doubts.add(new Report(place, figure.doubt(), figure.printed(), "a printed year"));
        }
    }

    /** Takes a value of a table. */
    void table(IndicatorTables.Row row, String original) {
        IndicatorColumn column = row.column();
        boolean average = column.statistic().equals(Statistic.AVERAGE);
        Unit unit = average ? PERCENT : row.unit();
        int zeros = average ? 0 : row.zeros();
        BigDecimal number = row.number().scaleByPowerOfTen(zeros).multiply(unit.factor());
        BigDecimal step =
                BigDecimal.ONE.scaleByPowerOfTen(zeros - row.number().scale()).multiply(unit.factor());
        String printed = row.cell().words();
        Metric metric = metric(row.noun(), row.noun(), unit.unit());
        boolean sum = printed.startsWith("[") || printed.startsWith("［");
        String statistic = sum
                ? Statistic.CUMULATIVE
                : unit.unit().equals("PERCENT")
                                && !average
                                && column.statistic().equals(Statistic.LEVEL)
                                && Cues.SHARE.matcher(row.noun()).find()
                        ? Statistic.SHARE
                        : column.statistic();
        Dates dates = dates(row, metric);
        Passage passage = passage(original, row.start(), row.end());
        rows.add(new FigureRow(
                document,
                metric == null ? "" : metric.id(),
                row.noun(),
                paragraph(passage.start()),
                printed,
                Numerals.plain(number),
                unit.unit(),
                Numerals.plain(step),
                "exact",
                statistic,
                day(dates.from()),
                day(dates.until()),
                local ? "" : "cn",
                unit.counter(),
                column.target(),
                new Evidence("figure-table", confidence("table"), passage)));
        if (metric == null) {
            doubts.add(new Report(
                    document + ":" + passage.start(),
                    "unknown metric",
                    row.noun() + " " + printed,
                    "a row in metric.csv"));
        }
    }

    private static Dates dates(IndicatorTables.Row row, Metric metric) {
        Dates year = Dates.year(row.column().year());
        if (row.column().target()) {
            return new Dates(null, year.until());
        }
        return Stocks.isStock(row.noun(), metric) ? Dates.day(year.until()) : year;
    }

    /** The doubt about a row that does not fit its table. */
    void misfit(IndicatorTables.Row row, String original) {
        Passage passage = passage(original, row.start(), row.end());
        doubts.add(new Report(
                document + ":" + passage.start(),
                "row that does not fit its table",
                passage.quote(),
                "a value for each column"));
    }

    private static Passage passage(String original, int from, int to) {
        int start = original.codePointCount(0, from);
        return new Passage(start, start + original.codePointCount(from, to), original.substring(from, to));
    }

    /** The paragraph of the clean text that holds a place of the original, or the last before it. */
    private int paragraph(int place) {
        String text = clean.text();
        int paragraph = 0;
        for (int from = 0; from < text.length() && original(from) <= place; paragraph++) {
            int end = text.indexOf('\n', from);
            from = end < 0 ? text.length() : end + 1;
        }
        return Math.max(1, paragraph);
    }

    private static double confidence(String rule) {
        if (rule.endsWith("own") || rule.endsWith("table")) {
            return 0.97;
        }
        return rule.endsWith("sentence") ? 0.93 : rule.endsWith("paragraph") ? 0.85 : 0.8;
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
