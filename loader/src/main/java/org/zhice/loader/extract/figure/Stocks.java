package org.zhice.loader.extract.figure;

import org.zhice.loader.extract.figure.time.Time;
import org.zhice.loader.extract.figure.time.Time.Kind;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/** Tells a number of things that are there on a day from a number of things done in a time. */
final class Stocks {
    private static final int NEAR = 20;

    private Stocks() {}

    static boolean isStock(Statement statement, Metric metric, Time time) {
        Unit unit = statement.quantity().unit();
        if (metric != null && !metric.kind().equals("ratio")) {
            return metric.kind().equals("stock");
        }
        if (unit.kind() == Unit.Kind.DURATION || unit.kind() == Unit.Kind.RANK) {
            return false;
        }
        String right =
                statement.right().substring(0, Math.min(NEAR, statement.right().length()));
        if (Cues.FLOW.matcher(statement.words()).find() || (!unit.isCounter() && statement.has(Cues.INDEX))) {
            return false;
        }
        if (Cues.STOCK.matcher(statement.words()).find()
                || Cues.STOCK.matcher(right).find()) {
            return true;
        }
        if (unit.isCounter() && Cues.REACHED.matcher(words(statement)).find()) {
            String noun = Cues.REACHED.matcher(words(statement)).replaceFirst("");
            if (Cues.ENTITY.matcher(noun).find()) {
                return true;
            }
        }
        return time != null && (time.kind() == Kind.POINT || time.kind() == Kind.NOW) && unit.isCounter();
    }

    /** Whether an indicator of a table counts what is there on a day. */
    static boolean isStock(String noun, Metric metric) {
        if (metric != null && !metric.kind().equals("ratio")) {
            return metric.kind().equals("stock");
        }
        return !Cues.FLOW.matcher(noun).find()
                && (Cues.STOCK.matcher(noun).find() || Cues.ENTITY.matcher(noun).find());
    }

    /** The words before the quantity, with its bound, which may be 超过 or 突破. */
    private static String words(Statement statement) {
        boolean more = statement.quantity().bound().equals("more-than");
        return more && statement.quantity().number() > statement.quantity().start()
                ? statement.left() + "超过"
                : statement.left();
    }
}
