package org.zhice.loader.extract.name;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a name begins whose end is known: after the verbs of its clause, or after the name before it in a list. */
final class LeftEdge {
    private static final Pattern JOINT = Pattern.compile("(?:以及|[、和与及暨])$");
    private static final Pattern TAIL = Pattern.compile("(?:建设|工作|培育|创建|活动|等|”|（[^（）]*）)+");
    /** What begins a name: the item before it in a list is another thing. */
    private static final Pattern OPENS = Pattern.compile("国家|全国|第[一二三四五六七八九十百\\d]{1,4}届");

    private static final String STOPS = "，。；：？！《\n ";
    private static final int LONGEST = 60;
    private static final int LONGEST_TITLE = 200;
    private static final int JOINT_LENGTH = 2;

    private final String text;
    private final Set<Integer> ends;

    /** @param ends where names may end, which tells a list of names from a name with 和 in it; grows with {@link #end} */
    LeftEdge(String text, Set<Integer> ends) {
        this.text = text;
        this.ends = ends;
    }

    /** The words of a clause before a place. */
    static String clause(String text, int from, int at) {
        int start = at;
        while (start > from && "，。；\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, at);
    }

    /** Whether a place stands within a title in 《》: what it names is the document. */
    static boolean isInTitle(String text, int from, int at) {
        int first = Math.max(from, at - LONGEST_TITLE);
        int before = at - 1;
        while (before >= first && "《》\n".indexOf(text.charAt(before)) < 0) {
            before--;
        }
        return before >= first && text.charAt(before) == '《';
    }

    /** Notes that a name may end there, or after the words that follow names. */
    void end(int at, int to) {
        ends.add(at);
        Matcher tail = TAIL.matcher(text).region(at, to);
        if (tail.lookingAt()) {
            ends.add(tail.end());
        }
    }

    /**
     * The first character of the name whose last words begin at a place.
     *
     * @param from the start of the task
     */
    int of(int from, int head) {
        int left = listItem(from, head);
        int verbs = verbs(left, head);
        Matcher stop = Forms.STOP
                .matcher(text)
                .region(left, head)
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        while (stop.find()) {
            verbs = stop.end() < head ? Math.max(verbs, stop.end()) : verbs;
        }
        int start = verbs(verbs, head);
        Matcher quantity = Forms.QUANTITY.matcher(text).region(start, head);
        return quantity.lookingAt() ? quantity.end() : start;
    }

    private int verbs(int left, int head) {
        Matcher verbs = Forms.VERBS
                .matcher(text)
                .region(left, head)
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return verbs.lookingAt() ? verbs.end() : left;
    }

    /** The start of the clause or of the item of a list; a title in 《》 and a bracket are no borders. */
    private int listItem(int from, int head) {
        int left = head;
        int depth = 0;
        while (left > from && head - left < LONGEST) {
            char before = text.charAt(left - 1);
            int title = before == '》' ? title(Math.max(from, left - LONGEST_TITLE), left) : -1;
            depth += before == '）' ? 1 : before == '（' ? -1 : 0;
            if (depth < 0 || (depth == 0 && title < from && isBorder(from, left))) {
                return left;
            }
            left = title >= from ? title : left - 1;
        }
        return left;
    }

    /** Where the title begins that ends before a place, or -1. */
    private int title(int from, int to) {
        int at = to - 1;
        while (at >= from && text.charAt(at) != '《') {
            at--;
        }
        return at >= from ? at : -1;
    }

    private boolean isBorder(int from, int at) {
        char before = text.charAt(at - 1);
        if (STOPS.indexOf(before) >= 0 || (before == '的' && !text.startsWith("统一", Math.max(0, at - 3)))) {
            return true;
        }
        if (before == '、' && OPENS.matcher(text).region(at, text.length()).lookingAt()) {
            return true;
        }
        Matcher joint = JOINT.matcher(text).region(Math.max(from, at - JOINT_LENGTH), at);
        return joint.find() && ends.contains(joint.start());
    }
}
