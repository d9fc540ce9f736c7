package org.zhice.loader.extract.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.time.Time;
import org.zhice.loader.extract.figure.time.Time.Kind;
import org.zhice.loader.extract.figure.time.Time.Role;

/**
 * A quantity in its sentence.
 *
 * @param words the words of its clause before it
 * @param left the same from the quantity before on, without its bound; of a quantity joined
 *     to the one before, the words before that
 * @param right the words of its clause after it
 * @param sentence where its sentence begins
 * @param time the time that dates it, or null
 * @param own whether that time stands right before it
 * @param base the time that it is compared with, or null
 */
record Statement(
        Quantity quantity,
        String words,
        String left,
        String right,
        int clause,
        int sentence,
        Time time,
        boolean own,
        Time base) {
    private static final String CLAUSE_ENDS = "，；。：！？\n";
    private static final String SENTENCE_ENDS = "。！？\n";
    /** Of a clause that never ends, the words near the quantity. */
    private static final int LONGEST = 120;

    private static final Pattern JOINT = Pattern.compile("[、和与及，]|以及|[—–\\-－~～至到]+");
    private static final Pattern DATED = Pattern.compile("^（(?:截至)?[^（）]{4,12}）");
    private static final Pattern TOUCHING = Pattern.compile("[的约为]?");

    /** Puts a quantity into the sentence of its paragraph, which has these times. */
    static Statement of(String text, int from, int to, Quantity quantity, List<Time> times, Statement before) {
        int clause = begin(text, Math.max(from, quantity.start() - LONGEST), quantity.start(), CLAUSE_ENDS);
        String left = text.substring(clause, quantity.start());
        if (before != null && before.quantity().end() > clause) {
            String between = text.substring(before.quantity().end(), quantity.start());
            left = JOINT.matcher(between).matches() ? before.left() : between;
        }
        int sentence = begin(text, from, quantity.start(), SENTENCE_ENDS);
        int end = quantity.end();
        while (end < Math.min(to, quantity.end() + LONGEST) && CLAUSE_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        Time own = own(text, to, quantity, times);
        Time base = null;
        Time governing = null;
        for (Time time : times) {
            if (time.start() >= quantity.start()) {
                break;
            }
            if (time.role() == Role.BASE) {
                base = time.start() >= clause ? time : base;
            } else if (time.role() != Role.NUMBER && time.kind() != Kind.EVENT && isInReach(time, clause, sentence)) {
                governing = time;
            }
        }
        return new Statement(
                quantity,
                text.substring(clause, quantity.start()),
                left,
                text.substring(quantity.end(), end),
                clause,
                sentence,
                own != null ? own : governing,
                own != null,
                base);
    }

    private static boolean isInReach(Time time, int clause, int sentence) {
        if (time.start() >= clause) {
            return true;
        }
        return time.start() >= sentence && time.role() == Role.SENTENCE;
    }

    /** The time right before the quantity, or in brackets right after it. */
    private static Time own(String text, int to, Quantity quantity, List<Time> times) {
        String after = text.substring(quantity.end(), Math.min(to, quantity.end() + 16));
        boolean dated = DATED.matcher(after).find();
        for (Time time : times) {
            boolean touching = time.end() <= quantity.start()
                    && TOUCHING.matcher(text.substring(time.end(), quantity.start()))
                            .matches();
            boolean bracket = dated && time.start() > quantity.end() && time.start() - quantity.end() <= 3;
            if ((touching && time.role() != Role.BASE) || bracket) {
                return time;
            }
        }
        return null;
    }

    static int begin(String text, int from, int at, String ends) {
        int start = at;
        while (start > from && ends.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    boolean has(Pattern cue) {
        return cue.matcher(left).find();
    }

    /** Whether a cue ends right before the quantity, but for 了 and 达. */
    boolean after(Pattern cue) {
        String words = left.replaceFirst("(?:了|率|幅度?|率?(?:达到?|为|是)|幅度?(?:达到?|为))$", "");
        Matcher matcher = cue.matcher(words);
        boolean ends = false;
        while (matcher.find()) {
            ends = matcher.end() == words.length();
        }
        return ends;
    }
}
