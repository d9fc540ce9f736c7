package org.zhice.loader.extract.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * What follows a number.
 *
 * @param printed as it stands there
 * @param unit QUDT local name
 * @param factor from the printed unit to that one
 */
record Unit(String printed, String unit, BigDecimal factor, Kind kind) {
    /** What sort of thing is measured. */
    enum Kind {
        /** A measure word of things. */
        COUNTER,
        /** Money, share, area, weight. */
        PLAIN,
        /** A length of time. */
        DURATION,
        /** A difference of percentages. */
        POINTS,
        /** Multiples. */
        TIMES,
        /** No unit is printed. */
        BARE,
        /** A place in a ranking. */
        RANK
    }

    static final Unit PERCENT = new Unit("%", "PERCENT", BigDecimal.ONE, Kind.PLAIN);
    static final Unit NONE = new Unit("", "NUM", BigDecimal.ONE, Kind.BARE);
    private static final List<Rule> RULES = Resource.rows(Unit.class, "units.tsv").stream()
            .map(row -> new Rule(
                    Pattern.compile(row.get(0)),
                    row.get(1),
                    new BigDecimal(row.get(2)),
                    Kind.valueOf(row.get(3).toUpperCase(java.util.Locale.ROOT))))
            .toList();

    private record Rule(Pattern printed, String unit, BigDecimal factor, Kind kind) {}

    /**
     * A unit as a table prints it in its own place: 件, 万件, 亿元, %.
     *
     * @param zeros how many zeros 万 and 亿 stand for
     */
    record Measure(Unit unit, int zeros) {
        private static final Pattern TIMES = Pattern.compile("^[千百十]?[万亿]{0,2}(?=.)");

        static Measure of(String printed) {
            Matcher times = TIMES.matcher(printed);
            String multiplier = times.find() ? times.group() : "";
            String rest = printed.substring(multiplier.length());
            Unit known = Unit.at(rest, 0, rest.length());
            Unit unit = known.kind() == Unit.Kind.BARE && !rest.isEmpty()
                    ? new Unit(rest, "NUM", BigDecimal.ONE, Unit.Kind.COUNTER)
                    : known;
            return new Measure(unit, Numerals.zeros(multiplier));
        }
    }

    /** The longest unit that stands at a place; {@link #NONE} if there is none. */
    static Unit at(String text, int at, int to) {
        Unit best = NONE;
        for (Rule rule : RULES) {
            Matcher printed = rule.printed().matcher(text).region(at, to).useTransparentBounds(true);
            if (printed.lookingAt() && printed.end() - at > best.printed().length()) {
                best = new Unit(printed.group(), rule.unit(), rule.factor(), rule.kind());
            }
        }
        return best;
    }

    /** The measure word, or empty. */
    String counter() {
        return kind == Kind.COUNTER || kind == Kind.RANK ? printed : "";
    }
}
