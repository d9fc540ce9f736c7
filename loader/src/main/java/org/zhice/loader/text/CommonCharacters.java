package org.zhice.loader.text;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * How far a text is made of the characters that Chinese is mostly written with. Read in a wrong encoding, Chinese turns
 * into rare characters, foreign letters and codes without meaning, so this tells the right encoding from a wrong one.
 */
final class CommonCharacters {
    /** Both national standards list the common characters apart, before the rare ones. */
    private static final BitSet COMMON = new BitSet();

    static {
        list("GB2312", 0xB0, 0xD7);
        list("Big5", 0xA4, 0xC6);
    }

    /** Some web pages print the reading of a character after it. */
    private static final String PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ";

    private CommonCharacters() {}

    private static void list(String charset, int firstLead, int lastLead) {
        for (int lead = firstLead; lead <= lastLead; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                String decoded = new String(new byte[] {(byte) lead, (byte) trail}, Charset.forName(charset));
                if (decoded.length() == 1 && Character.isIdeographic(decoded.charAt(0))) {
                    COMMON.set(decoded.charAt(0));
                }
            }
        }
    }

    /**
     * The share of common characters among all letters beyond ASCII and all codes that no text should have, from 0 to 1;
     * 0 for a text without any. Blanks, digits, signs, ASCII and pinyin count neither way.
     */
    static double share(String text) {
        int common = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (COMMON.get(c)) {
                common++;
                all++;
            } else if (counts(c)) {
                all++;
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }

    private static boolean counts(int c) {
        if (c < 0x80) {
            return Character.isISOControl(c) && !Character.isWhitespace(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
            default -> c == 0xFFFD || (Character.isLetter(c) && PINYIN.indexOf(c) < 0);
        };
    }
}
