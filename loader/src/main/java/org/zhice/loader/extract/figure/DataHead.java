package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.IndicatorColumn.Value;
import org.zhice.loader.extract.figure.Unit.Measure;
import org.zhice.loader.extract.figure.grid.IndicatorCell;

/**
 * The head of a table of figures.
 *
 * @param columns the words over each column of values
 * @param places whether its rows are places and its columns what is counted there, not the other way round
 * @param caption the unit that the caption names for all, or empty
 * @param year that of values whose column names none
 */
record DataHead(List<String> columns, boolean places, String caption, int year) {
    private static final Pattern CAPTION = Pattern.compile("单位[：:][ \u3000]*(?<unit>[^）)\\s]{1,8})");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年");
    private static final Pattern BRACKET = Pattern.compile("[（(](?<words>[^（()）]{1,10})[)）]$");
    private static final Pattern GROWTH = Pattern.compile("增长|增速|增幅|增减|同比|比上年|较上年|±");
    private static final Pattern AMOUNT = Pattern.compile("增[长减加](?:量|额|数)");
    private static final Pattern SHARE = Pattern.compile("占比|比重|占.*[%％]");
    private static final Pattern PLAIN = Pattern.compile(
            "(?:绝对数|数值|数量|总量|产量|本年|全年|年末数|年末|比重|合计|累计|指标值|实绩|完成(?:数|情况)?|(?:19|20)[0-9]{2}年?)(?:[（(].*)?");
    private static final Pattern PRINTED = Pattern.compile("[0-9](?<unit>[%％\\u4E00-\\u9FFF]+?)(?:左右|以上|以内|以下)?$");
    private static final Pattern OPENING =
            Pattern.compile("^(?:其中|#|[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]+）)[：: ]*");
    private static final Pattern RATIO = Pattern.compile(".*(?:率|比重|占比|比例)");
    private static final int ABOVE = 160;

    /** @param before the text over the table, of which the last words count */
    static DataHead of(String before, List<IndicatorCell> heads, boolean places, int year) {
        String above = before.substring(Math.max(0, before.length() - ABOVE));
        String unit = last(CAPTION, above, "unit");
        Matcher years = YEAR.matcher(above);
        int named = year;
        while (years.find()) {
            named = Integer.parseInt(years.group(1));
        }
        return new DataHead(heads.stream().map(IndicatorCell::words).toList(), places, unit, named);
    }

    private static String last(Pattern pattern, String words, String group) {
        Matcher matcher = pattern.matcher(words);
        String last = "";
        while (matcher.find()) {
            last = matcher.group(group);
        }
        return last;
    }

    int size() {
        return columns.size();
    }

    /** The values of a row. */
    List<Value> values(List<IndicatorCell> row, int names) {
        String name = row.get(0).words();
        String measure = names > 1 ? row.get(1).words() : unit(name);
        List<Value> values = new ArrayList<>();
        String level = "";
        for (int i = 0; i < columns.size(); i++) {
            String statistic = statistic(columns.get(i));
            boolean growth = statistic.equals(Statistic.YEARLY);
            level = growth && !level.isEmpty() ? level : noun(name, columns.get(i));
            IndicatorCell cell = row.get(names + i);
            if (cell.isNumber()) {
                values.add(value(
                        level, places ? name : "", statistic, measure(columns.get(i), measure, cell), cell, row, i));
            }
        }
        return values;
    }

    private Value value(
            String noun,
            String place,
            String statistic,
            Measure measure,
            IndicatorCell cell,
            List<IndicatorCell> row,
            int i) {
        boolean level = statistic.equals(Statistic.LEVEL);
        Matcher named = YEAR.matcher(columns.get(i));
        int of = named.find() ? Integer.parseInt(named.group(1)) : year;
        return new Value(
                noun,
                place,
                level ? measure.unit() : Unit.PERCENT,
                level ? measure.zeros() : 0,
                cell,
                new IndicatorColumn(of, statistic, false),
                row.get(0).start(),
                cell.end());
    }

    private static String statistic(String head) {
        boolean growth = GROWTH.matcher(head).find() && !AMOUNT.matcher(head).find();
        return growth ? Statistic.YEARLY : SHARE.matcher(head).find() ? Statistic.SHARE : Statistic.LEVEL;
    }

    private String noun(String name, String head) {
        String column = BRACKET.matcher(head).replaceFirst("");
        String row = OPENING.matcher(BRACKET.matcher(name).replaceFirst("")).replaceFirst("");
        if (places) {
            return column;
        }
        if (SHARE.matcher(head).find()) {
            return row.isEmpty() ? column : RATIO.matcher(row).matches() ? row : row + "占比";
        }
        return PLAIN.matcher(head).matches() || GROWTH.matcher(head).find() ? row : row + column;
    }

    private Measure measure(String head, String row, IndicatorCell cell) {
        Matcher printed = PRINTED.matcher(cell.words());
        String own = printed.find() ? printed.group("unit") : unit(head);
        return Measure.of(!own.isEmpty() ? own : row.isEmpty() ? caption : row);
    }

    private static String unit(String words) {
        Matcher bracket = BRACKET.matcher(words);
        return bracket.find() ? bracket.group("words") : "";
    }
}
