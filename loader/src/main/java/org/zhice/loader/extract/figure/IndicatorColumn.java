package org.zhice.loader.extract.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.grid.IndicatorCell;
import org.zhice.loader.extract.place.Where;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/**
 * A column of values of an indicator table.
 *
 * @param year what its head names, or that by which an increase is reached
 * @param statistic level, or what its head says of an increase
 * @param target whether its values are to be reached
 */
record IndicatorColumn(int year, String statistic, boolean target) {
    private static final Pattern YEAR =
            Pattern.compile("(20[0-9]{2})年?(?:（[^）]*）|\\([^)]*\\)|[值数]|目标值?|现状值?|基期值?|预期值?)?");
    private static final Pattern GAIN = Pattern.compile("[\\[［（(]?(?:(?:五年)?累计|年均|增加值|增长|增幅|年平均)\\S{0,10}");
    private static final Pattern HEAD =
            Pattern.compile("序号|编号|(?:主要|核心|具体|预期)?指[标標](?:名称|名稱|项目|内容)?|名称|单位|單位|计量单位|属性|屬性|指标属性|性质|类别|類別|类型|领域|备注");
    private static final Pattern FIRST = Pattern.compile("序号|编号|类别|(?:主要|核心|具体|预期)?指[标標](?:名称|名稱|项目|内容)?");

    /**
     * A value of a table.
     *
     * @param place the name of the place that its row is of, or empty
     * @param zeros how many the unit of the table stands for
     * @param cell null where the row does not fit its columns
     * @param start first character of the row, in UTF-16 units of the original
     * @param end one past the last
     */
    record Value(
            String noun,
            String place,
            Unit unit,
            int zeros,
            IndicatorCell cell,
            IndicatorColumn column,
            int start,
            int end) {
        private static final String MINUS = "-−－";
        private static final Pattern BARE = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");

        /** The unit of the number; growth a year is printed in per cent, whatever the unit of the table. */
        Unit measured() {
            return column.isAverage() ? Unit.PERCENT : unit;
        }

        /** @param metric null where none fits */
        Figure figure(Metric metric, int paragraph, Where where) {
            return new Figure(
                    quantity(),
                    cell.words(),
                    metric,
                    noun,
                    paragraph,
                    statistic(),
                    dates(metric),
                    Stocks.isStock(noun, metric),
                    column.target(),
                    where,
                    start,
                    Figure.Ground.TABLE,
                    "");
        }

        private Quantity quantity() {
            int times = column.isAverage() ? 0 : zeros;
            BigDecimal number = number();
            BigDecimal factor = measured().factor();
            BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(times - number.scale());
            return new Quantity(
                    start,
                    end,
                    start,
                    number.scaleByPowerOfTen(times).multiply(factor),
                    step.multiply(factor),
                    measured(),
                    "exact",
                    false);
        }

        private BigDecimal number() {
            Matcher number = BARE.matcher(cell.words());
            number.find();
            BigDecimal size = new BigDecimal(number.group().replace(",", ""));
            boolean below = number.start() > 0 && MINUS.indexOf(cell.words().charAt(number.start() - 1)) >= 0;
            return below ? size.negate() : size;
        }

        private String statistic() {
            if (cell.isSum()) {
                return Statistic.CUMULATIVE;
            }
            boolean share = column.statistic().equals(Statistic.LEVEL)
                    && measured().unit().equals("PERCENT")
                    && Cues.SHARE.matcher(noun).find();
            return share ? Statistic.SHARE : column.statistic();
        }

        private Dates dates(Metric metric) {
            if (column.year() == 0) {
                return Dates.NONE;
            }
            Dates year = Dates.year(column.year());
            if (column.target()) {
                return new Dates(null, year.until());
            }
            boolean level = column.statistic().equals(Statistic.LEVEL);
            return level && Stocks.isStock(noun, metric) ? Dates.day(year.until()) : year;
        }
    }

    private boolean isAverage() {
        return statistic.equals(Statistic.AVERAGE);
    }

    static boolean opensHeader(IndicatorCell cell) {
        return FIRST.matcher(cell.words()).matches();
    }

    static boolean isHead(IndicatorCell cell) {
        return HEAD.matcher(cell.words()).matches() || isColumn(cell);
    }

    private static boolean isColumn(IndicatorCell cell) {
        return YEAR.matcher(cell.words()).matches()
                || GAIN.matcher(cell.words()).matches();
    }

    /**
     * The columns that a header names; none if it names no year.
     *
     * @param published the year of the document; later years are to be reached; where it is 0, the last is
     */
    static List<IndicatorColumn> of(List<IndicatorCell> header, int published) {
        List<Integer> years = new ArrayList<>();
        for (IndicatorCell cell : header) {
            Matcher year = YEAR.matcher(cell.words());
            if (year.matches()) {
                years.add(Integer.valueOf(year.group(1)));
            }
        }
        if (years.isEmpty()) {
            return List.of();
        }
        int last = years.stream().mapToInt(Integer::intValue).max().orElseThrow();
        List<IndicatorColumn> columns = new ArrayList<>();
        for (IndicatorCell cell : header) {
            Matcher year = YEAR.matcher(cell.words());
            if (year.matches()) {
                int of = Integer.parseInt(year.group(1));
                columns.add(new IndicatorColumn(
                        of, Statistic.LEVEL, published == 0 ? of == last && years.size() > 1 : of > published));
            } else if (isColumn(cell)) {
                String statistic = cell.words().contains("年均") || cell.words().contains("平均")
                        ? Statistic.AVERAGE
                        : Statistic.CHANGE;
                columns.add(new IndicatorColumn(last, statistic, published == 0 || last > published));
            }
        }
        return columns;
    }
}
