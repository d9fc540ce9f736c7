package org.zhice.store.find;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.store.Names;

/**
 * What somebody looks for: words, in any order, and words in quotation marks that stand side by side. Nothing else in it is
 * syntax; a star at the end of a word says what holds without it too, that the word may go on.
 *
 * @param words folded, without their stars
 * @param phrases those in quotation marks, folded
 */
public record SearchWords(List<String> words, List<String> phrases) {
    /** Longer than any name that people look for; the work grows with it. */
    public static final int LONGEST = 200;

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
    private static final Pattern STAR_ELSEWHERE = Pattern.compile("\\*[\\p{L}\\p{N}]");

    public SearchWords {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
    }

    /** Why words cannot be looked for. */
    public enum Fault {
        /** There is no letter and no digit in them. */
        BLANK,
        /** They have more than {@link #LONGEST} characters. */
        LONG,
        /** A star stands before a letter or digit. */
        STAR
    }

    /** What cannot be looked for. */
    public static final class FaultException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        FaultException(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        /** Why not. */
        public Fault fault() {
            return fault;
        }
    }

    /**
     * Words as somebody typed them.
     *
     * @throws FaultException if there is nothing to look for, or too much
     */
    public static SearchWords of(String text) {
        String folded = Names.fold(text);
        require(text.codePointCount(0, text.length()) <= LONGEST, Fault.LONG);
        require(folded.codePoints().anyMatch(Character::isLetterOrDigit), Fault.BLANK);
        require(!STAR_ELSEWHERE.matcher(folded).find(), Fault.STAR);
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        Matcher part = PART.matcher(folded.replace("*", ""));
        while (part.find()) {
            (part.group(1) == null ? words : phrases)
                    .add(part.group().replace("\"", "").strip());
        }
        return new SearchWords(words, phrases);
    }

    /** As one text: what a name is that they are the whole of. */
    String joined() {
        return String.join(" ", phrases.isEmpty() ? words : phrases).strip();
    }

    private static void require(boolean good, Fault fault) {
        if (!good) {
            throw new FaultException(fault);
        }
    }
}
