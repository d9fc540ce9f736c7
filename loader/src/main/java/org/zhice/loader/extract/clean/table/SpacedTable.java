package org.zhice.loader.extract.clean.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a table whose rows are lines with two or more blanks between cells, each row on one line. */
final class SpacedTable {
    private static final int LEAST_HEADS = 3;
    private static final int LONGEST_HEADING = 40;
    private static final String BLANK = "[ \\u3000\\u00A0]";
    private static final Pattern CELL =
            Pattern.compile("[^\\s\\u3000\\u00A0]+(?:" + BLANK + "(?!" + BLANK + ")[^\\s\\u3000\\u00A0]+)*");
    private static final Pattern NUMERAL = Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[）)、.．]?");

    private final String text;
    private final Head head;
    private final List<Integer> offsets;

    private SpacedTable(String text, Head head, List<Integer> offsets) {
        this.text = text;
        this.head = head;
        this.offsets = offsets;
    }

    /** The table whose heads stand on a line, if each line below can be told apart into its cells. */
    static Optional<Table> at(String text, int line, int end) {
        List<Cell> heads = cells(text, line, end);
        List<String> words = heads.stream().map(cell -> cell.words(text)).toList();
        Optional<Head> head = heads.size() < LEAST_HEADS ? Optional.empty() : Head.of(words);
        return head.flatMap(found -> new SpacedTable(
                        text,
                        found,
                        heads.stream()
                                .map(cell -> width(text, line, cell.start()))
                                .toList())
                .read(line, end));
    }

    private Optional<Table> read(int start, int headEnd) {
        List<List<Cell>> rows = new ArrayList<>();
        int body = Math.min(headEnd + 1, text.length());
        int end = headEnd;
        int last = 0;
        for (int at = body; at < text.length(); ) {
            int stop = lineEnd(text, at);
            List<Cell> cells = cells(text, at, stop);
            if (cells.size() == 1 && !isHeading(cells.get(0))) {
                break;
            }
            List<Cell> row = row(at, cells);
            if (row.isEmpty() && !cells.isEmpty()) {
                return Optional.empty();
            }
            if (!row.isEmpty()) {
                rows.add(row);
                last = row.size() > 1 ? rows.size() : last;
                end = row.size() > 1 ? stop : end;
            }
            at = stop + 1;
        }
        return last == 0 ? Optional.empty() : Optional.of(new Table(start, body, rows.subList(0, last), end));
    }

    private boolean isHeading(Cell cell) {
        String words = cell.words(text);
        return words.length() <= LONGEST_HEADING && "。；：".indexOf(words.charAt(words.length() - 1)) < 0;
    }

    /** The cells with their columns: by their order, or where some are empty by what they stand under; none where that is open. */
    private List<Cell> row(int line, List<Cell> cells) {
        if (cells.size() == 1) {
            return List.of(in(Column.GROUP, cells.get(0)));
        }
        if (cells.size() == 2 && NUMERAL.matcher(cells.get(0).words(text)).matches()) {
            return List.of(in(Column.GROUP, cells.get(1)));
        }
        boolean full = cells.size() == offsets.size();
        List<Cell> row = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            int column = full ? i : nearest(width(text, line, cells.get(i).start()));
            if (!taken.add(column)) {
                return List.of();
            }
            row.add(in(head.column(column), cells.get(i)));
        }
        return row.stream().anyMatch(cell -> cell.column() == Column.TASK) ? row : List.of();
    }

    private int nearest(int offset) {
        return IntStream.range(0, offsets.size())
                .boxed()
                .min((a, b) -> Integer.compare(Math.abs(offsets.get(a) - offset), Math.abs(offsets.get(b) - offset)))
                .orElseThrow();
    }

    private static Cell in(Column column, Cell cell) {
        return new Cell(column, cell.start(), cell.end());
    }

    private static List<Cell> cells(String text, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(text).region(from, to);
        while (cell.find()) {
            cells.add(new Cell(Column.NOTE, cell.start(), cell.end()));
        }
        return cells;
    }

    /** The place of a character on its line, in columns of a screen: a Chinese one takes two. */
    private static int width(String text, int line, int at) {
        return text.substring(line, at)
                .codePoints()
                .map(c -> c < 0x1100 ? 1 : 2)
                .sum();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
