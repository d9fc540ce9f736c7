package org.zhice.server.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Optional;

/** Numbers as people read them. */
public final class Numbers {
    /** Digits are grouped from here on: a smaller number may be a year. */
    private static final BigDecimal GROUPED = BigDecimal.valueOf(10_000);

    /** A round number has at most so many digits behind the point of its unit: 17.25万 has, while 17.2513万 is easier to read in digits. */
    private static final int ROUND = 2;

    /** So many that each double is shown in digits. */
    private static final int DIGITS = 400;

    private Numbers() {}

    /**
     * A number without the zeros that only its type adds, in digits, or in Chinese with 万 or 亿 if it is a round one. Nothing
     * is rounded; what is no number stays as it is.
     */
    public static String show(String number, Language language) {
        return value(number)
                .map(value -> value.abs().compareTo(GROUPED) < 0 ? value.toPlainString() : large(value, language))
                .orElse(number);
    }

    /** The same in digits alone, for programs. */
    public static String plain(String number) {
        return value(number).map(BigDecimal::toPlainString).orElse(number);
    }

    /** Nothing for what is no number, and for 1E1000000, which nobody wants to see in digits. */
    private static Optional<BigDecimal> value(String number) {
        try {
            BigDecimal value = new BigDecimal(number).stripTrailingZeros();
            return Optional.of(value).filter(some -> Math.abs(some.scale()) <= DIGITS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As above. */
    public static String show(long number, Language language) {
        return show(Long.toString(number), language);
    }

    /** A share from 0 to 1 in per cent with one digit, rounded down: 100% is the whole. Empty if there is none. */
    public static String percent(String share, Language language) {
        if (share.isEmpty()) {
            return "";
        }
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(new BigDecimal(share));
    }

    private static String large(BigDecimal value, Language language) {
        BigDecimal hundredMillions = value.movePointLeft(8).stripTrailingZeros();
        BigDecimal tenThousands = value.movePointLeft(4).stripTrailingZeros();
        if (language == Language.ZH
                && hundredMillions.abs().compareTo(BigDecimal.ONE) >= 0
                && isRound(hundredMillions)) {
            return grouped(hundredMillions, language) + "亿";
        }
        return language == Language.ZH && isRound(tenThousands)
                ? grouped(tenThousands, language) + "万"
                : grouped(value, language);
    }

    private static boolean isRound(BigDecimal counted) {
        return counted.scale() <= ROUND;
    }

    private static String grouped(BigDecimal value, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        format.setGroupingUsed(value.abs().compareTo(GROUPED) >= 0);
        return format.format(value);
    }
}
