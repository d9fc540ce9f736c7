package org.zhice.loader.extract.figure;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
