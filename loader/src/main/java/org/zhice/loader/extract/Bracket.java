package org.zhice.loader.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bracket at the end of a task that names who is responsible.
 *
 * @param start the opening bracket
 * @param contentStart first character inside
 * @param contentEnd one past the last inside
 * @param end one past the closing bracket
 * @param whole whether both brackets are there
 */
record Bracket(int start, int contentStart, int contentEnd, int end, boolean whole) {
    private static final int LONGEST = 400;
    private static final Pattern DUTY = Pattern.compile("负责|牵头|责任(?:单位|部门)|配合(?:单位|部门)|承担|会同");
    private static final Pattern BODY =
            Pattern.compile("(?:[^、，；：。（）]{1,20}" + "(?:部|委|局|院|会|署|厅|办|行|社|科协|人民政府|办公室|单位|部门)(?:[、，]|$))+");
    private static final Pattern REST = Pattern.compile("[。；）\\s]*(?:$|\\n|上述|以上|(?:完成|实施)?时[限间]|20\\d\\d年|持续|长期)");

    /** The last duty bracket of a stretch of text that nothing but a stop, a deadline or a new paragraph follows. */
    static Optional<Bracket> lastIn(String text, int from, int to) {
        int at = to;
        while (at > from) {
            int close = text.lastIndexOf('）', at - 1);
            int open = text.lastIndexOf('（', at - 1);
            if (Math.max(close, open) < from) {
                return Optional.empty();
            }
            Bracket bracket = close > open ? closed(text, from, close) : unclosed(text, open, to);
            if (bracket.isDuty(text) && bracket.isLast(text, to)) {
                return Optional.of(bracket);
            }
            at = bracket.start();
        }
        return Optional.empty();
    }

    private static Bracket closed(String text, int from, int close) {
        int depth = 0;
        int stop = close;
        for (int i = close; i >= Math.max(from, close - LONGEST); i--) {
            char c = text.charAt(i);
            depth += c == '）' ? 1 : c == '（' ? -1 : 0;
            if (depth == 0) {
                return new Bracket(i, i + 1, close, close + 1, true);
            }
            if (c == '。' && depth == 1 && stop == close && i < close - 1) {
                stop = i + 1;
            }
        }
        int start = stop == close ? Math.max(from, close - 1) : stop;
        return new Bracket(start, start, close, close + 1, false);
    }

    private static Bracket unclosed(String text, int open, int to) {
        int line = text.indexOf('\n', open);
        int end = line < 0 || line > to ? to : line;
        while (end > open + 1 && "。； ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Bracket(open, open + 1, end, end, false);
    }

    private boolean isDuty(String text) {
        if (contentEnd <= contentStart || contentEnd - contentStart > LONGEST) {
            return false;
        }
        Matcher duty = DUTY.matcher(text).region(contentStart, contentEnd);
        return duty.find()
                || BODY.matcher(text).region(contentStart, contentEnd).matches();
    }

    private boolean isLast(String text, int to) {
        return REST.matcher(text).region(end, to).lookingAt();
    }
}
