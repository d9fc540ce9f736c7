package org.zhice.loader.extract.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a quantity among those that follow 分别 in its clause.
 *
 * @param word where 分别 stands
 * @param place from 0
 * @param count how many there are
 */
record Respectively(int word, int place, int count) {
    private static final Pattern WORD = Pattern.compile("分别|依次|各(?=[增下上减])");
    private static final String ENDS = "，。；\n";

    /** Null where no such word governs the statement. */
    static Respectively of(String text, Statement statement, List<Quantity> quantities) {
        int start = statement.quantity().start();
        Matcher words = WORD.matcher(text).region(statement.sentence(), start);
        int word = -1;
        while (words.find()) {
            word = words.start();
        }
        if (word < 0) {
            return null;
        }
        int from = word;
        int end = end(text, from);
        List<Quantity> after = quantities.stream()
                .filter(quantity -> quantity.start() > from && quantity.start() < end)
                .toList();
        int place = after.indexOf(statement.quantity());
        return place < 0 ? null : new Respectively(word, place, after.size());
    }

    private static int end(String text, int at) {
        int end = at;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
