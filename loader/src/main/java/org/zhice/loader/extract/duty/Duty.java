package org.zhice.loader.extract.duty;

import java.util.List;
import org.zhice.loader.extract.rows.Span;

/**
 * What the words of a duty say: who, in which part, and how they share it.
 *
 * @param holders in order of print
 * @param mode jointly, by-division or led; empty where the first of a list is no known name and no word tells
 * @param firstLost whether words that are no known name stand where the first of a list would
 * @param openEnded whether more agencies are meant than are named
 * @param leftOver words that are no name and no known words of a duty
 */
public record Duty(List<Holder> holders, String mode, boolean firstLost, boolean openEnded, List<Span> leftOver) {
    public Duty {
        holders = List.copyOf(holders);
        leftOver = List.copyOf(leftOver);
    }

    /** What a word of the duty says on the part of an agency. */
    public enum Part {
        LISTED,
        /** Calls in those after it, and so leads them. */
        CALLS,
        LEADS,
        TAKES_PART
    }

    /** A name, its place in the clean text, and its part. */
    public record Holder(String name, int start, int end, Part part) {}

    /**
     * Reads the duties of one task together.
     *
     * @param words the places of their words in the clean text, without the outer brackets
     */
    public static Duty of(String text, List<Span> words, Agencies agencies) {
        DutyReader reader = new DutyReader(text, agencies);
        words.forEach(reader::read);
        return reader.duty();
    }
}
