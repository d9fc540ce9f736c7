package org.zhice.loader.extract.clean.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair.Edit;

/** Writes the rows of one table of duties as tasks. */
final class RowWriter {
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:第[一二三四五六七八九十]+[章节篇部]|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]).*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[（(]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[）).．、]*");
    private static final Pattern LABELLED = Pattern.compile("^.{2,8}(?:单位|部门|主体|分工)[（）单位部门]*[:：].*", Pattern.DOTALL);
    private static final Pattern NOTHING = Pattern.compile("[-—–/／无、]*");
    private static final Pattern BREAK = Pattern.compile(" *(?:\\u2028|\\r?\\n)\\s*");

    private static final char LINE_IN_CELL = '\u2028';

    private final String text;
    private final Table table;
    private final boolean grouped;
    private List<Edit> edits;
    private int done;
    private int number;
    private String outer = "";
    private String inner = "";

    RowWriter(String text, Table table) {
        this.text = text;
        this.table = table;
        this.grouped = isGrouped(table.rows(), text);
    }

    /** Where the groups of rows differ from row to row they are the titles of the tasks. */
    private static boolean isGrouped(List<List<Cell>> rows, String text) {
        Set<String> seen = new HashSet<>();
        boolean many = rows.size() < 2;
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                if (cell.column() == Column.GROUP && row.size() > 1) {
                    many |= cell.isEmpty()
                            || !seen.add(cell.words(text))
                            || NUMBERED.matcher(cell.words(text)).matches();
                }
            }
        }
        return many;
    }

    void write(List<Edit> all) {
        edits = all;
        edits.add(new Edit(Damage.Kind.NOISE, table.start(), table.body(), ""));
        done = table.body();
        table.rows().forEach(this::row);
    }

    private void row(List<Cell> row) {
        if (row.size() == 1) {
            across(row.get(0));
            return;
        }
        List<Cell> words = row.stream().filter(cell -> !cell.isEmpty()).toList();
        boolean task = words.stream().anyMatch(cell -> cell.column() == Column.TASK || isTitle(cell));
        String opening = task ? opening(row) : "";
        boolean opened = !task;
        if (task) {
            between(words.get(0).start(), lineBreak());
        }
        for (Cell cell : words) {
            if (isOpening(cell)) {
                continue;
            }
            if (cell.column().isShared() || cell.column() == Column.NOTE) {
                line(cell, opened, opening);
            } else {
                between(cell.start(), opened ? "" : opening);
                keep(cell, "");
            }
            opened = true;
        }
    }

    /** What stands in the line of a task before its words; written at once, as its parts may stand in another order. */
    private String opening(List<Cell> row) {
        StringBuilder headings = new StringBuilder();
        String printed = "";
        List<Cell> groups = row.stream()
                .filter(cell -> grouped && cell.column() == Column.GROUP)
                .toList();
        for (int i = 0; i < groups.size(); i++) {
            headings.append(groups.get(i).isEmpty() ? "" : heading(groups.get(i), i == 0));
        }
        for (Cell cell : row) {
            printed = cell.column() == Column.NUMBER
                            && NUMBER.matcher(cell.words(text)).matches()
                    ? cell.words(text)
                    : printed;
        }
        number = printed.isEmpty() ? number + 1 : number;
        String own = printed.isEmpty() ? String.valueOf(number) : printed.replaceAll("[^\\d一二三四五六七八九十]", "");
        number = own.matches("\\d+") ? Integer.parseInt(own) : number;
        return headings + Signs.ROW + own + "、";
    }

    private boolean isOpening(Cell cell) {
        return cell.column() == Column.NUMBER || (grouped && cell.column() == Column.GROUP);
    }

    private boolean isTitle(Cell cell) {
        return !grouped && cell.column() == Column.GROUP;
    }

    /** A heading the first time that it stands there, else nothing. */
    private String heading(Cell cell, boolean first) {
        String words = BREAK.matcher(cell.words(text)).replaceAll("");
        if (words.equals(first ? outer : inner)) {
            return "";
        }
        inner = first ? "" : words;
        outer = first ? words : outer;
        return (NUMBERED.matcher(words).matches() ? "" : first ? Signs.OUTER : Signs.INNER) + words + "\n";
    }

    private void across(Cell cell) {
        boolean numbered = NUMBERED.matcher(cell.words(text)).matches();
        between(cell.start(), lineBreak());
        between(cell.start(), numbered ? "" : Signs.OUTER);
        keep(cell, "");
        outer = cell.words(text);
        inner = "";
    }

    private void line(Cell cell, boolean opened, String opening) {
        String words = cell.words(text);
        if (cell.column().isShared() && NOTHING.matcher(words).matches()) {
            between(cell.start(), "");
            edits.add(new Edit(Damage.Kind.NOISE, cell.start(), cell.end(), ""));
            done = cell.end();
            return;
        }
        String label = LABELLED.matcher(words).matches() ? "" : cell.column().label();
        between(cell.start(), (opened ? "\n" : opening) + label);
        keep(cell, cell.column().isDuty() ? "、" : "");
    }

    private String lineBreak() {
        return done > 0 && text.charAt(done - 1) == '\n' ? "" : "\n";
    }

    private void between(int to, String with) {
        if (to > done || !with.isEmpty()) {
            edits.add(new Edit(null, done, to, with));
        }
        done = to;
    }

    /** Keeps the words of a cell; the lines of a list of agencies become its items. */
    private void keep(Cell cell, String joint) {
        Matcher line = BREAK.matcher(text).region(cell.start(), cell.end());
        while (line.find()) {
            boolean stopped = "、，；：,;:".indexOf(text.charAt(line.start() - 1)) >= 0;
            boolean label =
                    LABELLED.matcher(text.substring(line.end(), cell.end())).matches();
            boolean wrapped =
                    text.charAt(line.end() - 1) != LINE_IN_CELL && line.group().indexOf(LINE_IN_CELL) < 0;
            edits.add(new Edit(null, line.start(), line.end(), stopped || wrapped ? "" : label ? "；" : joint));
        }
        done = cell.end();
    }
}
