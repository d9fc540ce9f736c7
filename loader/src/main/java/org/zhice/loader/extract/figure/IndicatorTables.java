package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.IndicatorColumn.Value;
import org.zhice.loader.extract.figure.Unit.Measure;
import org.zhice.loader.extract.figure.grid.IndicatorCell;

/**
 * The indicator tables of a plan, read in the text as it was copied: a head with years, then rows of a name with its unit
 * and a value for each column, with the cells of a row on one line or each on its own.
 */
final class IndicatorTables {
    private static final Pattern WORD = Pattern.compile("指[标標]|序号|编号|类别");
    private static final Pattern UNIT = Pattern.compile("[（(]([^（()）]{1,10})[)）]$");
    private static final Pattern NUMBERING = Pattern.compile("^[0-9]{1,2}[.．、]\\s*");
    private static final Pattern STOP =
            Pattern.compile("[。；，：]|^注|^第[一二三四五六七八九十]+[章节]|^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）");
    private static final int MOST_HEADS = 12;
    private static final int MOST_CELLS = 600;
    private static final int LONGEST_NAME = 60;
    private static final int NOTE = 300;

    private final String text;
    private final int published;
    private final List<Value> rows = new ArrayList<>();
    private final List<Value> doubts = new ArrayList<>();
    private final BitSet covered = new BitSet();

    private IndicatorTables(String text, int published) {
        this.text = text;
        this.published = published;
    }

    static IndicatorTables in(String text, int published) {
        IndicatorTables tables = new IndicatorTables(text, published);
        int from = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (word.start() >= from) {
                int line = text.lastIndexOf('\n', word.start()) + 1;
                from = Math.max(word.end(), tables.table(line, word.end()));
            }
        }
        return tables;
    }

    List<Value> rows() {
        return rows;
    }

    /** The rows that do not fit their columns. */
    List<Value> doubts() {
        return doubts;
    }

    boolean isEmpty() {
        return covered.isEmpty();
    }

    /** Whether a code point of the original stands in a table. */
    boolean covers(int point) {
        return covered.get(point);
    }

    /** Reads the table that begins on a line, if one does; its end, or 0. */
    private int table(int line, int until) {
        List<IndicatorCell> first = IndicatorCell.from(text, line, MOST_HEADS);
        int heads = 0;
        while (heads < first.size() && IndicatorColumn.isHead(first.get(heads))) {
            heads++;
        }
        if (heads == 0 || first.get(0).end() < until || !IndicatorColumn.opensHeader(first.get(0))) {
            return 0;
        }
        List<IndicatorCell> header = first.subList(0, heads);
        List<IndicatorColumn> columns = IndicatorColumn.of(header, published);
        if (columns.isEmpty()) {
            return 0;
        }
        int last = rows(
                header, columns, IndicatorCell.from(text, first.get(heads - 1).end(), MOST_CELLS));
        int from = text.codePointCount(0, line);
        covered.set(from, from + text.codePointCount(line, last));
        return last;
    }

    private int rows(List<IndicatorCell> header, List<IndicatorColumn> columns, List<IndicatorCell> cells) {
        boolean counted = header.stream().anyMatch(head -> head.words().matches("序号|编号"));
        boolean measured = header.stream().anyMatch(head -> head.words().matches("(?:计量)?[单單]位"));
        int end = header.get(header.size() - 1).end();
        int at = 0;
        while (at < cells.size()) {
            at += counted && cells.get(at).words().matches("[0-9]{1,2}") ? 1 : 0;
            int name = at;
            while (at < cells.size() && !cells.get(at).isValue() && isName(cells.get(at))) {
                name = cells.get(at).isNumbered() ? at : name;
                at++;
            }
            int values = at;
            while (at < cells.size() && cells.get(at).isValue() && at - values < columns.size()) {
                at++;
            }
            if (values == name || values == at) {
                break;
            }
            at += at < cells.size() && cells.get(at).isNature() ? 1 : 0;
            end = cells.get(at - 1).end();
            row(
                    cells.subList(name, values),
                    cells.subList(values, Math.min(at, values + columns.size())),
                    columns,
                    measured,
                    end);
        }
        return end;
    }

    private static boolean isName(IndicatorCell cell) {
        return cell.words().length() <= LONGEST_NAME
                && !cell.isNature()
                && !STOP.matcher(cell.words()).find();
    }

    private void row(
            List<IndicatorCell> name,
            List<IndicatorCell> values,
            List<IndicatorColumn> columns,
            boolean measured,
            int end) {
        List<IndicatorCell> words = measured && name.size() > 1 ? name.subList(0, name.size() - 1) : name;
        StringBuilder joined = new StringBuilder();
        words.forEach(cell -> joined.append(cell.words()));
        String printed = NUMBERING.matcher(joined).replaceFirst("");
        Matcher bracket = UNIT.matcher(printed);
        boolean found = bracket.find();
        String measure = words.size() < name.size() ? name.get(name.size() - 1).words() : found ? bracket.group(1) : "";
        String noun = found ? printed.substring(0, bracket.start()) : printed;
        Measure unit = Measure.of(measure);
        int start = name.get(0).start();
        long fit = values.stream().filter(IndicatorCell::isValue).count();
        if (fit < columns.size()) {
            doubts.add(new Value(noun, "", unit.unit(), 0, null, null, start, end));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            IndicatorCell cell = values.get(i);
            if (cell.isNumber()) {
                rows.add(new Value(
                        noun, "", unit.unit(), unit.zeros(), cell, noted(cell, columns.get(i), end), start, end));
            }
        }
    }

    /** A value with a mark is of the year that a note after the table gives. */
    private IndicatorColumn noted(IndicatorCell cell, IndicatorColumn column, int end) {
        char mark = cell.words().charAt(cell.words().length() - 1);
        if ("*＊①②③".indexOf(mark) < 0) {
            return column;
        }
        Matcher note = Pattern.compile(Pattern.quote(String.valueOf(mark)) + "[^0-9\\n]{0,6}(20[0-9]{2})年")
                .matcher(text)
                .region(end, Math.min(text.length(), end + MOST_CELLS + NOTE));
        return note.find()
                ? new IndicatorColumn(Integer.parseInt(note.group(1)), column.statistic(), column.target())
                : column;
    }
}
