package org.zhice.store.find;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.store.Names;

/**
 * A name as it is compared with others.
 *
 * @param whole folded, without marks and without spaces beside Chinese characters
 * @param core the same without the name of the country, which people add or leave out
 * @param numbers the numbers in it: of two names that are else alike they tell one year from another
 */
record NameKey(String whole, String core, Set<String> numbers) {
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ]");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SPACE_BESIDE_HAN = Pattern.compile("(?<=\\p{IsHan}) | (?=\\p{IsHan})");
    private static final Pattern COUNTRY =
            Pattern.compile("中华人民共和国|\\bof (?:the peoples republic of china|the prc|china)\\b ?");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
    private static final Pattern PART = Pattern.compile("\\p{IsHan}+|[^\\p{IsHan} ]+");
    private static final int TRIGRAM = 3;

    static NameKey of(String name) {
        String folded = APOSTROPHE.matcher(Names.fold(name)).replaceAll("").replace("&", " and ");
        String whole = SPACE_BESIDE_HAN
                .matcher(MARKS.matcher(folded).replaceAll(" ").strip())
                .replaceAll("");
        String core = COUNTRY.matcher(whole).replaceAll("").strip();
        Set<String> numbers =
                NUMBER.matcher(whole).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
        return new NameKey(whole, core.isEmpty() ? whole : core, numbers);
    }

    /** How many characters it has. */
    int length() {
        return whole.codePointCount(0, whole.length());
    }

    /** What names have in common: Chinese characters and pairs of them, words of other scripts and groups of three letters. */
    Set<String> features() {
        Set<String> features = new HashSet<>();
        PART.matcher(core).results().map(MatchResult::group).forEach(part -> {
            if (Character.isIdeographic(part.codePointAt(0))) {
                addGroups(part, 1, features);
                addGroups(part, 2, features);
            } else {
                features.add(part);
                addGroups("^" + part + "$", TRIGRAM, features);
            }
        });
        return features;
    }

    private static void addGroups(String text, int size, Set<String> groups) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i + size <= characters.length; i++) {
            groups.add(new String(characters, i, size));
        }
    }
}
