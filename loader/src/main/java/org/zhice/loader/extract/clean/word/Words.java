package org.zhice.loader.extract.clean.word;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.List;
import org.zhice.loader.extract.clean.draft.Repair;

/** Knows Chinese words by the dictionary of ICU. Not safe for use by several threads at once. */
public final class Words {
    private static final int LONGEST = 3;
    private static final int CONTEXT = 8;

    private final BreakIterator iterator = BreakIterator.getWordInstance(ULocale.SIMPLIFIED_CHINESE);

    /**
     * The repairs that need to know words: of slips of bytes, and of traditional script after it.
     *
     * @param terms words that the text may hold besides the common ones
     */
    public static List<Repair> repairs(Collection<String> terms) {
        Simplify simplify = new Simplify();
        return List.of(new Slips(simplify, terms), simplify);
    }

    /** Whether the characters are one word. */
    public boolean isWord(String characters) {
        return characters.length() > 1 && count(characters) == 1;
    }

    /** Whether some word reaches over the seam of two pieces. */
    public boolean seam(String left, String right) {
        for (int l = 1; l <= Math.min(LONGEST, left.length()); l++) {
            for (int r = 1; r <= Math.min(LONGEST, right.length()); r++) {
                if (isWord(left.substring(left.length() - l) + right.substring(0, r))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * How many characters at the beginning of {@code right} only repeat the end of {@code left}: 科|科技 has one, 人|人
     * none, for 人人 is a word.
     */
    public int doubled(String left, String right) {
        for (int n = Math.min(LONGEST, Math.min(left.length(), right.length())); n > 0; n--) {
            String end = left.substring(left.length() - n);
            if (right.startsWith(end) && isHan(end) && (n > 1 || isSlip(left, right))) {
                return n;
            }
        }
        return 0;
    }

    /** A character printed twice is left over where it belongs to no word on one of the two sides. */
    private boolean isSlip(String left, String right) {
        String pair = left.substring(left.length() - 1) + right.charAt(0);
        boolean frequent = WordCosts.common().isFrequent(pair);
        return !frequent && (lastWord(left) == 1 || firstWord(right) == 1);
    }

    private int lastWord(String characters) {
        iterator.setText(characters);
        return characters.length() - iterator.preceding(characters.length());
    }

    private int firstWord(String characters) {
        iterator.setText(characters.substring(0, Math.min(CONTEXT, characters.length())));
        return iterator.following(0);
    }

    private static boolean isHan(String characters) {
        return characters.codePoints().allMatch(Character::isIdeographic);
    }

    private int count(String characters) {
        iterator.setText(characters);
        int words = 0;
        while (iterator.next() != BreakIterator.DONE) {
            words++;
        }
        return words;
    }
}
