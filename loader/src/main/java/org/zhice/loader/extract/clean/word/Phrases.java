package org.zhice.loader.extract.clean.word;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhice.loader.extract.clean.word.WordCosts.Word;

/**
 * The words of one document: the terms of its field, and every stretch of characters that the terms and the sound
 * sentences of the document use again and again. What was damaged in one place often stands whole in another.
 */
final class Phrases {
    private static final String SIGNS = "（）、，《》“”";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final int OFTEN = 2;
    /** What a term costs, and what a repeated stretch costs more than its share of the text: it may be no word. */
    private static final int TERM = 85;

    private static final int SURCHARGE = 10;
    /** Beyond so many characters a document repeats itself; this bounds time and memory. */
    private static final int ENOUGH = 40_000;

    private final List<Word> terms;
    private final Map<String, Integer> counts = new HashMap<>();
    private int characters;

    Phrases(Collection<String> terms) {
        this.terms = terms.stream()
                .filter(term -> !term.isEmpty())
                .map(term -> new Word(term, TERM))
                .toList();
        terms.forEach(this::add);
    }

    boolean isFull() {
        return characters >= ENOUGH;
    }

    /** Counts a text that is simplified and has no damage. */
    void add(String text) {
        int from = 0;
        for (int to = 0; to <= text.length(); to++) {
            if (to == text.length() || !isPart(text.charAt(to))) {
                count(text, from, to);
                from = to + 1;
            }
        }
    }

    private static boolean isPart(char c) {
        return Character.isIdeographic(c) || SIGNS.indexOf(c) >= 0;
    }

    private void count(String text, int from, int to) {
        characters += to - from;
        for (int start = from; start < to; start++) {
            for (int end = start + SHORTEST; end <= Math.min(to, start + LONGEST); end++) {
                counts.merge(text.substring(start, end), 1, Integer::sum);
            }
        }
    }

    /** All that was found so far. */
    List<Word> words() {
        List<Word> words = new ArrayList<>(terms);
        counts.forEach((form, count) -> {
            if (count >= OFTEN) {
                words.add(new Word(form, SURCHARGE + WordCosts.cost((double) count / characters)));
            }
        });
        return words;
    }
}
