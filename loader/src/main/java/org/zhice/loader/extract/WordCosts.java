package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Common words, simplified, and how much each costs: the rarer, the more. Read once, then only looked at. */
final class WordCosts {
    private static final WordCosts COMMON = new WordCosts(Resource.rows("words.tsv"));

    private static final int FREQUENT = 118;

    /** A word by its first character. */
    record Word(String form, int cost) {}

    private final Map<Character, List<Word>> byFirst = new HashMap<>();

    private WordCosts(List<List<String>> rows) {
        for (List<String> row : rows) {
            Word word = new Word(row.get(0), Integer.parseInt(row.get(1)));
            byFirst.computeIfAbsent(word.form().charAt(0), c -> new ArrayList<>())
                    .add(word);
        }
    }

    static WordCosts common() {
        return COMMON;
    }

    List<Word> beginningWith(char first) {
        return byFirst.getOrDefault(first, List.of());
    }

    /** Whether a word is in everyday use. */
    boolean isFrequent(String form) {
        return beginningWith(form.charAt(0)).stream()
                .anyMatch(word -> word.cost() <= FREQUENT && word.form().equals(form));
    }

    Iterable<Character> firsts() {
        return byFirst.keySet();
    }
}
