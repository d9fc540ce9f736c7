package org.zhice.loader.extract.clean.word;

import com.huaban.analysis.jieba.WordDictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words, simplified, and how much each costs: ten times the negative logarithm of its share of running text, so the
 * rarer, the more. The common ones come from the dictionary that jieba-analysis carries, and what it lacks from {@code
 * words.tsv}. They are read when a text first needs them, and then kept: half a second and seven megabytes.
 */
final class WordCosts {
    private static final String DICTIONARY = "/dict.txt";
    private static final int LEAST_COUNT = 20;
    /** A word of one character fits nearly everywhere and says little. */
    private static final int ALONE = 10;

    private static final int FREQUENT = 110;

    private final Map<Character, List<Word>> byFirst;

    private WordCosts(Map<Character, List<Word>> byFirst) {
        this.byFirst = byFirst;
    }

    /** Characters that stand together, and what they cost. */
    record Word(String form, int cost) {
        private char first() {
            return form.charAt(0);
        }
    }

    /** Read on first use. */
    private static final class Common {
        private static final WordCosts WORDS =
                new WordCosts(Stream.concat(dictionary(), own()).collect(Collectors.groupingBy(Word::first)));
    }

    /** The words of every text. */
    static WordCosts common() {
        return Common.WORDS;
    }

    /** These words and some more; of a word that is among both, the lower cost counts. */
    WordCosts with(List<Word> more) {
        Map<Character, List<Word>> all = new HashMap<>(byFirst);
        more.stream()
                .collect(Collectors.groupingBy(Word::first))
                .forEach((first, words) -> all.merge(first, words, WordCosts::joined));
        return new WordCosts(all);
    }

    private static List<Word> joined(List<Word> some, List<Word> more) {
        List<Word> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    List<Word> beginningWith(char first) {
        return byFirst.getOrDefault(first, List.of());
    }

    /** Whether a word is in everyday use. */
    boolean isFrequent(String form) {
        return beginningWith(form.charAt(0)).stream()
                .anyMatch(word -> word.cost() <= FREQUENT && word.form().equals(form));
    }

    private static Stream<Word> own() {
        return Resource.rows(WordCosts.class, "words.tsv").stream()
                .map(row -> new Word(row.get(0), Integer.parseInt(row.get(1))));
    }

    /** The words of the dictionary that are not rare; a line of it holds a word, its count and its part of speech. */
    private static Stream<Word> dictionary() {
        Map<String, Integer> counts = new HashMap<>();
        long all = 0;
        try (InputStream in = WordDictionary.class.getResourceAsStream(DICTIONARY);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                int count = Integer.parseInt(line, blank + 1, line.indexOf(' ', blank + 1), 10);
                all += count;
                if (count >= LEAST_COUNT) {
                    counts.put(line.substring(0, blank), count);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double total = all;
        return counts.entrySet().stream()
                .map(entry -> new Word(entry.getKey(), cost(entry.getKey(), entry.getValue() / total)));
    }

    private static int cost(String form, double share) {
        return cost(share) + (form.length() == 1 ? ALONE : 0);
    }

    /** What a word costs that makes up such a share of a text. */
    static int cost(double share) {
        return (int) Math.round(-10 * Math.log(share));
    }
}
