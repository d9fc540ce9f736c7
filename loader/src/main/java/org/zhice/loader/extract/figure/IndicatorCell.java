package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A cell of a table as a copy prints it: cells are parted by a line end, a tab, a bar or blanks.
 *
 * @param start first character of the original, in UTF-16 units
 */
record IndicatorCell(int start, int end, String words) {
    private static final String PARTS = "\n\r\t|│ \u3000\u00A0";
    private static final String AFTER = "[*＊①②③]?";
    private static final Pattern NUMBER = Pattern.compile(
            "[\\[［【(（]?[<>≥≤＜＞约超近+\\-−－]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:[%％]|件|个|家|分|万件|亿元|个月)?(?:左右|以上|以内|以下)?[\\]］】)）]?"
                    + AFTER);
    private static final Pattern NOTHING = Pattern.compile("[—–\\-－/·]+");
    private static final Pattern NATURE = Pattern.compile("(?:预期|約束|约束|預期|引导|指导|导向)性(?:指标)?");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,2}[.．、]\\S+");

    /** The cells from a place on, at most as many as asked for. */
    static List<IndicatorCell> from(String text, int at, int most) {
        List<IndicatorCell> cells = new ArrayList<>();
        int start = at;
        while (start < text.length() && cells.size() < most) {
            int end = start;
            while (end < text.length() && PARTS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end > start) {
                cells.add(new IndicatorCell(start, end, text.substring(start, end)));
            }
            start = end + 1;
        }
        return cells;
    }

    boolean isNumber() {
        return NUMBER.matcher(words).matches();
    }

    /** A number, or the mark that there is none. */
    boolean isValue() {
        return isNumber() || NOTHING.matcher(words).matches();
    }

    boolean isNature() {
        return NATURE.matcher(words).matches();
    }

    /** Whether brackets mark the number as a sum over the years. */
    boolean isSum() {
        return words.startsWith("[") || words.startsWith("［");
    }

    /** Whether a new row begins here, as its number tells. */
    boolean isNumbered() {
        return NUMBERED.matcher(words).matches();
    }
}
