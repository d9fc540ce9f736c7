package org.zhice.loader.extract.clean.word;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;
import org.zhice.loader.extract.clean.word.Lattice.Reading;
import org.zhice.loader.extract.clean.word.WordCosts.Word;

/**
 * Repairs places where GBK was read one byte late. A question mark stands for a first byte that was lost, the characters
 * after it are made of second and first bytes, and the slip ends at a second byte that is a Latin letter or sign, or at
 * another lost byte. Pairs that mean nothing in GBK have vanished. The bytes that are left, common words and the words of
 * the document tell what stood there; where they do not tell it clearly, the place is reported and left alone.
 */
final class Slips implements Repair {
    static final String MARKS = "?？\uFFFD";
    private static final String STOPS = "。；;\n";
    private static final int LONGEST = 24;
    private static final int CONTEXT = 3;
    private static final int VANISHED = 27;
    private static final int MARGIN = 20;
    private static final String HALF = ",;:!()";
    private static final String FULL = "，；：！（）";

    private final Simplify simplify;
    private final Collection<String> terms;
    private final Map<String, Optional<String>> known = new HashMap<>();
    private Lattice lattice;

    /** @param terms words that the text may hold besides the common ones */
    Slips(Simplify simplify, Collection<String> terms) {
        this.simplify = simplify;
        this.terms = terms;
    }

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        int at = next(text, 0);
        if (at < text.length()) {
            lattice = new Lattice(WordCosts.common().with(phrases(text)));
        }
        while (at < text.length()) {
            int end = endOfSlip(text, at);
            Optional<String> repaired = end < 0 ? Optional.empty() : repair(text, at, end);
            if (repaired.isPresent()) {
                edits.add(new Edit(Damage.Kind.SLIP, at, end, repaired.get()));
            } else if (isDamage(text, at)) {
                edits.add(new Edit(Damage.Kind.UNREPAIRED, at, at + 1, text.substring(at, at + 1)));
            }
            at = next(text, repaired.isPresent() ? end : at + 1);
        }
        return edits;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && MARKS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** One past the sign that ends a slip, or -1 if this is none. */
    private static int endOfSlip(String text, int at) {
        for (int i = at + 1; i < Math.min(text.length(), at + LONGEST); i++) {
            char c = text.charAt(i);
            if (MARKS.indexOf(c) >= 0 || (c >= 0x40 && c < 0x7F)) {
                return i > at + 1 ? i + 1 : -1;
            }
            if (Slot.code(wide(c)) < 0) {
                return -1;
            }
        }
        return -1;
    }

    static char wide(char c) {
        int half = HALF.indexOf(c);
        return half < 0 ? c : FULL.charAt(half);
    }

    /** A question that nobody asks: after a true one a sentence, a quotation, a bracket or a line ends. */
    private static boolean isDamage(String text, int at) {
        if (text.charAt(at) == '\uFFFD') {
            return true;
        }
        boolean inside = at > 0 && at + 1 < text.length() && text.charAt(at - 1) != '\n';
        return inside && " \n\"”’》）)".indexOf(text.charAt(at + 1)) < 0 && !isLatin(text.charAt(at - 1));
    }

    private static boolean isLatin(char c) {
        return c < 0x80;
    }

    private Optional<String> repair(String text, int at, int end) {
        String left = lastOf(plain(text, at - CONTEXT, at));
        String right = firstOf(plain(text, end, end + CONTEXT));
        return known.computeIfAbsent(
                left + '\n' + text.substring(at, end) + '\n' + right,
                key -> repair(left, text.substring(at, end), right));
    }

    /** The words of the document's field, and those that stand in it whole. */
    private List<Word> phrases(String text) {
        Phrases phrases = new Phrases(terms);
        int mark = next(text, 0);
        int end = 0;
        for (int at = 0; at < text.length() && !phrases.isFull(); at = end + 1) {
            end = at;
            while (end < text.length() && STOPS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            mark = mark < at ? next(text, at) : mark;
            if (mark >= end) {
                phrases.add(plain(text, at, end));
            }
        }
        return phrases.words();
    }

    /** A stretch, as far as inside the text, simplified and with full stops and brackets; a NUL is no character of a word. */
    private String plain(String text, int from, int to) {
        StringBuilder plain = new StringBuilder();
        for (int i = Math.max(0, from); i < Math.min(text.length(), to); i++) {
            char c = text.charAt(i);
            plain.append(c == 0 ? ' ' : simplify.simplify(wide(c)));
        }
        return plain.toString();
    }

    private static String lastOf(String context) {
        return context.substring(Math.max(context.lastIndexOf('\n'), context.lastIndexOf(' ')) + 1);
    }

    private static String firstOf(String context) {
        return context.split("[ \n]", 2)[0];
    }

    private Optional<String> repair(String left, String slip, String right) {
        int asPrinted = cost(left + slip + right);
        Reading best = null;
        int second = Integer.MAX_VALUE;
        for (List<Slot> middle : SlipBytes.readings(slip)) {
            List<Slot> slots = new ArrayList<>(known(left));
            slots.addAll(middle);
            slots.addAll(known(right));
            int lost = VANISHED * (middle.size() - (slip.length() - 1));
            for (Reading reading : lattice.best(slots)) {
                Reading paid = new Reading(reading.text(), reading.cost() + lost);
                if (best == null || paid.cost() < best.cost()) {
                    second = best == null || best.text().equals(paid.text()) ? second : best.cost();
                    best = paid;
                } else if (!best.text().equals(paid.text())) {
                    second = Math.min(second, paid.cost());
                }
            }
        }
        if (best == null || best.cost() + MARGIN > Math.min(second, asPrinted)) {
            return Optional.empty();
        }
        return Optional.of(best.text().substring(left.length(), best.text().length() - right.length()));
    }

    private int cost(String text) {
        return lattice.best(known(text)).get(0).cost();
    }

    private static List<Slot> known(String text) {
        List<Slot> slots = new ArrayList<>();
        text.chars().forEach(c -> slots.add(Slot.of((char) c)));
        return slots;
    }
}
