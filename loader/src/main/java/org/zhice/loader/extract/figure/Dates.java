package org.zhice.loader.extract.figure;

import java.time.LocalDate;
import org.zhice.loader.extract.figure.Frames.Frame;
import org.zhice.loader.extract.figure.time.Time;
import org.zhice.loader.extract.figure.time.Time.Kind;

/**
 * The first and the last day that a number is true of.
 *
 * @param from first day, or null
 * @param until last day, or null
 */
record Dates(LocalDate from, LocalDate until) {
    static final Dates NONE = new Dates(null, null);

    static Dates year(int year) {
        return new Dates(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static Dates day(LocalDate day) {
        return new Dates(day, day);
    }

    /**
     * The days of a number in a statement.
     *
     * @param time what dates it, or null
     * @param stock whether it counts what is there on a day
     */
    static Dates of(Statement statement, String statistic, boolean stock, Time time, Frame frame) {
        if (time == null && frame.year() == 0) {
            return NONE;
        }
        Time base = statement.base();
        boolean compares = statistic.equals(Statistic.CHANGE)
                || statistic.equals(Statistic.AVERAGE)
                || statistic.equals(Statistic.YEARLY)
                || statement.quantity().unit().kind() == Unit.Kind.TIMES;
        if (compares && base != null) {
            return since(base.lastYear(), time == null ? year(frame.year()) : whole(time));
        }
        Time effective = time == null ? Time.year(frame.year()) : time;
        boolean overSpan = time == null || (!statement.own() && time.kind() == Kind.NOW);
        return switch (statistic) {
            case Statistic.CHANGE, Statistic.AVERAGE ->
                frame.span() != null && overSpan ? days(frame.span()) : whole(effective);
            case Statistic.YEARLY -> whole(effective);
            case Statistic.RANK -> last(effective);
            case Statistic.CUMULATIVE -> cumulative(statement, stock, time, effective, frame);
            default -> level(statement, stock || isCounted(statistic, effective), effective);
        };
    }

    private static boolean isCounted(String statistic, Time time) {
        return statistic.equals(Statistic.SHARE) && time.kind() == Kind.POINT;
    }

    private static Dates since(int base, Dates end) {
        LocalDate from = LocalDate.of(base + 1, 1, 1);
        return from.isBefore(end.from()) ? new Dates(from, end.until()) : end;
    }

    private static Dates days(Time time) {
        return new Dates(time.from(), time.until());
    }

    /** The time itself, of a day its year. */
    private static Dates whole(Time time) {
        return time.kind() == Kind.POINT || time.kind() == Kind.EVENT ? year(time.lastYear()) : days(time);
    }

    /** Of several years the last. */
    private static Dates last(Time time) {
        return time.isSpan() ? year(time.lastYear()) : whole(time);
    }

    private static Dates cumulative(Statement statement, boolean stock, Time time, Time effective, Frame frame) {
        if (time == null && frame.span() != null && !stock) {
            return days(frame.span());
        }
        if (stock && effective.isSpan()) {
            return day(effective.until());
        }
        if (effective.isSpan() || effective.kind() == Kind.PART || effective.kind() == Kind.EVENT) {
            return days(effective);
        }
        boolean inYear = time != null && time.kind() == Kind.YEAR && time.start() >= statement.sentence() && !stock;
        return inYear ? days(effective) : day(effective.until());
    }

    private static Dates level(Statement statement, boolean stock, Time time) {
        if (stock) {
            return day(time.until());
        }
        boolean counted = statement.quantity().unit().isCounter()
                || statement.quantity().unit().unit().startsWith("CCY");
        boolean carried = time.start() < statement.sentence();
        boolean reached = !statement.own() && (carried || statement.after(Cues.REACHING) || !counted);
        return time.isSpan() && reached ? year(time.lastYear()) : whole(time);
    }
}
