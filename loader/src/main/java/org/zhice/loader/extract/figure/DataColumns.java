package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhice.loader.extract.figure.IndicatorColumn.Value;
import org.zhice.loader.extract.figure.grid.IndicatorCell;
import org.zhice.loader.extract.figure.grid.LineTable;

/**
 * What the columns of a table of lines hold.
 *
 * @param names those that name the rows
 * @param values those of numbers
 * @param unit that of the units, or -1
 */
record DataColumns(LineTable table, List<Integer> names, List<Integer> values, int unit) {
    private static final Pattern ORDER = Pattern.compile("序号|编号|排名|名次|位次|位次?排序|页码|页次|电话|邮编|代码|备注|日期|浏览.*|点击.*");
    private static final Pattern YEARS = Pattern.compile("年份|年度|年别");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年?度?");
    private static final Pattern MEASURE = Pattern.compile("(?:计量)?单位");
    private static final Pattern PLACES = Pattern.compile("地区|城市|市别|市州|县区|区县|地市|各市|各县|国家和地区|国别|省份|省市|旗县|旗县区|盟市");
    private static final Pattern WHOLE = Pattern.compile("合计|总计|小计|总数|[全本][国省市县区州旗](?:合计|总计)?");
    private static final Pattern PLACE = Pattern.compile(".{1,10}[省市县州盟旗区](?<![小园社片库矿林牧学厂]区|示范区|保护区|自贸区|开发区|试验区)");

    static DataColumns of(LineTable table) {
        List<Integer> names = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        int unit = -1;
        for (int i = 0; i < table.head().size(); i++) {
            String head = table.head().get(i).words();
            if (MEASURE.matcher(head).matches()) {
                unit = i;
            } else if (YEARS.matcher(head).matches()) {
                names.add(i);
            } else if (!ORDER.matcher(head).matches() && !head.isEmpty() && isValues(table, i)) {
                values.add(i);
            } else if (values.isEmpty() && !ORDER.matcher(head).matches() && !isValues(table, i)) {
                names.add(i);
            }
        }
        boolean named = !names.isEmpty() && !values.isEmpty();
        return new DataColumns(table, List.copyOf(names), named ? List.copyOf(values) : List.of(), unit);
    }

    private static boolean isValues(LineTable table, int column) {
        List<String> words = table.rows().stream()
                .map(row -> row.get(column).words())
                .filter(cell -> !cell.isEmpty())
                .toList();
        return words.stream().anyMatch(cell -> new IndicatorCell(0, 0, cell).isNumber())
                && words.stream().allMatch(cell -> new IndicatorCell(0, 0, cell).isValue());
    }

    /** The values of its rows. */
    List<Value> read(String above, int year) {
        boolean years = YEARS.matcher(head(names.get(0))).matches();
        boolean places = !years && isOfPlaces();
        List<IndicatorCell> heads =
                values.stream().map(i -> table.head().get(i)).toList();
        DataHead head = DataHead.of(above, heads, places || years, year);
        List<Value> read = new ArrayList<>();
        for (List<IndicatorCell> row : table.rows()) {
            Matcher named = YEAR.matcher(row.get(names.get(0)).words());
            boolean dated = years && named.matches();
            DataHead own =
                    dated ? new DataHead(head.columns(), true, head.caption(), Integer.parseInt(named.group(1))) : head;
            if (dated || !years) {
                read.addAll(own.values(cells(row, places, years), unit < 0 ? 1 : 2));
            }
        }
        return read;
    }

    private String head(int column) {
        return table.head().get(column).words();
    }

    private boolean isOfPlaces() {
        int last = names.get(names.size() - 1);
        return PLACES.matcher(head(last)).matches()
                || table.rows().stream()
                        .map(row -> row.get(last).words())
                        .allMatch(name -> PLACE.matcher(name).matches()
                                || WHOLE.matcher(name).matches());
    }

    /** The cells as {@link DataHead} takes them: name, unit if there is one, values. */
    private List<IndicatorCell> cells(List<IndicatorCell> row, boolean places, boolean years) {
        IndicatorCell first = row.get(names.get(0));
        String joined = IntStream.range(0, names.size())
                .mapToObj(i -> row.get(names.get(i)).words())
                .collect(Collectors.joining());
        String last = row.get(names.get(names.size() - 1)).words();
        boolean whole = years || (!places && WHOLE.matcher(joined).matches());
        List<IndicatorCell> cells = new ArrayList<>();
        cells.add(new IndicatorCell(first.start(), first.end(), whole ? "" : places ? last : joined));
        if (unit >= 0) {
            cells.add(row.get(unit));
        }
        values.forEach(i -> cells.add(row.get(i)));
        return cells;
    }
}
