package org.zhice.loader.extract.figure;

import java.math.BigDecimal;
import org.zhice.loader.extract.figure.number.Numerals;

/**
 * A number with its unit and bound.
 *
 * @param start first character, with the bound
 * @param end one past the last, with unit and bound
 * @param number where its digits begin
 * @param bound exact, more-than, at-least, nearly, about or at-most
 */
record Quantity(
        int start, int end, int number, BigDecimal value, BigDecimal step, Unit unit, String bound, boolean inWords) {
    Quantity {
        value = Numerals.plain(value);
        step = Numerals.plain(step);
    }

    Quantity negated() {
        return new Quantity(start, end, number, value.negate(), step, unit, bound, inWords);
    }
}
