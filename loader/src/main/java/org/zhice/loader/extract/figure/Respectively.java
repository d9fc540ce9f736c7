package org.zhice.loader.extract.figure;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a paragraph, such as 分别, after which several quantities stand in the order of what was named before. */
final class Respectively {
    private static final Pattern WORD = Pattern.compile("分别|依次|各(?=[增下上减])");
    private static final String ENDS = "，。；\n";

    private final String text;
    private final List<Quantity> quantities;
    private final NavigableSet<Integer> words = new TreeSet<>();

    /** @param quantities those of the paragraph */
    Respectively(String text, int from, int to, List<Quantity> quantities) {
        this.text = text;
        this.quantities = quantities;
        Matcher word = WORD.matcher(text).region(from, to);
        while (word.find()) {
            words.add(word.start());
        }
    }

    /**
     * The place of a quantity among those that follow such a word in its clause.
     *
     * @param word where it stands
     * @param place from 0
     * @param count how many there are
     */
    record Place(int word, int place, int count) {}

    /** Null where no such word governs the statement. */
    Place of(Statement statement) {
        Integer word = words.lower(statement.quantity().start());
        if (word == null || word < statement.sentence()) {
            return null;
        }
        int end = end(word);
        List<Quantity> after = quantities.stream()
                .filter(quantity -> quantity.start() > word && quantity.start() < end)
                .toList();
        int place = after.indexOf(statement.quantity());
        return place < 0 ? null : new Place(word, place, after.size());
    }

    private int end(int at) {
        int end = at;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
