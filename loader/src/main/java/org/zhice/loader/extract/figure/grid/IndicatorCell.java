package org.zhice.loader.extract.figure.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a table as a copy prints it: cells are parted by a line end, a tab, a bar or blanks.
 *
 * @param start first character of the original, in UTF-16 units
 */
public record IndicatorCell(int start, int end, String words) {
    private static final String PARTS = "\n\r\t|│ \u3000\u00A0";
    private static final String AFTER = "[*＊①②③]?";
    private static final Pattern IN_LINE =
            Pattern.compile("[ \u3000\u00A0]*[\\t|│][ \u3000\u00A0]*|[ \u3000\u00A0]{2,}");
    private static final Pattern NUMBER = Pattern.compile(
            "[\\[［【(（]?[<>≥≤＜＞约超近+\\-−－]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:[%％]|件|个|家|分|万件|亿元|个月)?(?:左右|以上|以内|以下)?[\\]］】)）]?"
                    + AFTER);
    private static final Pattern NOTHING = Pattern.compile("[—–\\-－/·]+");
    private static final Pattern NATURE = Pattern.compile("(?:预期|約束|约束|預期|引导|指导|导向)性(?:指标)?");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,2}[.．、]\\S+");

    /** The cells from a place on, at most as many as asked for. */
    public static List<IndicatorCell> from(String text, int at, int most) {
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

    /** The cells of a line, which are parted by tabs, bars or two blanks; some may be empty. */
    static List<IndicatorCell> ofLine(String text, int from, int to) {
        List<IndicatorCell> cells = new ArrayList<>();
        Matcher part = IN_LINE.matcher(text).region(from, to);
        int start = from;
        while (part.find()) {
            boolean opens = part.start() == from && !part.group().equals("\t");
            if (!opens) {
                cells.add(stripped(text, start, part.start()));
            }
            start = part.end();
        }
        if (start < to) {
            cells.add(stripped(text, start, to));
        }
        return cells;
    }

    private static IndicatorCell stripped(String text, int from, int to) {
        String words = text.substring(from, to).stripLeading();
        int start = to - words.length();
        return new IndicatorCell(start, start + words.strip().length(), words.strip());
    }

    public boolean isNumber() {
        return NUMBER.matcher(words).matches();
    }

    /** A number, or the mark that there is none. */
    public boolean isValue() {
        return isNumber() || NOTHING.matcher(words).matches();
    }

    public boolean isNature() {
        return NATURE.matcher(words).matches();
    }

    /** Whether brackets mark the number as a sum over the years. */
    public boolean isSum() {
        return words.startsWith("[") || words.startsWith("［");
    }

    /** Whether a new row begins here, as its number tells. */
    public boolean isNumbered() {
        return NUMBERED.matcher(words).matches();
    }
}
