package org.zhice.store.find;

import java.util.Set;

/** How much two names are alike that are not the same; each measure is a share, from 0 to 1. */
final class NameSimilarity {
    /** For everything but the very same name. */
    private static final double MOST = 0.99;

    private static final double ONE_WITHOUT_NUMBER = 0.95;
    private static final double OTHER_NUMBER = 0.7;
    private static final double WITH_GAPS = 0.9;
    private static final int LEAST_WITH_GAPS = 3;

    private NameSimilarity() {}

    /**
     * The greatest of the measures, less if the numbers differ.
     *
     * @param common the share of features that the names have in common, by weight
     */
    static double of(NameKey one, NameKey other, double common) {
        double alike = Math.max(common, Math.max(letters(one.core(), other.core()), part(one.core(), other.core())));
        return Math.min(MOST, alike) * numbers(one.numbers(), other.numbers());
    }

    private static double numbers(Set<String> one, Set<String> other) {
        if (one.equals(other)) {
            return 1;
        }
        return one.containsAll(other) || other.containsAll(one) ? ONE_WITHOUT_NUMBER : OTHER_NUMBER;
    }

    /** Any two names have some letters in common: it says something from the half on. */
    private static double letters(String one, String other) {
        double share = edit(one, other);
        return share > 0.5 ? share : 0;
    }

    /** The letters that stay, of those of the longer name, if one is turned into the other (Levenshtein). */
    private static double edit(String one, String other) {
        int[] from = one.codePoints().toArray();
        int[] to = other.codePoints().toArray();
        int[] row = new int[to.length + 1];
        for (int i = 1; i <= to.length; i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length; i++) {
            step(row, i, from[i - 1], to);
        }
        return 1 - (double) row[to.length] / Math.max(1, Math.max(from.length, to.length));
    }

    private static void step(int[] row, int line, int character, int[] to) {
        int diagonal = row[0];
        row[0] = line;
        for (int i = 1; i <= to.length; i++) {
            int replaced = diagonal + (character == to[i - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = Math.min(replaced, 1 + Math.min(row[i], row[i - 1]));
        }
    }

    /** For a name that stands within the other: the root of its share of it. A Chinese short form has gaps. */
    private static double part(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        double share = Math.sqrt((double) shorter.length() / Math.max(1, longer.length()));
        if (isWithin(shorter, longer)) {
            return share;
        }
        return hasGaps(shorter, longer) ? WITH_GAPS * share : 0;
    }

    /** Latin words count whole. */
    private static boolean isWithin(String shorter, String longer) {
        return isHan(shorter) ? longer.contains(shorter) : (" " + longer + " ").contains(" " + shorter + " ");
    }

    private static boolean hasGaps(String shorter, String longer) {
        int[] wanted = shorter.codePoints().toArray();
        int found = 0;
        for (int character : longer.codePoints().toArray()) {
            found += found < wanted.length && wanted[found] == character ? 1 : 0;
        }
        return isHan(shorter) && wanted.length >= LEAST_WITH_GAPS && found == wanted.length;
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
