package org.zhice.loader.extract.figure;

import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.Unit.Kind;

/** What form of number a statement gives, by the names of the tables. */
final class Statistic {
    static final String LEVEL = "level";
    static final String CHANGE = "change";
    static final String DIFFERENCE = "difference";
    static final String YEARLY = "growth-yoy";
    static final String AVERAGE = "growth-avg";
    static final String CUMULATIVE = "cumulative";
    static final String RANK = "rank";
    static final String SHARE = "share";
    private static final Pattern AT_FIRST = Pattern.compile("^的?(?:增长|增速|增幅|增长率|速度增长)");
    private static final Pattern COMPARED = Pattern.compile("(?:较|比)[^，。；]*(?:高|低|多|少|快)$");
    private static final Pattern SHARED = Pattern.compile("占[^，。；]*$");

    private Statistic() {}

    static String of(Statement statement, boolean severalYears) {
        Quantity quantity = statement.quantity();
        Kind kind = quantity.unit().kind();
        boolean percent = quantity.unit().unit().equals("PERCENT");
        if (kind == Kind.RANK) {
            return RANK;
        }
        if (kind != Kind.DURATION
                && COMPARED.matcher(statement.left()).find()
                && !statement.has(Cues.YOY)
                && statement.base() == null) {
            return kind == Kind.POINTS ? DIFFERENCE : LEVEL;
        }
        boolean grows = statement.after(Cues.RISE) || statement.after(Cues.FALL);
        if (grows || (percent && AT_FIRST.matcher(statement.right()).find())) {
            return change(statement, percent && kind != Kind.POINTS, severalYears);
        }
        if (percent
                && kind == Kind.PLAIN
                && (Cues.SHARE.matcher(statement.words()).find()
                        || SHARED.matcher(statement.left()).find())) {
            return SHARE;
        }
        return statement.has(Cues.CUMULATIVE) ? CUMULATIVE : LEVEL;
    }

    private static String change(Statement statement, boolean relative, boolean severalYears) {
        if (statement.has(Cues.AVERAGE)) {
            return AVERAGE;
        }
        if (!relative) {
            return CHANGE;
        }
        boolean yearly = statement.has(Cues.YOY) || statement.right().startsWith("以上增长");
        boolean eachYear = statement.left().contains("连续") || statement.left().contains("每年");
        return yearly || eachYear || !severalYears ? YEARLY : CHANGE;
    }
}
