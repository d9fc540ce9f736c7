package org.zhice.loader.extract.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.Unit.Kind;
import org.zhice.loader.extract.figure.number.BareNumbers;
import org.zhice.loader.extract.figure.number.Bounds;
import org.zhice.loader.extract.figure.number.Bounds.Word;
import org.zhice.loader.extract.figure.number.Numerals;
import org.zhice.loader.extract.figure.number.Numerals.Numeral;

/**
 * Finds the numbers of a paragraph that are quantities. One in digits needs a unit, 万 or 亿, or a word such as 得分 before
 * it; one in words needs more: a bound, a change, or another quantity right after it.
 */
final class Quantities {
    private static final Pattern ORDER = Pattern.compile("(?:[第前]|[参详]见|见附?[件表图])$");
    private static final Pattern VAGUE = Pattern.compile("[数几每百千万亿零点]$");
    private static final Pattern CHANGE =
            Pattern.compile("(?:增长|增加|提高|提升|扩大|下降|减少|翻|达到?|增至|[升降压缩扩延]\\S{0,2}至|为|从|由)了?$");
    private static final Pattern BASE = Pattern.compile("(?:由|从)[^，。；]{0,12}$");
    private static final Pattern JOINT = Pattern.compile("(?:[、和与及]|以及|[—–\\-－~～至到]+)");
    private static final Pattern DEADLINE = Pattern.compile("(?<!控制|稳定|保持|维持|压减|压缩)[在于]$");
    private static final String BOUND_IN_WORDS = "百千万亿";
    /** Lengths of time that are set to act within: 30日内, 24小时以内. */
    private static final Set<String> SHORT_TERMS = Set.of("MIN", "HR", "DAY");

    private static final int BEFORE = 16;
    private static final int SENTENCE = 60;

    private final Numerals numerals = new Numerals();

    /**
     * The quantities of a paragraph.
     *
     * @param blocked what is no quantity: times, titles, names, numbering
     */
    List<Quantity> in(String text, int from, int to, BitSet blocked) {
        List<Quantity> quantities = new ArrayList<>();
        List<Numeral> found = numerals.in(text, from, to);
        Unit[] units = new Unit[found.size()];
        Unit shared = Unit.NONE;
        int next = -1;
        for (int i = found.size() - 1; i >= 0; i--) {
            Numeral numeral = found.get(i);
            units[i] = unit(text, numeral, to);
            boolean joint = next > numeral.end()
                    && JOINT.matcher(text.substring(numeral.end(), next)).matches();
            if (units[i].kind() == Kind.BARE && joint && !numeral.inWords() && shared.kind() != Kind.NOTHING) {
                units[i] = new Unit("", shared.unit(), shared.factor(), shared.kind());
            }
            shared = units[i];
            next = numeral.start();
        }
        for (int i = 0; i < found.size(); i++) {
            Numeral numeral = found.get(i);
            Numeral after = i + 1 < found.size() ? found.get(i + 1) : null;
            boolean free = quantities.isEmpty()
                    || quantities.get(quantities.size() - 1).end() <= numeral.start();
            if (free && blocked.get(numeral.start(), numeral.end()).isEmpty()) {
                Quantity quantity = quantity(text, from, to, numeral, units[i], after);
                if (quantity != null) {
                    quantities.add(quantity);
                }
            }
        }
        return quantities;
    }

    private static Unit unit(String text, Numeral numeral, int to) {
        Unit known = Unit.at(text, numeral.end(), to);
        return known.kind() != Kind.BARE || numeral.inWords()
                ? known
                : Unit.byForm(text, numeral.end(), to, numeral.multiplied() ? 1 : 2);
    }

    private static Quantity quantity(String text, int from, int to, Numeral numeral, Unit printed, Numeral after) {
        String before = text.substring(Math.max(from, numeral.start() - BEFORE), numeral.start());
        if (ORDER.matcher(before).find()) {
            return before.endsWith("第") ? rank(text, numeral, before) : null;
        }
        Unit unit = numeral.percent() && printed.kind() == Kind.BARE
                ? new Unit("", "PERCENT", BigDecimal.ONE, Kind.PLAIN)
                : printed;
        int end = numeral.end() + unit.printed().length();
        Word left = Bounds.before(text, from, numeral.start());
        Word inside = Bounds.at("inside", text, end, to);
        boolean open = numeral.open() || (unit.kind() != Kind.BARE && inside.isPresent() && !isWordOf(text, end));
        int close = open && !numeral.open() ? end + inside.printed().length() : end;
        Word right = Bounds.at("after", text, close, to);
        boolean bounded = left.isPresent() || open || right.isPresent();
        String rest = before.substring(
                0, before.length() - Math.min(before.length(), left.printed().length()));
        boolean within = right.bound().equals("at-most") && !numeral.inWords() && SHORT_TERMS.contains(unit.unit());
        if (right.bound().equals("at-most") && !within && DEADLINE.matcher(rest).find()) {
            return null;
        }
        boolean band = right.bound().matches("at-least|at-most")
                && !left.isPresent()
                && isBand(text, numeral, unit, rest, close + right.printed().length());
        if (band) {
            return null;
        }
        boolean quantity = numeral.inWords()
                ? inWords(text, numeral, unit, rest, bounded, after)
                : inDigits(text, numeral, unit, rest, bounded);
        if (!quantity
                || (unit.kind() == Kind.DURATION && !within && !isTerm(text, from, numeral, rest + left.printed()))) {
            return null;
        }
        String bound = left.isPresent() ? left.bound() : open ? "more-than" : right.bound();
        boolean rough = left.isPresent() || open;
        Word mark = Bounds.at("mark", text, close + right.printed().length(), to);
        BigDecimal value = unit.printed().equals("番") ? doublings(numeral) : numeral.value();
        return new Quantity(
                numeral.start() - left.printed().length(),
                close + right.printed().length() + mark.printed().length(),
                numeral.start(),
                value.multiply(unit.factor()),
                (rough ? numeral.roughStep() : numeral.step()).multiply(unit.factor()),
                unit,
                bound.isEmpty() ? "exact" : bound,
                numeral.inWords());
    }

