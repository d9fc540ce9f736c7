package org.zhice.loader.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.reading.RowTable.Row;

/** Figures in the form of the tables for observations and for targets. */
final class FigureForm {
    private static final Map<String, String> SUFFIXES = Map.of("level", "", "cumulative", "", "growth-yoy", "-growth");

    private FigureForm() {}

    /** @param unique makes an id that no other row has */
    static Row observation(FigureRow row, String metric, String area, UnaryOperator<String> unique) {
        Map<String, String> cells = new HashMap<>(figure(row, metric, area, unique));
        cells.put("period_start", row.periodStart());
        return row(row, cells);
    }

    static Row target(FigureRow row, String metric, String area, UnaryOperator<String> unique) {
        return row(row, figure(row, metric, area, unique));
    }

    private static Row row(FigureRow row, Map<String, String> cells) {
        return new Row(row.paragraph() + "/" + row.printedValue(), cells, Optional.of(row.evidence()));
    }

    /** The columns that both tables have. */
    private static Map<String, String> figure(FigureRow row, String metric, String area, UnaryOperator<String> unique) {
        return Map.ofEntries(
                Map.entry("id", metric.isEmpty() || row.periodEnd().isEmpty() ? "" : unique.apply(id(row, metric))),
                Map.entry("metric", metric),
                Map.entry("document", row.document()),
                Map.entry("paragraph", String.valueOf(row.paragraph())),
                Map.entry("printed_value", row.printedValue()),
                Map.entry("value", row.value().toPlainString()),
                Map.entry("unit", row.unit()),
                Map.entry("resolution", row.resolution().toPlainString()),
                Map.entry("bound", row.bound()),
                Map.entry("statistic", row.statistic()),
                Map.entry("period_end", row.periodEnd()),
                Map.entry("period_basis", row.periodBasis()),
                Map.entry("area", area),
                Map.entry("area_basis", row.areaBasis()),
                Map.entry("counter_word", row.counterWord()));
    }

    /** Metric, period and form of the number: a level, its growth and its change are three statements. */
    private static String id(FigureRow row, String metric) {
        return metric + "-" + period(row) + SUFFIXES.getOrDefault(row.statistic(), "-" + row.statistic());
    }

    /** 2022, 2013-2022 or 2022-m01-m11. */
    private static String period(FigureRow row) {
        String last = row.periodEnd();
        String year = last.substring(0, 4);
        if (row.periodStart().isEmpty() || row.periodStart().equals(last)) {
            return year;
        }
        String first = row.periodStart().substring(0, 4);
        if (!first.equals(year)) {
            return first + "-" + year;
        }
        String months = row.periodStart().substring(5, 7) + "-m" + last.substring(5, 7);
        return months.equals("01-m12") ? year : year + "-m" + months;
    }
}
