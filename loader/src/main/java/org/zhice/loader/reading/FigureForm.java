package org.zhice.loader.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.reading.RowTable.Row;

/** Figures in the form of the tables for observations and for targets. */
final class FigureForm {
    private FigureForm() {}

    static Row observation(FigureRow row) {
        Map<String, String> cells = new HashMap<>(figure(row));
        cells.put("period_start", row.periodStart());
        return row(row, cells);
    }

    static Row target(FigureRow row) {
        return row(row, figure(row));
    }

    private static Row row(FigureRow row, Map<String, String> cells) {
        return new Row(row.paragraph() + "/" + row.printedValue(), cells, Optional.of(row.evidence()));
    }

    /** The columns that both tables have. */
    private static Map<String, String> figure(FigureRow row) {
        String year = row.periodEnd().replaceFirst("-.*", "");
        return Map.ofEntries(
                Map.entry("id", row.metric().isEmpty() || year.isEmpty() ? "" : row.metric() + "-" + year),
                Map.entry("metric", row.metric()),
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
                Map.entry("area", row.area()),
                Map.entry("area_basis", row.areaBasis()),
                Map.entry("counter_word", row.counterWord()));
    }
}
