package org.zhice.loader.extract.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.word.Resource;

/** Knows the lines that web pages print around a document: each consists of fields of {@code noise.tsv} and nothing else. */
final class NoiseLine {
    private static final Pattern SAID = of("said");
    private static final Pattern FORM = of("form");
    private static final Pattern TAIL = of("tail");
    private static final Pattern TAIL_WITHIN =
            Pattern.compile("(?:^|[ 。|]) *(?<noise>" + TAIL.pattern() + ")", Pattern.MULTILINE);
    private static final Pattern OWN = of("own");
    private static final Pattern BETWEEN = Pattern.compile("[ \\t|｜丨·•,，;；/（()）【\\[\\]】—-]*");
    private static final Pattern DATE_ALONE = Pattern.compile("[0-9年月日 :：./-]*");
    /** A longer line is no line of a page. */
    static final int LONGEST = 200;

    private static final int LONGEST_LINK = 60;

    private NoiseLine() {}

    private static Pattern of(String kind) {
        return Pattern.compile(Resource.rows(NoiseLine.class, "noise.tsv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .collect(Collectors.joining("|")));
    }

    /** Whether a line is one that pages print; a date alone may be the date of the document. */
    static boolean isKnown(String line) {
        String words = line.strip();
        if (words.isEmpty()
                || words.length() > LONGEST
                || DATE_ALONE.matcher(words).matches()) {
            return false;
        }
        Matcher between = BETWEEN.matcher(words);
        int at = between.lookingAt() ? between.end() : 0;
        while (at < words.length()) {
            int field = fieldAt(words, at);
            if (field == at) {
                return false;
            }
            at = between.region(field, words.length()).lookingAt() ? between.end() : field;
        }
        return true;
    }

    /** Whether a known line would be a part of the document within a document, such as the time or place of an event. */
    static boolean mayBelong(String line) {
        return OWN.matcher(line.strip()).lookingAt();
    }

    /** The end of the field that begins at a place; the place itself if none does. */
    private static int fieldAt(String words, int at) {
        int end = at;
        Matcher form = FORM.matcher(words).region(at, words.length());
        if (form.lookingAt()) {
            end = form.end();
        }
        Matcher said = SAID.matcher(words).region(at, words.length());
        if (said.lookingAt() && said.end() > end && Substance.in(said.group()).isEmpty()) {
            end = said.end();
        }
        return end;
    }

    /** Whether a line begins as those of pages do, or ends in the code that a page shows, whatever else it says. */
    static boolean isLikely(String line) {
        String words = line.strip();
        return words.length() <= LONGEST
                && !DATE_ALONE.matcher(words).matches()
                && (words.endsWith("二维码") || fieldAt(words, 0) > 0 || opensTail(words));
    }

    /** Whether a line at the end of a page may be the words of a link: short, without a stop, and without a figure or duty. */
    static boolean isLink(String line) {
        String words = line.strip();
        return words.length() <= LONGEST_LINK
                && words.indexOf('。') < 0
                && words.indexOf('；') < 0
                && Substance.in(words).filter(kind -> kind != Substance.TITLE).isEmpty();
    }

    /** Whether a line begins with words that open the end of a page. */
    static boolean opensTail(String line) {
        return TAIL.matcher(line.strip()).lookingAt();
    }

    /** Finds the words that open the end of a page, in the group {@code noise}. */
    static Matcher tail(String text, int from, int to) {
        return TAIL_WITHIN.matcher(text).region(from, to).useAnchoringBounds(false);
    }
}