    /** Whether a number only parts things by their size: 100万元以上的竹案, 三家以上竹社. */
    private static boolean isBand(String text, Numeral numeral, Unit unit, String before, int end) {
        boolean goes = end < text.length() && Character.isIdeographic(text.charAt(end));
        boolean few = numeral.inWords() && numeral.value().compareTo(BigDecimal.TEN) < 0;
        boolean size = unit.kind() == Kind.PLAIN && !unit.unit().equals("PERCENT");
        return goes
                && (few || size)
                && !CHANGE.matcher(before).find()
                && !Cues.REACHING.matcher(before).find();
    }

    /** Whether a length of time is one that is measured or set: after 为, 至 and the like, or in a clause about a term. */
    private static boolean isTerm(String text, int from, Numeral numeral, String before) {
        int clause = Statement.begin(text, Math.max(from, numeral.start() - SENTENCE), numeral.start(), "，。；\n");
        return numeral.step().compareTo(BigDecimal.ONE) < 0
                || Cues.DURATION.matcher(before).find()
                || Cues.TERM.matcher(text).region(clause, numeral.start()).find();
    }

    /** By how many times something has grown that has doubled so often. */
    private static BigDecimal doublings(Numeral numeral) {
        return BigDecimal.valueOf(2).pow(numeral.value().intValue()).subtract(BigDecimal.ONE);
    }

    /** 多 and 来 after a measure word may begin the next word. */
    private static boolean isWordOf(String text, int at) {
        return "多来".indexOf(text.charAt(at)) >= 0;
    }

    private static Quantity rank(String text, Numeral numeral, String before) {
        int end = numeral.end();
        boolean place = end < text.length() && "位名".indexOf(text.charAt(end)) >= 0;
        boolean closes = !numeral.inWords() && BareNumbers.closes(text, end);
        if (!(place || closes) || !Cues.RANKED.matcher(before).find()) {
            return null;
        }
        Unit unit = new Unit(place ? text.substring(end, end + 1) : "", "NUM", BigDecimal.ONE, Kind.RANK);
        return new Quantity(
                numeral.start() - 1,
                end + unit.printed().length(),
                numeral.start(),
                numeral.value(),
                numeral.step(),
                unit,
                "exact",
                numeral.inWords());
    }

    private static boolean inDigits(String text, Numeral numeral, Unit unit, String before, boolean bounded) {
        if (unit.kind() != Kind.BARE) {
            return unit.kind() != Kind.NOTHING;
        }
        boolean noun = numeral.end() < text.length() && Character.isIdeographic(text.charAt(numeral.end()));
        if (numeral.multiplied()) {
            return true;
        }
        int start = Statement.begin(text, Math.max(0, numeral.start() - SENTENCE), numeral.start(), "。");
        boolean index = Cues.INDEX.matcher(text).region(start, numeral.start()).find();
        boolean reached =
                Cues.REACHING.matcher(before).find() || BASE.matcher(before).find();
        return (index && reached)
                || (numeral.open() && noun)
                || (bounded && index)
                || BareNumbers.isQuantity(text, numeral, before);
    }

    private static boolean inWords(
            String text, Numeral numeral, Unit unit, String before, boolean bounded, Numeral after) {
        if (VAGUE.matcher(before).find()) {
            return false;
        }
        if (numeral.percent()) {
            return true;
        }
        boolean round = numeral.end() - numeral.start() == 1 && numeral.value().compareTo(BigDecimal.TEN) > 0;
        boolean great = numeral.value().compareTo(BigDecimal.TEN) >= 0 && (!round || bounded);
        if (unit.kind() == Kind.NOTHING) {
            return false;
        }
        boolean noun = unit.kind() == Kind.BARE;
        if (noun) {
            char last = text.charAt(numeral.end() - 1);
            return bounded && great && BOUND_IN_WORDS.indexOf(last) >= 0 && isNoun(text, numeral.end());
        }
        if (unit.kind() == Kind.TIMES || unit.kind() == Kind.DURATION || unit.kind() == Kind.PLAIN) {
            return bounded || CHANGE.matcher(before).find();
        }
        boolean chained =
                after != null && after.start() == numeral.end() + unit.printed().length();
        boolean one = numeral.value().compareTo(BigDecimal.ONE) == 0;
        return !one
                && (great
                        || bounded
                        || (chained && !round)
                        || CHANGE.matcher(before).find());
    }

    private static boolean isNoun(String text, int at) {
        return at < text.length() && Character.isIdeographic(text.charAt(at));
    }
}
