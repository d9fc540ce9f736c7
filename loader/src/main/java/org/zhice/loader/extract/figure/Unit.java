package org.zhice.loader.extract.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.figure.number.Numerals;

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
        /** A measure of things or work that has no name of its own in QUDT, or that is not known: the word is kept. */
        UNNAMED,
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
        RANK,
        /** Not a unit: what follows makes the number the name of something, as in 12315热线. */
        NOTHING
    }

    static final Unit PERCENT = new Unit("%", "PERCENT", BigDecimal.ONE, Kind.PLAIN);
    static final Unit NONE = new Unit("", "NUM", BigDecimal.ONE, Kind.BARE);
    /** By the character that what is printed begins with. */
    private static final Map<Character, List<Rule>> RULES = Resource.rows(Unit.class, "units.tsv").stream()
            .map(row -> new Rule(
                    Pattern.compile(row.get(0)),
                    row.get(1),
                    new BigDecimal(row.get(2)),
                    Kind.valueOf(row.get(3).toUpperCase(Locale.ROOT))))
            .collect(Collectors.groupingBy(rule -> rule.printed().pattern().charAt(0)));

    /** 元/吨, 件/万人. */
    private static final Pattern RATE = Pattern.compile("/[\\u4E00-\\u9FFF]{1,4}(?![\\u4E00-\\u9FFF])");
    /** What ends its clause after a number counts something: 320榭. */
    private static final Pattern MEASURE =
            Pattern.compile("(?![年月日号时])[\\u4E00-\\u9FFF]{1,2}(?=[，。；、）\\n]|$)(?<![上下内外左右多余来间中后前年月日时分等起者倍成家])");

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

    /** The known unit that stands at a place, alone or as a rate; {@link #NONE} if there is none. */
    static Unit at(String text, int at, int to) {
        Unit known = known(text, at, to);
        Matcher rate =
                RATE.matcher(text).region(Math.min(to, at + known.printed().length()), to);
        boolean measures = known.kind() != Kind.NOTHING && known.kind() != Kind.BARE;
        return measures && rate.lookingAt() ? unnamed(known.printed() + rate.group()) : known;
    }

    /** What counts things by its place alone: at most so many characters between a number and the end of its clause. */
    static Unit byForm(String text, int at, int to, int longest) {
        Matcher measure = MEASURE.matcher(text).region(at, to).useTransparentBounds(true);
        return measure.lookingAt() && measure.group().length() <= longest ? unnamed(measure.group()) : NONE;
    }

    private static Unit unnamed(String printed) {
        return new Unit(printed, "NUM", BigDecimal.ONE, Kind.UNNAMED);
    }

    private static Unit known(String text, int at, int to) {
        Unit best = NONE;
        for (Rule rule : at < to ? RULES.getOrDefault(text.charAt(at), List.of()) : List.<Rule>of()) {
            Matcher printed = rule.printed().matcher(text).region(at, to).useTransparentBounds(true);
            if (printed.lookingAt() && printed.end() - at > best.printed().length()) {
                best = new Unit(printed.group(), rule.unit(), rule.factor(), rule.kind());
            }
        }
        return best;
    }

    /** The measure word, or empty. */
    String counter() {
        return isCounter() || kind == Kind.RANK ? printed : "";
    }

    /** The kind of metric that is measured so. */
    String metricKind(boolean stock, String noun) {
        if (Cues.INDEX.matcher(noun).find()) {
            return "score";
        }
        return switch (kind) {
            case DURATION -> "duration";
            case RANK -> "ranking";
            case POINTS, TIMES -> "ratio";
            default -> unit.equals("PERCENT") ? "ratio" : stock ? "stock" : "flow";
        };
    }

    /** Whether it counts things. */
    boolean isCounter() {
        return kind == Kind.COUNTER || kind == Kind.UNNAMED;
    }
}
