package org.zhice.loader.extract.clean;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * What words hold of which a row could be made, so that they may not be lost without a word. The patterns stand in
 * {@code substance.tsv}.
 */
public enum Substance {
    /** A title in 《》. */
    TITLE,
    /** A word that assigns a duty, such as 牵头. */
    DUTY,
    /** A number that is no date, ordinal or number of a document. */
    FIGURE;

    private static final Pattern OTHER = of("other");
    private final Pattern pattern = of(word());

    private static Pattern of(String kind) {
        return Pattern.compile(Resource.rows(Substance.class, "substance.tsv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .collect(Collectors.joining("|")));
    }

    /** Its name in a doubt. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first that words hold, as they were copied or repaired. */
    public static Optional<Substance> in(String words) {
        return Stream.of(values()).filter(kind -> kind.isIn(words)).findFirst();
    }

    private boolean isIn(String words) {
        String searched = this == FIGURE ? OTHER.matcher(words).replaceAll(" ") : words;
        return pattern.matcher(searched).find();
    }
}
