package org.zhice.loader.extract.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.place.Where;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/**
 * A figure before it becomes a row.
 *
 * @param metric null where none fits
 * @param stock whether it counts what is there on a day
 * @param clause where the words begin that state it
 * @param ground what dates it
 * @param doubt what should be looked at, or empty
 */
record Figure(
        Quantity quantity,
        String printed,
        Metric metric,
        String noun,
        int paragraph,
        String statistic,
        Dates dates,
        boolean stock,
        boolean target,
        Where where,
        int clause,
        Ground ground,
        String doubt) {
    private static final Pattern WHOLE_COUNTRY = Pattern.compile("全国|我国");
    private static final String AT_MOST = "at-most";
    private static final double UNKNOWN = 0.9;
    private static final double DOUBTFUL = 0.6;

    /** What dates a figure, and how sure that is. */
    enum Ground {
        OWN("own", 0.97, "printed"),
        SENTENCE("sentence", 0.93, "printed"),
        PARAGRAPH("paragraph", 0.85, "frame"),
        FRAME("frame", 0.8, "frame"),
        /** The head of its column, which also says what it is a figure of. */
        TABLE("table", 0.97, "printed");

        private final String word;
        private final double confidence;
        private final String basis;

        Ground(String word, double confidence, String basis) {
            this.word = word;
            this.confidence = confidence;
            this.basis = basis;
        }
    }

    /** Whether it is printed as a number not to be passed, which the tables have no bound for. */
    boolean isUpperBound() {
        return quantity.bound().equals(AT_MOST);
    }

    FigureRow row(String document, Passage passage) {
        return new FigureRow(
                document,
                metric == null ? "" : metric.id(),
                noun,
                kind(),
                paragraph,
                printed,
                quantity.value(),
                quantity.unit().unit(),
                quantity.step(),
                isUpperBound() ? "exact" : quantity.bound(),
                statistic,
                day(dates.from()),
                day(dates.until()),
                dates.until() == null ? "" : ground.basis,
                where.area(),
                areaBasis(passage),
                where.isNew() ? Optional.of(where.place().asNew()) : Optional.empty(),
                quantity.unit().counter(),
                target,
                new Evidence(rule(), confidence(), passage));
    }

    private String areaBasis(Passage passage) {
        if (where.place() == null) {
            return "";
        }
        boolean printed = where.area().equals("cn")
                ? WHOLE_COUNTRY.matcher(passage.quote()).find()
                : where.printed();
        return printed ? "printed" : "frame";
    }

    /** The kind of metric that a number of this form is of. */
    private String kind() {
        if (metric != null) {
            return metric.kind();
        }
        return switch (statistic) {
            case Statistic.LEVEL, Statistic.CUMULATIVE -> quantity.unit().metricKind(stock, noun);
            case Statistic.SHARE -> "ratio";
            case Statistic.RANK -> "ranking";
            default -> "";
        };
    }

    private String rule() {
        return "figure-" + (ground == Ground.TABLE ? "" : statistic + "-") + ground.word;
    }

    private double confidence() {
        boolean unknown = metric == null && ground != Ground.TABLE;
        return ground.confidence * (unknown ? UNKNOWN : 1) * (doubt.isEmpty() ? 1 : DOUBTFUL);
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
