package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;
import org.zhice.loader.extract.clean.word.Words;

/**
 * Removes blanks inside Chinese text. One between two Chinese characters of a title in 《》 or of the lines before the
 * first number stays, unless a word reaches over it: some titles are printed with a blank. In a text that is full of
 * blanks none means anything. One before a label of duties parts them, and becomes a semicolon.
 */
final class Spaces implements Repair {
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern MANY = Pattern.compile("[\\u4E00-\\u9FFF] +[\\u4E00-\\u9FFF]");
    private static final Pattern LABELLED =
            Pattern.compile("(?:" + DutyForm.LABEL + "|(?:完成|办结|实施)?(?:时限|时间|期限)) ?[:：]");
    private static final int OFTEN = 5;
    private static final int HEADLINE = 200;
    private static final int TITLE = 80;

    private final Words words;

    Spaces(Words words) {
        this.words = words;
    }

    @Override
    public List<Edit> edits(String text) {
        List<Marker> markers = Markers.find(text);
        int head = markers.isEmpty() ? text.length() : markers.get(0).start();
        boolean many = MANY.matcher(text)
                        .region(head, text.length())
                        .results()
                        .limit(OFTEN)
                        .count()
                == OFTEN;
        List<Edit> edits = new ArrayList<>();
        Matcher blanks = BLANKS.matcher(text);
        while (blanks.find()) {
            String with = between(text, blanks.start(), blanks.end(), head, many);
            if (!with.equals(blanks.group())) {
                edits.add(new Edit(Damage.Kind.SPACE, blanks.start(), blanks.end(), with));
            }
        }
        return edits;
    }

    private String between(String text, int from, int to, int head, boolean many) {
        if (from == 0 || to == text.length()) {
            return "";
        }
        char before = text.charAt(from - 1);
        char after = text.charAt(to);
        if (isHan(before) && LABELLED.matcher(text).region(to, text.length()).lookingAt()) {
            return "；";
        }
        if (isLatin(before) && isLatin(after)) {
            return " ";
        }
        if (!isHan(before) || !isHan(after)) {
            return "";
        }
        if (!many && partsAgencies(text, from, to)) {
            return " ";
        }
        boolean headline = from < head && inHeadline(text, from);
        boolean free = headline || (!many && inTitle(text, from));
        return free && !words.seam(left(text, from), right(text, to)) ? " " : "";
    }

    /** Whether a blank stands between two agencies of a duty. */
    private static boolean partsAgencies(String text, int from, int to) {
        if ("部委局院会署厅办行府".indexOf(text.charAt(from - 1)) < 0 || "省市县区州各国中最".indexOf(text.charAt(to)) < 0) {
            return false;
        }
        for (int i = from - 1; i >= Math.max(0, from - TITLE); i--) {
            char c = text.charAt(i);
            if ("（【〔：。，、\n".indexOf(c) >= 0) {
                return "（【〔：".indexOf(c) >= 0;
            }
        }
        return false;
    }

    private static String left(String text, int from) {
        int start = from;
        while (start > 0 && from - start < 3 && isHan(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, from);
    }

    private static String right(String text, int to) {
        int end = to;
        while (end < text.length() && end - to < 3 && isHan(text.charAt(end))) {
            end++;
        }
        return text.substring(to, end);
    }

    /** Whether a line has no stop: a title, an issuer or a date. */
    private static boolean inHeadline(String text, int at) {
        for (int i = at; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (isStop(text, i) || i > at + HEADLINE) {
                return false;
            }
        }
        for (int i = at; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (isStop(text, i) || i < at - HEADLINE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStop(String text, int at) {
        return text.charAt(at) == '，' || text.charAt(at) == '。';
    }

    private static boolean inTitle(String text, int at) {
        for (int i = at - 1; i >= Math.max(0, at - TITLE); i--) {
            char c = text.charAt(i);
            if (c == '《' || c == '》' || c == '\n') {
                return c == '《';
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    private static boolean isHan(char c) {
        return Character.isIdeographic(c);
    }
}
