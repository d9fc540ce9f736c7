package org.zhice.loader.extract.figure.number;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.number.Numerals.Numeral;

/** Tells numbers in digits without a unit that measure something, such as ratios and scores, from those that only name. */
public final class BareNumbers {
    private static final Pattern NAMING =
            Pattern.compile("(?:[表图章节条款页号（(A-Za-z#]|附件|专栏|编号|编码|代码|电话|邮编|号码|版本|网址|标准)[:：为]?$");
    private static final Pattern CLOSES = Pattern.compile("[，。；、）\\n和与及]|$|(?:缩小|扩大|降|提|升|上升|下降|增|减)");
    private static final Pattern MEASURED = Pattern.compile("(?:指数|得分|评分|总分|分值|满意度|系数|比值|比率|弹性|强度|密度)(?:约?为|达到?|是)?$"
            + "|(?:(?:达到?|[升降增减缩扩回][\\u4E00-\\u9FFF]?[至到]|增长|增加|提高|提升|上升|下降|降低|减少|合计|共计)了?)$");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}(?:\\.[0-9]{1,2})?");
    private static final Pattern GENERATION = Pattern.compile("[0-9]\\.0");

    private BareNumbers() {}

    /**
     * Whether a number without a unit measures something.
     *
     * @param before the characters before it, without its bound
     */
    public static boolean isQuantity(String text, Numeral numeral, String before) {
        String printed = text.substring(numeral.start(), numeral.end());
        if (before.isBlank()
                || !closes(text, numeral.end())
                || NAMING.matcher(before).find()
                || YEAR.matcher(printed).matches()) {
            return false;
        }
        boolean measured = MEASURED.matcher(before).find();
        boolean fraction = numeral.step().compareTo(BigDecimal.ONE) < 0
                && !GENERATION.matcher(printed).matches();
        return measured || fraction;
    }

    /** Whether a number that ends here ends its phrase. */
    public static boolean closes(String text, int end) {
        return CLOSES.matcher(text).region(end, text.length()).lookingAt();
    }
}
