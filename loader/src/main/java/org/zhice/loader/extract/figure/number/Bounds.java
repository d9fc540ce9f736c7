package org.zhice.loader.extract.figure.number;

import java.util.Comparator;
import java.util.List;
import org.zhice.loader.extract.clean.word.Resource;

/** The words around a number that bound it, as {@code bounds.tsv} lists them. */
public final class Bounds {
    private static final List<Word> WORDS = Resource.rows(Bounds.class, "bounds.tsv").stream()
            .map(row -> new Word(row.get(0), row.get(1), row.get(2)))
            .sorted(Comparator.comparingInt((Word word) -> word.printed().length())
                    .reversed())
            .toList();
    public static final Word NONE = new Word("", "", "");
    private static final String SCALE = "上";

    private Bounds() {}

    /** A word and the bound that it sets; empty where it only belongs to the number. */
    public record Word(String place, String printed, String bound) {
        /** Whether there is such a word. */
        public boolean isPresent() {
            return !printed.isEmpty();
        }
    }

    /** The bound word that ends at a place; 上 is one only before 百, 千 and 万. */
    public static Word before(String text, int from, int at) {
        return WORDS.stream()
                .filter(word -> word.place().equals("before")
                        && at - from >= word.printed().length()
                        && text.startsWith(word.printed(), at - word.printed().length()))
                .filter(word -> !word.printed().equals(SCALE) || "百千万亿".indexOf(text.charAt(at)) >= 0)
                .findFirst()
                .orElse(NONE);
    }

    /** The bound word of a kind that begins at a place. */
    public static Word at(String place, String text, int at, int to) {
        return WORDS.stream()
                .filter(word -> word.place().equals(place)
                        && word.printed().length() <= to - at
                        && text.startsWith(word.printed(), at))
                .findFirst()
                .orElse(NONE);
    }
}
