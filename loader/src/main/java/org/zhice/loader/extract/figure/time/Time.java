package org.zhice.loader.extract.figure.time;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A time that the text names.
 *
 * @param start first character, with the words that lead to it
 * @param end one past the last
 * @param from first day
 * @param until last day
 * @param role what it does to the numbers near it
 */
public record Time(int start, int end, Kind kind, LocalDate from, LocalDate until, Role role) {
    /** The form of the time. */
    public enum Kind {
        YEAR,
        /** Some months of a year. */
        PART,
        /** A day up to which is counted. */
        POINT,
        /** Several years up to the end of the frame, or those of a five-year plan: what they began with is a year older. */
        SPAN,
        /** Several years with the first and the last printed. */
        RANGE,
        /** The end of what the document tells of. */
        NOW,
        /** The day of an event. */
        EVENT,
        /** Years to come. */
        COMING
    }

    /** What a time does to the numbers near it. */
    public enum Role {
        /** It dates those after it in the sentence. */
        SENTENCE,
        /** It dates those after it up to the next comma. */
        CLAUSE,
        /** It dates only the number right after it: 2012年的22个月. */
        NUMBER,
        /** It is what a number is compared with. */
        BASE
    }

    public static Time year(int year) {
        return years(Kind.YEAR, year, year);
    }

    public static Time years(Kind kind, int first, int last) {
        return new Time(0, 0, kind, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), Role.CLAUSE);
    }

    public static Time months(Kind kind, YearMonth first, YearMonth last) {
        return new Time(0, 0, kind, first.atDay(1), last.atEndOfMonth(), Role.CLAUSE);
    }

    public static Time point(LocalDate day) {
        return new Time(0, 0, Kind.POINT, day, day, Role.CLAUSE);
    }

    public Time at(int newStart, int newEnd, Role newRole) {
        return new Time(newStart, newEnd, kind, from, until, newRole);
    }

    public Time as(Kind other) {
        return new Time(start, end, other, from, until, role);
    }

    public boolean isSpan() {
        return kind == Kind.SPAN || kind == Kind.RANGE;
    }

    public int lastYear() {
        return until.getYear();
    }
}
