package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.IndicatorColumn.Value;

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
    private static final int MOST_CELLS = 1_000;
    private static final int LONGEST = 24;
    private static final int LEAST_ROWS = 2;

    private final String text;
    private final int year;
    private final List<Value> rows = new ArrayList<>();
    private final BitSet covered = new BitSet();

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
        Matcher first = FIRST.matcher(text);
        int from = 0;
        while (first.find()) {
            boolean named = !first.group().isBlank();
            if (named && first.start() >= from && !taken.test(text.codePointCount(0, first.end() - 1))) {
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
        DataHead form = DataHead.of(text, at, heads, places, year);
        int start = head.get(values - names).start();
        int end = rows(form, names, IndicatorCell.from(text, start, MOST_CELLS));
        covered.set(text.codePointCount(0, at), text.codePointCount(0, Math.max(at, end)));
        return Math.max(at, end);
    }

    private int rows(DataHead head, int names, List<IndicatorCell> cells) {
        int width = names + head.size();
        List<Value> found = new ArrayList<>();
        int at = 0;
        while (at + width <= cells.size() && isRow(cells.subList(at, at + width), names)) {
            found.addAll(head.values(cells.subList(at, at + width), names));
            at += width;
        }
        if (at < LEAST_ROWS * width) {
            return 0;
        }
        rows.addAll(found);
        return cells.get(at - 1).end();
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
