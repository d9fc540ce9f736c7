package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.zhice.loader.extract.Lattice.Reading;

/**
 * Repairs places where GBK was read one byte late. A question mark stands for a first byte that was lost, the characters
 * after it are made of second and first bytes, and the slip ends at a second byte that is a Latin letter or sign, or at
 * another lost byte. Pairs that mean nothing in GBK have vanished. The bytes that are left, and common words, tell what
 * stood there; where they do not tell it clearly, the place is reported and left alone.
 */
final class Slips implements Repair {
    private static final String MARKS = "?？\uFFFD";
    private static final int LONGEST = 24;
    private static final int CONTEXT = 3;
    private static final int VANISHED = 27;
    private static final int MARGIN = 20;
    private static final String HALF = ",;:!()";
    private static final String FULL = "，；：！（）";

    private final Lattice lattice = new Lattice(WordCosts.common());
    private final Simplify simplify;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Slips(Simplify simplify) {
        this.simplify = simplify;
    }

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        int at = next(text, 0);
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

    private static char wide(char c) {
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
        String left = lastOf(context(text, at - CONTEXT, at));
        String right = firstOf(context(text, end, end + CONTEXT));
        return known.computeIfAbsent(
                left + '\n' + text.substring(at, end) + '\n' + right,
                key -> repair(left, text.substring(at, end), right));
    }

    /** The characters of a stretch that stand on the same line as the slip. */
    private String context(String text, int from, int to) {
        StringBuilder context = new StringBuilder();
        for (int i = Math.max(0, from); i < Math.min(text.length(), to); i++) {
            context.append(simplify.simplify(wide(text.charAt(i))));
        }
        return context.toString();
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
        for (List<Slot> middle : middles(slip)) {
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

    private static boolean any(int b) {
        return b >= 0x40;
    }

    /** The first byte of a code that GBK leaves to its users. */
    private static boolean lostFirst(int b) {
        return (b >= 0xAA && b <= 0xAF) || b >= 0xF8;
    }

    private static boolean lostSecond(int b) {
        return b >= 0xA1;
    }

    /** What the bytes allow, for no vanished pair, for one and for two at every place. */
    private static List<List<Slot>> middles(String slip) {
        List<IntPredicate> bytes = new ArrayList<>();
        bytes.add(Slips::any);
        for (int i = 1; i < slip.length() - 1; i++) {
            int code = Slot.code(wide(slip.charAt(i)));
            bytes.add(b -> b == code >> 8);
            bytes.add(b -> b == (code & 0xFF));
        }
        char last = slip.charAt(slip.length() - 1);
        bytes.add(MARKS.indexOf(last) >= 0 ? Slips::any : b -> b == last);
        List<List<Slot>> middles = new ArrayList<>();
        middles.add(slots(bytes));
        for (int one = 1; one < bytes.size(); one += 2) {
            List<IntPredicate> longer = withLost(bytes, one);
            middles.add(slots(longer));
            for (int two = one + 2; two < longer.size(); two += 2) {
                middles.add(slots(withLost(longer, two)));
            }
        }
        return middles;
    }

    private static List<IntPredicate> withLost(List<IntPredicate> bytes, int at) {
        List<IntPredicate> longer = new ArrayList<>(bytes);
        longer.add(at, Slips::lostSecond);
        longer.add(at, Slips::lostFirst);
        return longer;
    }

    private static List<Slot> slots(List<IntPredicate> bytes) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i += 2) {
            slots.add(Slot.of(bytes.get(i), bytes.get(i + 1)));
        }
        return slots;
    }
}
