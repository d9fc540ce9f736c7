package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Drops a table of contents: the short lines under the word 目录 up to where the first of them comes again or a line is
 * no entry, and every row of lines that lead with dots to the number of a page. An entry with a figure, a title or a duty
 * counts only if it comes again.
 */
final class Contents implements Repair {
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n?");
    private static final Pattern TITLE = Pattern.compile("目 *[录次] *");
    private static final Pattern LEADER =
            Pattern.compile(" *\\S.{0,60}?(?:[.．·…‥。・\\-—_]{3,}|…+|\\t| {3,}) *[（(]?\\d{1,3}[）)]? *");
    private static final Pattern NUMBERED = Pattern.compile(
            " *(?:第[一二三四五六七八九十]{1,3}[章节篇编部]|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\\d{1,2}[）)、.．]|附[件录表]|前 *言|引 *言|序 *言|后 *记).{0,40}");
    private static final int LEAST = 3;
    private static final int LONGEST = 80;

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Map<String, Integer> often = new HashMap<>();
        text.lines()
                .map(String::strip)
                .filter(words -> words.length() <= LONGEST)
                .forEach(words -> often.merge(key(words), 1, Integer::sum));
        Matcher line = LINE.matcher(text);
        int from = -1;
        int entries = 0;
        String first = "";
        boolean titled = false;
        while (line.find() && line.end() > line.start()) {
            String words = line.group().strip();
            boolean title = TITLE.matcher(words).matches();
            String entry = key(words);
            boolean again = titled && entries > 0 && entry.equals(first);
            boolean listed = !again
                    && (LEADER.matcher(words).matches() || (titled && isEntry(words, often.getOrDefault(entry, 0))));
            if (title && from < 0) {
                from = line.start();
                titled = true;
            } else if (listed) {
                from = from < 0 ? line.start() : from;
                first = entries == 0 ? entry : first;
                entries++;
            } else if (!words.isEmpty() && from >= 0) {
                drop(from, line.start(), titled, entries, edits);
                from = -1;
                entries = 0;
                titled = false;
            }
        }
        return edits;
    }

    private static boolean isEntry(String words, int often) {
        return NUMBERED.matcher(words).matches()
                && words.indexOf('。') < 0
                && (often > 1 || Substance.in(words).isEmpty());
    }

    /** The words of an entry without blanks, dots and the number of the page. */
    private static String key(String words) {
        return words.replaceAll("[\\s.．·…‥・\\-—_]+[（(]?\\d{0,3}[）)]?$", "")
                .replaceAll("[\\s。：]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static void drop(int from, int to, boolean titled, int entries, List<Edit> edits) {
        if (entries >= (titled ? 1 : LEAST)) {
            edits.add(new Edit(Damage.Kind.NOISE, from, to, ""));
        }
    }
}
