package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.Marker.Level;
import org.zhice.loader.extract.clean.table.Signs;

/**
 * What looks like a number that opens a chapter, a section or a task.
 *
 * @param number its value; 0 of the heading of rows of a table, which has none
 * @param within the numbers before the last one of 1.1 or 1.1.1, else empty
 * @param stopped whether a sign such as 、 ends it
 */
record Candidate(Level level, String within, int number, int start, int end, boolean stopped) {
    private static final String NUMERAL = "[一二三四五六七八九十百]{1,4}";
    private static final Pattern CANDIDATE = Pattern.compile(
            Signs.ROW + "(?<row>\\d{1,3}|" + NUMERAL + ")、|(?<outer>" + Signs.OUTER + ")|(?<inner>" + Signs.INNER + ")"
                    + "|第(?<part>" + NUMERAL + ")(?:[章篇编]|部分)"
                    + "|第(?<division>" + NUMERAL + ")节"
                    + "|(?<![\\d.．A-Za-z])(?:(?<subdecimal>\\d{1,2}[.．]\\d{1,2}[.．]\\d{1,2})|(?<decimal>\\d{1,2}[.．]\\d{1,2}))"
                    + "[.．、]?(?= ?[\\u4E00-\\u9FFF“《])"
                    + "|(?<![\\d.A-Za-z])(?<item>\\d{1,3})(?: ?[.．、](?! ?(?!20\\d\\d ?年)[\\d.])|(?= ?[\\u4E00-\\u9FFF“《]))"
                    + "|(?<![\\d.A-Za-z])[（(]? ?(?<subitem>\\d{1,3}) ?[）)]"
                    + "|(?<circled>[\\u2460-\\u2473])"
                    + "|[（(]{1,2} ?(?<section>" + NUMERAL + ") ?[）)](?!》)"
                    + "|(?<chapter>" + NUMERAL + ")(?:、|[.．]| (?=[\\u4E00-\\u9FFF]))");
    private static final String DIGITS = "零一二三四五六七八九";
    private static final char FIRST_CIRCLED = '①';
    private static final Map<Level, String> GROUPS = Map.of(
            Level.PART, "part",
            Level.DIVISION, "division",
            Level.CHAPTER, "chapter",
            Level.SECTION, "section",
            Level.ITEM, "item",
            Level.DECIMAL, "decimal",
            Level.SUBDECIMAL, "subdecimal",
            Level.ROW, "row",
            Level.SUBITEM, "subitem",
            Level.CIRCLED, "circled");

    /** All of a text, in order of place. */
    static List<Candidate> in(String text) {
        List<Candidate> candidates = new ArrayList<>();
        Matcher found = CANDIDATE.matcher(text);
        while (found.find()) {
            candidates.add(of(found, text));
        }
        return candidates;
    }

    private static Candidate of(Matcher found, String text) {
        if (found.group("outer") != null || found.group("inner") != null) {
            Level heading = found.group("outer") != null ? Level.CHAPTER : Level.SECTION;
            return new Candidate(heading, "", 0, found.start(), found.end(), true);
        }
        char last = text.charAt(found.end() - 1);
        boolean stopped = last != ' ' && !Character.isDigit(last);
        for (Level level : Level.values()) {
            String printed = GROUPS.containsKey(level) ? found.group(GROUPS.get(level)) : null;
            if (printed != null) {
                int end = afterBlanks(text, found.end());
                int point = Math.max(printed.lastIndexOf('.'), printed.lastIndexOf('．'));
                String within = printed.substring(0, Math.max(point, 0));
                return new Candidate(
                        level, within, value(printed.substring(point + 1)), found.start(), end, point > 0 || stopped);
            }
        }
        throw new IllegalStateException("a number without a form");
    }

    private static int afterBlanks(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /** The value of a number below 1000 in Western digits, in a circle or in Chinese numerals such as 二十三. */
    private static int value(String printed) {
        char first = printed.charAt(0);
        if (first >= FIRST_CIRCLED && first < FIRST_CIRCLED + 20) {
            return first - FIRST_CIRCLED + 1;
        }
        return Character.isDigit(first) ? Integer.parseInt(printed) : chinese(printed);
    }

    private static int chinese(String printed) {
        int total = 0;
        int digit = 0;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c == '百' || c == '十') {
                total += Math.max(digit, 1) * (c == '百' ? 100 : 10);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return total + digit;
    }
}
