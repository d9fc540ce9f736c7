package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.DutyForm;

/** Finds the duties that stand without brackets behind a label, in the words of a task or on lines of their own. */
final class LabelledLines {
    private static final String TIME = "(?:(?:完成|办结|实施)?(?:时限|时间|期限)) ?[:：]";
    private static final Pattern NEXT = Pattern.compile("[。；\\s]*(?:" + DutyForm.LABEL + " ?[:：]|" + TIME + ")");
    private static final Pattern WORDS = Pattern.compile("[^。\\n]{1,400}");

    private LabelledLines() {}

    /** The duties in order of place; labels that follow each other belong together. */
    static List<Bracket> in(String text, int from, int to) {
        List<Bracket> found = new ArrayList<>();
        Matcher label = DutyForm.LABELLED.matcher(text).region(from, to);
        int at = from;
        while (at < to && label.region(at, to).find()) {
            at = label.end();
            if (opens(text, from, label.start())) {
                int end = end(text, label.end(), to);
                add(text, label.start(), end, found);
                at = Math.max(end, label.end());
            }
        }
        return found;
    }

    /** Whether a sentence may begin here. */
    private static boolean opens(String text, int from, int at) {
        int before = at;
        while (before > from && text.charAt(before - 1) == ' ') {
            before--;
        }
        return before == from || before < at || "。！？；\n）”".indexOf(text.charAt(before - 1)) >= 0;
    }

    private static int end(String text, int from, int to) {
        int end = wordsEnd(text, from, to);
        Matcher next = NEXT.matcher(text);
        while (end < to && next.region(end, to).lookingAt()) {
            end = wordsEnd(text, next.end(), to);
        }
        return end;
    }

    private static int wordsEnd(String text, int from, int to) {
        Matcher words = WORDS.matcher(text).region(from, to);
        return words.lookingAt() ? words.end() : from;
    }

    /** Where the document ends inside a list, the list is not taken for the whole. */
    private static void add(String text, int start, int end, List<Bracket> found) {
        if (end < text.length()) {
            found.add(new Bracket(start, start, end, end, true));
        }
    }
}
