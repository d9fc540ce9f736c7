package org.zhice.loader.extract.figure;

import java.math.BigDecimal;

/**
 * A number as printed, in digits or in words, without what it counts.
 *
 * @param start first character, in UTF-16 units of the clean text
 * @param end one past the last, with 万 and 亿
 * @param value 万 and 亿 worked out
 * @param step size of one step of the last printed digit
 * @param inWords whether it is printed as 三百 rather than 300
 * @param multiplied whether 万, 亿 and the like follow its digits
 * @param percent whether it is printed as 百分之…
 * @param open whether 余, 多 or 来 stands within it
 */
record Numeral(
        int start,
        int end,
        BigDecimal value,
        BigDecimal step,
        boolean inWords,
        boolean multiplied,
        boolean percent,
        boolean open) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The step of a number that a bound makes a round one: the zeros of 超7000亿 tell nothing. */
    BigDecimal roughStep() {
        BigDecimal printed = value.divideToIntegralValue(step).stripTrailingZeros();
        boolean round = value.divideToIntegralValue(step).compareTo(HUNDRED) >= 0 && printed.scale() < 0;
        return round ? step.multiply(BigDecimal.ONE.scaleByPowerOfTen(-printed.scale())) : step;
    }
}
