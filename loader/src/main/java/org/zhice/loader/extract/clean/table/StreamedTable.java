package org.zhice.loader.extract.clean.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a table whose cells follow each other parted by blanks or line ends, as in text taken out of a PDF. A row begins
 * with the next number; where its cells end is told by what stands in them, names of bodies and deadlines.
 */
final class StreamedTable {
    private static final int LEAST_HEADS = 3;
    private static final int MOST_HEADS = 12;
    private static final int LONGEST_ROW = 3000;
    private static final Pattern BODIES = Pattern.compile(
            "(?:[^、，；。：]{1,24}?(?:部|委|局|院|会|署|厅|办|行|社|府|单位|部门|中心|公司|集团|海关|队|联|处|科|室|区|县|市|乡|镇|街道|所|站|馆|校|大学|等)(?:（[^（）]{1,20}）)?(?:[、，；,]|$))+");
    /** A list of which the last name goes on in the next line. */
    private static final Pattern LIST = Pattern.compile("[^、，；。：]{1,12}(?:部|委|局|院|厅|署|办|政府)、[^，；。：]{1,60}");

    private static final Pattern DEADLINE =
            Pattern.compile("(?:到|于)?(?:20\\d\\d年?|\\d{1,2}月|年[底内]|[上下]半年|第?[一二三四]季度|长期|持续|全年|每年|每季度|常态|适时).{0,12}");
    private static final Pattern TOKEN = Pattern.compile("[^\\s\\u3000]+");

    private final String text;
    private final Head head;
    private final List<List<Cell>> rows = new ArrayList<>();

    private StreamedTable(String text, Head head) {
        this.text = text;
        this.head = head;
    }

    /** The table of whose heads one stands on a line, if there is one. */
    static Optional<Table> at(String text, int line, int end) {
        int start = firstHead(text, line);
        List<Cell> heads = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int at = start;
        for (Cell token = token(text, at); token != null; token = token(text, at)) {
            String word = token.words(text);
            if (Head.column(word).isEmpty() || words.contains(word)) {
                break;
            }
            heads.add(token);
            words.add(word);
            at = token.end();
        }
        Optional<Head> head = heads.size() < LEAST_HEADS || at < line ? Optional.empty() : Head.of(words);
        return head.filter(found -> found.column(0) == Column.NUMBER)
                .flatMap(found -> new StreamedTable(text, found)
                        .read(start, heads.get(heads.size() - 1).end()));
    }

    /** The beginning of the heads, of which each may have a line of its own. */
    private static int firstHead(String text, int line) {
        int first = line;
        for (int i = 0; i < MOST_HEADS && first > 0; i++) {
            int before = text.lastIndexOf('\n', first - 2) + 1;
            String words = text.substring(before, first).strip();
            if (words.isEmpty() || Head.column(words).isEmpty()) {
                return first;
            }
            first = before;
        }
        return first;
    }

    private static Cell token(String text, int from) {
        var token = TOKEN.matcher(text).region(from, text.length());
        return token.find() ? new Cell(Column.NOTE, token.start(), token.end()) : null;
    }

    private Optional<Table> read(int start, int body) {
        int at = body;
        int number = 1;
        while (true) {
            Cell token = token(text, at);
            if (token == null || !isNumber(token, number)) {
                break;
            }
            List<Cell> row = row(token, number + 1);
            if (row.stream().noneMatch(cell -> cell.column().isDuty())) {
                break;
            }
            rows.add(row);
            at = row.get(row.size() - 1).end();
            number++;
        }
        int end = at;
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(start, body, rows, end));
    }

    private boolean isNumber(Cell token, int number) {
        return token.words(text).matches(number + "[.．、]?") && isLineStart(token.start());
    }

    private boolean isLineStart(int at) {
        return text.substring(text.lastIndexOf('\n', at) + 1, at).isBlank();
    }

    private List<Cell> row(Cell number, int next) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell(Column.NUMBER, number.start(), number.end())));
        int column = 1;
        for (Cell token = token(text, number.end()); token != null; token = token(text, token.end())) {
            Cell last = cells.get(cells.size() - 1);
            if (isNumber(token, next) && last.column().isShared()) {
                break;
            }
            int own = token.end() - number.start() > LONGEST_ROW ? -1 : column(token, column, last);
            if (own < 0) {
                break;
            }
            add(cells, head.column(own), token);
            column = own;
        }
        return cells;
    }

    /** The column of a piece of text: that of the piece before, or one that its words fit; -1 if it is none of the row. */
    private int column(Cell token, int column, Cell last) {
        String words = token.words(text);
        String before = text.substring(last.start(), last.end());
        boolean open = "、，；（".indexOf(before.charAt(before.length() - 1)) >= 0;
        Column own = head.column(column);
        if (own.isDuty()
                && (open || !BODIES.matcher(before.replaceAll("\\s", "")).matches())) {
            return column;
        }
        for (int i = column + (own.isShared() ? 1 : 0); i < head.columns().size(); i++) {
            Column other = head.column(i);
            if ((other.isDuty() && isList(words))
                    || (other == Column.DEADLINE && DEADLINE.matcher(words).matches())) {
                return i;
            }
        }
        boolean onNewLine = text.substring(last.end(), token.start()).indexOf('\n') >= 0;
        boolean complete =
                own.isDuty() && BODIES.matcher(before.replaceAll("\\s", "")).matches();
        return own == Column.DEADLINE || (complete && onNewLine) ? -1 : column;
    }

    private static boolean isList(String words) {
        return BODIES.matcher(words).matches() || LIST.matcher(words).matches();
    }

    private void add(List<Cell> cells, Column column, Cell token) {
        Cell last = cells.get(cells.size() - 1);
        if (last.column() == column) {
            cells.set(cells.size() - 1, new Cell(column, last.start(), token.end()));
        } else {
            cells.add(new Cell(column, token.start(), token.end()));
        }
    }
}
