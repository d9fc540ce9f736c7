package org.zhice.server.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.query.Chart;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.entity.ThingNames;
import org.zhice.server.web.Language;
import org.zhice.server.web.Numbers;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * A question with a glance at its answer: some bars if it can be drawn so, else its first rows.
 *
 * @param bars the longest of them, or none
 * @param rows the first of them, or none
 * @param count of all rows
 */
public record Picture(String id, String title, String question, List<Bar> bars, List<List<String>> rows, String count) {
    private static final int SHOWN = 5;
    private static final int FEW = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A bar.
     *
     * @param value as a page shows it
     * @param share of the longest, in per cent
     */
    public record Bar(String label, String value, int share) {}

    /** The questions that the front page shows, asked with their defaults once for each release and language. */
    public static List<Picture> front(SavedQueries queries, Release release, Language language) {
        return release.memo(
                List.of(Picture.class, language),
                () -> queries.front().stream()
                        .map(query -> of(query, release, language))
                        .toList());
    }

    private static Picture of(SavedQuery query, Release release, Language language) {
        Result all = query.run(release, Map.of());
        List<Binding> some = all.rows();
        Result seen = isDrawn(query)
                ? all
                : new Result(all.columns(), some.subList(0, Math.min(FEW, some.size())), all.whole());
        Table table = new ResultTable(query, seen, ThingNames.in(seen, release, language), language).table();
        List<Bar> bars = bars(query, table, language);
        return new Picture(
                query.id(),
                query.about().title().in(language.tag()),
                query.about().question().in(language.tag()),
                bars,
                bars.isEmpty() ? rows(query, table) : List.of(),
                Numbers.show(some.size(), language));
    }

    private static boolean isDrawn(SavedQuery query) {
        return query.about().roles().containsValue("y");
    }

    /** Of the columns that say most. */
    private static List<List<String>> rows(SavedQuery query, Table table) {
        List<Integer> told = IntStream.range(0, table.columns().size())
                .filter(at -> query.about().roles().isEmpty()
                        || table.columns().get(at).role() != null)
                .limit(FEW)
                .boxed()
                .toList();
        return table.rows().stream()
                .limit(FEW)
                .map(row -> told.stream().map(at -> row.cells().get(at).text()).toList())
                .toList();
    }

    /** Of stacked bars the sums, of others each row. */
    private static List<Bar> bars(SavedQuery query, Table table, Language language) {
        List<Integer> values = columns(table, "y");
        if (values.isEmpty() || table.rows().isEmpty()) {
            return List.of();
        }
        boolean stacked = query.about().chart().filter(Chart.STACKED::equals).isPresent();
        List<Integer> names = new ArrayList<>(columns(table, "x"));
        if (!stacked) {
            names.addAll(columns(table, "series"));
        }
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            String name = names.stream().map(at -> row.cells().get(at).text()).collect(Collectors.joining(", "));
            values.forEach(at -> sums.merge(name, row.cells().get(at).number(), BigDecimal::add));
        }
        return longest(sums, language);
    }

    private static List<Bar> longest(Map<String, BigDecimal> sums, Language language) {
        BigDecimal most = Collections.max(sums.values()).max(BigDecimal.ONE);
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .limit(SHOWN)
                .map(sum -> new Bar(
                        sum.getKey(),
                        Numbers.show(sum.getValue().toPlainString(), language),
                        sum.getValue()
                                .multiply(HUNDRED)
                                .divide(most, RoundingMode.HALF_UP)
                                .intValue()))
                .toList();
    }

    private static List<Integer> columns(Table table, String role) {
        return IntStream.range(0, table.columns().size())
                .filter(at -> role.equals(table.columns().get(at).role()))
                .boxed()
                .toList();
    }
}
