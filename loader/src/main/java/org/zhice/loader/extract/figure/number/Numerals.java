package org.zhice.loader.extract.figure.number;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers in digits and in words and works them out. Not safe for use by several threads at once. */
public final class Numerals {
    private static final String WORDS = "一二三四五六七八九十百千万亿两零";
    private static final Pattern NUMERAL =
            Pattern.compile("(?<percent>百分之)?(?:(?<sign>(?<![0-9A-Za-z%‰][^，。；、：（(]{0,4})[-−+])?"
                    + "(?<digits>(?<![0-9A-Za-z.×]|[0-9A-Za-z]/)"
                    + "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?)(?<open>[余多来])?(?<times>[千百十]?万?亿|[千百十]?万|千(?![克瓦米伏])|百)?"
                    + "|(?<words>[" + WORDS + "]+(?:点[" + WORDS
                    + "]+)?)(?<wide>[余多来](?<more>[万亿]+)?)?)(?<after>[余多])?");
    private static final Map<Character, Integer> ZEROS = Map.of('十', 1, '百', 2, '千', 3, '万', 4, '亿', 8);

    private final RuleBasedNumberFormat inWords =
            new RuleBasedNumberFormat(ULocale.CHINA, RuleBasedNumberFormat.SPELLOUT);

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
    public record Numeral(
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
        public BigDecimal roughStep() {
            BigDecimal printed = value.divideToIntegralValue(step).stripTrailingZeros();
            boolean round = value.divideToIntegralValue(step).compareTo(HUNDRED) >= 0 && printed.scale() < 0;
            return round ? step.multiply(BigDecimal.ONE.scaleByPowerOfTen(-printed.scale())) : step;
        }
    }

    public List<Numeral> in(String text, int from, int to) {
        List<Numeral> numerals = new ArrayList<>();
        Matcher matcher = NUMERAL.matcher(text).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            Numeral numeral = matcher.group("digits") != null ? digits(matcher) : words(matcher);
            if (numeral != null) {
                numerals.add(numeral);
            }
        }
        return numerals;
    }

    private static Numeral digits(Matcher matcher) {
        BigDecimal size = new BigDecimal(matcher.group("digits").replace(",", ""));
        String sign = matcher.group("sign") == null ? "" : matcher.group("sign");
        BigDecimal printed = sign.isEmpty() || sign.equals("+") ? size : size.negate();
        String times = matcher.group("times") == null ? "" : matcher.group("times");
        boolean percent = matcher.group("percent") != null;
        int zeros = zeros(times);
        boolean open = matcher.group("open") != null || matcher.group("after") != null;
        return new Numeral(
                matcher.start(),
                matcher.end(),
                plain(printed.scaleByPowerOfTen(zeros)),
                plain(BigDecimal.ONE.scaleByPowerOfTen(zeros - printed.scale())),
                false,
                !times.isEmpty(),
                percent,
                open);
    }

    private Numeral words(Matcher matcher) {
        String printed = matcher.group("words").replace('两', '二');
        String spelled = "百千万亿".indexOf(printed.charAt(0)) >= 0 ? "一" + printed : printed;
        ParsePosition position = new ParsePosition(0);
        Number number = inWords.parse(spelled, position);
        if (number == null || position.getIndex() < spelled.length()) {
            return null;
        }
        int zeros = zeros(matcher.group("more") == null ? "" : matcher.group("more"));
        boolean open = matcher.group("wide") != null || matcher.group("after") != null;
        BigDecimal value = new BigDecimal(number.toString()).scaleByPowerOfTen(zeros);
        int last = printed.indexOf('点') >= 0 ? printed.indexOf('点') + 1 - printed.length() : trailing(printed);
        return new Numeral(
                matcher.start(),
                matcher.end(),
                plain(value),
                plain(BigDecimal.ONE.scaleByPowerOfTen(zeros + last)),
                true,
                false,
                matcher.group("percent") != null,
                open);
    }

    /** How many zeros 百, 千, 万 and 亿 stand for. */
    public static int zeros(String times) {
        return times.chars().map(c -> ZEROS.get((char) c)).sum();
    }

    private static int trailing(String printed) {
        int from = printed.length();
        while (from > 0 && ZEROS.containsKey(printed.charAt(from - 1))) {
            from--;
        }
        return zeros(printed.substring(from));
    }

    /** Without zeros after the point, and without an exponent. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
