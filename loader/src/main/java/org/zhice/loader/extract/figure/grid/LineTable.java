package org.zhice.loader.extract.figure.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lines that have as many cells as the line over them, which heads their columns.
 *
 * @param rows without the head, each with as many cells
 * @param above where the words over the head begin that may tell of its unit and year
 */
public record LineTable(int above, List<IndicatorCell> head, List<List<IndicatorCell>> rows) {
    private static final int MOST_COLUMNS = 24;

    public LineTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** The first character of the head. */
    public int start() {
        return head.get(0).start();
    }

    /** One past the last character of the last row. */
    public int end() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToInt(IndicatorCell::end)
                .max()
                .orElseThrow();
    }

    /**
     * The tables of a text.
     *
     * @param isValue whether the words of a cell are a number
     */
    public static List<LineTable> in(String text, Predicate<String> isValue) {
        List<LineTable> tables = new ArrayList<>();
        List<IndicatorCell> head = List.of();
        List<List<IndicatorCell>> rows = new ArrayList<>();
        int above = 0;
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            List<IndicatorCell> cells = IndicatorCell.ofLine(text, from, end);
            boolean filled = cells.stream().anyMatch(cell -> !cell.words().isEmpty());
            boolean values = cells.stream().skip(1).anyMatch(cell -> isValue.test(cell.words()));
            if (values && cells.size() == head.size()) {
                rows.add(cells);
            } else if (filled) {
                if (!rows.isEmpty()) {
                    tables.add(new LineTable(above, head, rows));
                    above = from;
                    rows = new ArrayList<>();
                }
                boolean heads = cells.size() > 1 && cells.size() <= MOST_COLUMNS && !values;
                head = heads ? cells : List.of();
            }
            from = end + 1;
        }
        if (!rows.isEmpty()) {
            tables.add(new LineTable(above, head, rows));
        }
        return tables;
    }
}
