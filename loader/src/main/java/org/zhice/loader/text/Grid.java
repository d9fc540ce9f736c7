package org.zhice.loader.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.clean.table.Column;
import org.zhice.loader.extract.clean.table.Head;

/**
 * The cells of one table while its text is written. A table of duties is then written anew: a line for each row, a tabulator
 * between cells, and agencies and deadlines that several rows share in each of them.
 */
final class Grid {
    private static final int MOST_COLUMNS = 40;
    private static final char LINE_IN_CELL = '\u2028';

    private final int start;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @param start where the text of the table begins */
    Grid(int start) {
        this.start = start;
    }

    /**
     * A cell of a row.
     *
     * @param from its first character in the text
     * @param rows over how many rows it reaches
     * @param columns over how many columns
     * @param continued whether it goes on with the cell above
     */
    private record Cell(int from, int to, int rows, int columns, boolean continued) {}

    int start() {
        return start;
    }

    void row() {
        rows.add(new ArrayList<>());
    }

    void open(int at, int rowSpan, int columnSpan) {
        if (rows.isEmpty()) {
            row();
        }
        row(rows.size() - 1).add(new Cell(at, at, rowSpan, columnSpan, false));
    }

    void close(int at) {
        List<Cell> row = rows.isEmpty() ? List.of() : row(rows.size() - 1);
        if (!row.isEmpty()) {
            Cell cell = row.get(row.size() - 1);
            row.set(row.size() - 1, new Cell(cell.from(), at, cell.rows(), cell.columns(), false));
        }
    }

    private List<Cell> row(int index) {
        return rows.get(index);
    }

    /** Takes over what a Word file says of its cells; a table of another shape is left as it is. */
    void merge(List<List<MergedCells.Cell>> merged) {
        List<Integer> shape = rows.stream().map(List::size).toList();
        if (!shape.equals(merged.stream().map(List::size).toList())) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < row(i).size(); j++) {
                Cell cell = row(i).get(j);
                MergedCells.Cell own = merged.get(i).get(j);
                row(i).set(j, new Cell(cell.from(), cell.to(), 1, own.columns(), own.continued()));
            }
        }
    }

    /** The lines of a table of duties; none for any other table. */
    Optional<String> written(CharSequence text) {
        List<List<String>> lines = new ArrayList<>();
        List<Slot> open = new ArrayList<>();
        Head head = null;
        for (List<Cell> row : rows) {
            List<String> line = line(row, open, head, text);
            if (head == null) {
                head = Head.of(withoutEmptyEnd(line)).orElse(null);
            } else if (Head.isRow(line)) {
                head = head.with(line);
            }
            lines.add(line);
        }
        return head == null
                ? Optional.empty()
                : Optional.of(String.join(
                                "\n",
                                lines.stream()
                                        .map(line -> String.join("\t", line))
                                        .toList()) + "\n");
    }

    private static List<String> withoutEmptyEnd(List<String> line) {
        int end = line.size();
        while (end > 0 && line.get(end - 1).isBlank()) {
            end--;
        }
        return line.subList(0, end);
    }

    /** A column in which a cell of a row above still reaches down. */
    private record Slot(String words, int rows) {}

    private static List<String> line(List<Cell> row, List<Slot> open, Head head, CharSequence text) {
        List<String> line = new ArrayList<>();
        for (Cell cell : row) {
            passOver(line, open, head);
            String words = cell.continued() && line.size() < open.size()
                    ? open.get(line.size()).words()
                    : words(text, cell);
            for (int i = 0; i < Math.min(cell.columns(), MOST_COLUMNS); i++) {
                while (open.size() <= line.size()) {
                    open.add(new Slot("", 0));
                }
                open.set(line.size(), new Slot(i == 0 ? words : "", cell.rows() - 1));
                line.add(i > 0 || (cell.continued() && !isShared(head, line.size())) ? "" : words);
            }
        }
        passOver(line, open, head);
        return line;
    }

    private static void passOver(List<String> line, List<Slot> open, Head head) {
        while (line.size() < open.size() && open.get(line.size()).rows() > 0) {
            Slot slot = open.get(line.size());
            open.set(line.size(), new Slot(slot.words(), slot.rows() - 1));
            line.add(isShared(head, line.size()) ? slot.words() : "");
        }
    }

    private static boolean isShared(Head head, int column) {
        Column own = head == null ? Column.NOTE : head.column(column);
        return own.isShared();
    }

    private static String words(CharSequence text, Cell cell) {
        return text.subSequence(cell.from(), Math.max(cell.from(), cell.to()))
                .toString()
                .strip()
                .replace('\t', ' ')
                .replaceAll("\\s*\\n\\s*", String.valueOf(LINE_IN_CELL));
    }
}
