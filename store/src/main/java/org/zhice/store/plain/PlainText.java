package org.zhice.store.plain;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one rule for characters in cells: what looks alike is written alike. Refused is what does not show, what means nothing
 * without its font, and every second code of a character; allowed are full-width signs, which are everyday Chinese, and
 * forms such as ², ① and …, whose plain form would say something else.
 */
public final class PlainText {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final String CODE = "U+%04X";

    /**
     * Zl and Zp part lines as a line feed does, and no reader of CSV knows it. U+FFFC stands where a picture was before a text
     * was copied.
     */
    private static final UnicodeSet UNSEEN =
            new UnicodeSet("[[:Cf:][:Default_Ignorable_Code_Point:][:Zl:][:Zp:]\\u2800\\uFFFC]").freeze();

    private static final UnicodeSet MARKS = new UnicodeSet("[[:Mn:][:Me:]]").freeze();

    private static final UnicodeSet HAN = new UnicodeSet("[:Ideographic:]").freeze();

    private static final UnicodeSet BLANKS = new UnicodeSet("[[:Zs:]-[\\ ]]").freeze();

    private static final UnicodeSet UNASSIGNED = new UnicodeSet("[:Cn:]").freeze();

    private static final UnicodeSet WITH_A_MEANING = new UnicodeSet(
                    "[[:dt=super:][:dt=sub:][:dt=circle:][:dt=fraction:][\\u2100-\\u218F\\u2026]-[:dt=font:]-[:NFC_QC=No:]]")
            .freeze();

    private static final UnicodeSet EVERYDAY =
            new UnicodeSet("[[\\uFF00-\\uFF5E\\uFFE0-\\uFFE6]&[[:P:][:S:]]]").freeze();

    private static final UnicodeSet SHOWN_AS_CODE =
            new UnicodeSet("[[:C:][:M:]\\uFFFD]").addAll(UNSEEN).addAll(BLANKS).freeze();

    private PlainText() {}

    /**
     * What should stand in a text instead of the first thing that is wrong with its characters.
     *
     * @param lines whether it may have line feeds
     * @return in English; none if nothing is wrong
     */
    public static Optional<String> expectedInstead(String text, boolean lines) {
        if (!text.isEmpty() && (isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length())))) {
            return Optional.of("no blanks at the ends");
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == ' ' && text.startsWith("  ", i)) {
                return Optional.of("one blank at a time");
            }
            if (c >= 0x7F || (c < ' ' && !(lines && c == '\n'))) {
                String wanted = i > 0 && isMarkOn(text.codePointBefore(i), c) ? noMark(c) : insteadOf(c);
                if (!wanted.isEmpty()) {
                    return Optional.of(wanted);
                }
            }
        }
        return NFC.isNormalized(text) ? Optional.empty() : Optional.of(composed(text));
    }

    /** A text in which every character that does not show, or shows like another, is written as its code: {@code <U+200B>}. */
    public static String visible(String text) {
        if (text.codePoints().noneMatch(PlainText::needsCode)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(c -> needsCode(c) ? "<" + code(c) + ">" : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean needsCode(int c) {
        return c != ' ' && (SHOWN_AS_CODE.contains(c) || (c >= 0x7F && isSecondCode(c)));
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Chinese has no such characters: whoever sees one takes it for dust. */
    private static boolean isMarkOn(int before, int c) {
        return MARKS.contains(c) && !UNSEEN.contains(c) && HAN.contains(before);
    }

    private static String noMark(int c) {
        return "no mark on a Chinese character (" + code(c) + ")";
    }

    /** Empty if the character may stand. */
    private static String insteadOf(int c) {
        if (c == '\n' || c == '\r') {
            return "a cell of one line, without " + code(c);
        }
        if (BLANKS.contains(c)) {
            return "a plain blank (U+0020) in place of " + code(c);
        }
        if (UNSEEN.contains(c)) {
            return "no character that does not show (" + code(c) + ")";
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> "no control character (" + code(c) + ")";
            case Character.PRIVATE_USE -> "a character that every font has in place of " + code(c);
            case Character.SURROGATE -> "a whole character in place of " + code(c);
            default -> insteadOfSign(c);
        };
    }

    private static String insteadOfSign(int c) {
        if (UNASSIGNED.contains(c)) {
            return "a character that Unicode has in place of " + code(c);
        }
        if (c == 0xFFFD) {
            return "the character that was lost where U+FFFD stands";
        }
        return isSecondCode(c) ? plain(Character.toString(c)) + " in place of " + code(c) : "";
    }

    private static boolean isSecondCode(int c) {
        return isRadical(c) || isCompatibility(c);
    }

    private static boolean isRadical(int c) {
        return Radicals.isOne(c) && Radicals.characters().containsKey(Character.toString(c));
    }

    private static boolean isCompatibility(int c) {
        return !WITH_A_MEANING.contains(c) && !EVERYDAY.contains(c) && !NFKC.isNormalized(Character.toString(c));
    }

    private static String plain(String found) {
        String plain = NFKC.normalize(
                Radicals.isOne(found.charAt(0)) ? Radicals.characters().getOrDefault(found, found) : found);
        return plain + " (" + codes(plain) + ")";
    }

    /** The first stretch that changes: a character with marks of its own. */
    private static String composed(String text) {
        int from = NFC.spanQuickCheckYes(text);
        int to = from + 1;
        while (to < text.length() && !NFC.hasBoundaryBefore(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        String found = text.substring(from, to);
        String with = NFC.normalize(found);
        return with + " (" + codes(with) + ") in place of " + codes(found) + " (NFC)";
    }

    private static String codes(String text) {
        return Arrays.stream(text.codePoints().toArray())
                .mapToObj(PlainText::code)
                .collect(Collectors.joining(" "));
    }

    /** As Unicode writes a code point: {@code U+200B}. */
    public static String code(int c) {
        return CODE.formatted(c);
    }
}
