package org.zhice.loader.extract.clean.draft;

/**
 * One place where a copy differs from the clean text.
 *
 * @param kind what happened to the text
 * @param start first damaged character of the original, in code points
 * @param end one past the last; equal to {@code start} where something was lost without a trace
 * @param found the original characters
 * @param repaired what the clean text reads instead; the same as {@code found} where no repair is known
 */
public record Damage(Kind kind, int start, int end, String found, String repaired) {

    /** What can happen to a text between its printing and its copy. */
    public enum Kind {
        TRADITIONAL,
        PINYIN,
        SLIP,
        WIDTH,
        SPACE,
        BREAK_LOST,
        BREAK_ADDED,
        DOUBLED,
        NUMBERING,
        BRACKET,
        PAGE_NUMBER,
        NOISE,
        /** Cut, though nothing shows that it is no part of the document. */
        LEFT_OUT,
        ENTITY,
        UNREPAIRED
    }
}
