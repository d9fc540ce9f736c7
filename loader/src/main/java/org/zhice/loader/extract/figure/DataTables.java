package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.table.Head;
import org.zhice.loader.extract.figure.IndicatorColumn.Value;
import org.zhice.loader.extract.figure.grid.IndicatorCell;
import org.zhice.loader.extract.figure.grid.LineTable;

/**
 * The tables of figures in reports, read in the text as it was copied: a head, then rows of a name, at times a unit, and a
 * value for each column. Read only where head and rows have as many cells as they should.
 */
final class DataTables {
    private static final Pattern FIRST =
            Pattern.compile("(?m)(?:^|[\\t|│])[ \u3000]*(?<place>地区|城市|市别|市州|县区|区县|地市|各市|各县|国家和地区|国别)?"
                    + "(?:指标(?:名称)?|产品名称|项目(?:名称)?|名称|类别|类型|[案权]\\S{0,2}类型|渠道|行业|领域)?(?=[\\t\\n\\r |│])");
    private static final Pattern MEASURE = Pattern.compile("(?:计量)?单位");
    private static final Pattern STOP = Pattern.compile("[。；，：]");
    private static final int MOST_HEADS = 24;
    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST = 24;
    private static final int LEAST_ROWS = 2;

    private final String text;
    private final int year;
    private final List<Value> rows = new ArrayList<>();
    private final BitSet covered = new BitSet();
    private int counted;
    private int points;

    private DataTables(String text, int year) {
        this.text = text;
        this.year = year;
    }

    /**
     * @param year of the document, where neither head nor caption names one; 0 if unknown
     * @param taken the code points of other tables
     */
    static DataTables in(String text, int year, IntPredicate taken) {
        DataTables tables = new DataTables(text, year);
        LineTable.in(text, words -> new IndicatorCell(0, 0, words).isNumber())
                .forEach(lines -> tables.lines(lines, taken));
        tables.counted = 0;
        tables.points = 0;
        Matcher first = FIRST.matcher(text);
        int from = 0;
        while (first.find()) {
            boolean named = !first.group().isBlank();
            int point = named && first.start() >= from ? tables.point(first.end() - 1) : -1;
            if (point >= 0 && !taken.test(point) && !tables.covers(point)) {
                from = tables.table(first.end(), first.group("place") != null);
            }
        }
        return tables;
    }

    List<Value> rows() {
        return rows;
    }

    boolean isEmpty() {
        return covered.isEmpty();
    }

    /** Whether a code point of the original stands in a table. */
    boolean covers(int point) {
        return covered.get(point);
    }

    /** Which code point a place is; places are to be asked for in their order. */
    private int point(int at) {
        points += text.codePointCount(counted, at);
        counted = at;
        return points;
    }

    /** Takes a table whose rows are lines, unless it is one of duties or another reader's. */
    private void lines(LineTable lines, IntPredicate taken) {
        List<String> head = lines.head().stream().map(IndicatorCell::words).toList();
        DataColumns columns = DataColumns.of(lines);
        int start = point(lines.start());
        if (lines.rows().size() < LEAST_ROWS
                || taken.test(start)
                || columns.values().isEmpty()
                || Head.of(head).isPresent()) {
            return;
        }
        rows.addAll(columns.read(text.substring(lines.above(), lines.start()), year));
        covered.set(start, point(lines.end()));
    }

    /** Reads the table whose first head ends here, if it is one; where it ends, or this place. */
    private int table(int at, boolean places) {
        List<IndicatorCell> head = IndicatorCell.from(text, at, MOST_HEADS);
        int values = 0;
        while (values < head.size() && !head.get(values).isValue() && isName(head.get(values))) {
            values++;
        }
        int last = values;
        while (last < head.size() && head.get(last).isValue()) {
            last++;
        }
        int columns = last - values;
        boolean measured = head.stream()
                .limit(values)
                .anyMatch(cell -> MEASURE.matcher(cell.words()).matches());
        int names = measured ? 2 : 1;
        if (columns == 0 || values != columns + 2 * names - 1) {
            return at;
        }
        List<IndicatorCell> heads = head.stream()
                .limit(columns + names - 1L)
                .filter(cell -> !MEASURE.matcher(cell.words()).matches())
                .toList();
        int start = head.get(values - names).start();
        if (rows(start, names, columns, LEAST_ROWS).size() < LEAST_ROWS) {
            return at;
        }
        DataHead form = DataHead.of(text.substring(0, at), heads, places, year);
        List<List<IndicatorCell>> read = rows(start, names, columns, MOST_ROWS);
        read.forEach(row -> rows.addAll(form.values(row, names)));
        List<IndicatorCell> bottom = read.get(read.size() - 1);
        int end = bottom.get(bottom.size() - 1).end();
        covered.set(point(at), point(end));
        return end;
    }

    /** The rows that fit the head, from a place on, at most as many as asked for. */
    private List<List<IndicatorCell>> rows(int start, int names, int columns, int most) {
        int width = names + columns;
        List<IndicatorCell> cells = IndicatorCell.from(text, start, most * width);
        List<List<IndicatorCell>> read = new ArrayList<>();
        int at = 0;
        while (at + width <= cells.size() && isRow(cells.subList(at, at + width), names)) {
            read.add(cells.subList(at, at + width));
            at += width;
        }
        return read;
    }

    private static boolean isRow(List<IndicatorCell> cells, int names) {
        return isName(cells.get(0))
                && cells.stream().limit(names).noneMatch(IndicatorCell::isValue)
                && cells.stream().skip(names).allMatch(IndicatorCell::isValue);
    }

    private static boolean isName(IndicatorCell cell) {
        return cell.words().length() <= LONGEST && !STOP.matcher(cell.words()).find();
    }
}
