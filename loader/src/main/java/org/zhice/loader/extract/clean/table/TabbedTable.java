package org.zhice.loader.extract.clean.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a table whose rows are lines with a tabulator between cells, as files and copies from pages have them. */
final class TabbedTable {
    private static final Pattern AFTER = Pattern.compile("(?:注|备注|说明|附注|联系人|联系电话|附件)[:： 　\\d].*");
    private static final int LONGEST_HEADING = 40;

    private final String text;
    private Head head;
    private final List<List<Cell>> rows = new ArrayList<>();

    private TabbedTable(String text, Head head) {
        this.text = text;
        this.head = head;
    }

    /** The table whose first row of heads stands on a line, if there is one. */
    static Optional<Table> at(String text, int line, int end) {
        Optional<Head> head = Head.of(cells(text, line, end));
        if (head.isEmpty() || text.substring(line, end).indexOf('\t') < 0) {
            return Optional.empty();
        }
        return new TabbedTable(text, head.get()).read(line, end);
    }

    private Optional<Table> read(int start, int headEnd) {
        int at = next(headEnd);
        int body = at;
        int end = headEnd;
        while (at < text.length()) {
            int stop = lineEnd(at);
            List<String> cells = cells(text, at, stop);
            boolean tabbed = cells.size() > 1;
            if (tabbed && Head.isRow(cells)) {
                head = rows.isEmpty() ? head.with(cells) : head;
                body = rows.isEmpty() ? next(stop) : body;
            } else if (tabbed) {
                rows.add(row(at, stop));
                end = stop;
            } else if (!text.substring(at, stop).isBlank()) {
                if (!isHeading(at, stop)) {
                    break;
                }
                rows.add(List.of(Cell.of(Column.GROUP, text, at, stop)));
            }
            at = next(stop);
        }
        int last = end;
        rows.removeIf(row -> row.get(0).start() > last);
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(start, body, rows, end));
    }

    /** A line without a tabulator within a table goes across it: a heading, unless it is what stands below the table. */
    private boolean isHeading(int from, int to) {
        String words = text.substring(from, to).strip();
        int next = next(to);
        int nextEnd = lineEnd(next);
        return words.length() <= LONGEST_HEADING
                && "。；".indexOf(words.charAt(words.length() - 1)) < 0
                && !AFTER.matcher(words).matches()
                && next < nextEnd
                && text.substring(next, nextEnd).indexOf('\t') >= 0;
    }

    private List<Cell> row(int from, int to) {
        List<Cell> cells = new ArrayList<>();
        int at = from;
        for (int i = 0; at <= to; i++) {
            int stop = text.indexOf('\t', at);
            stop = stop < 0 || stop > to ? to : stop;
            cells.add(Cell.of(head.column(i), text, at, stop));
            at = stop + 1;
        }
        long words = cells.stream().filter(cell -> !cell.isEmpty()).count();
        return words == 1
                        && cells.stream()
                                .anyMatch(cell ->
                                        !cell.isEmpty() && !cell.column().isShared())
                ? cells.stream()
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> new Cell(Column.GROUP, cell.start(), cell.end()))
                        .toList()
                : cells;
    }

    private static List<String> cells(String text, int from, int to) {
        return List.of(text.substring(from, to).replaceAll("\\r$", "").split("\t", -1));
    }

    private int lineEnd(int from) {
        int end = from >= text.length() ? -1 : text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int next(int lineEnd) {
        return Math.min(lineEnd + 1, text.length());
    }
}
