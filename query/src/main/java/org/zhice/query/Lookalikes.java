package org.zhice.query;

import java.text.Normalizer;

/** Characters that keyboards and word processors write in the place of those of SPARQL. */
final class Lookalikes {
    private static final String[] OTHERS = {
        "\"", "“”„‟«»「」『』〝〞″", "'", "‘’‚‛‹›′`´", ",", "，、", ".", "。·", "[", "【〔", "]", "】〕", "<", "《〈", ">", "》〉",
        "-", "–—−‐‑", "*", "×∗", "/", "÷∕", "|", "｜", "!=", "≠", "<=", "≤", ">=", "≥", " ",
                "\u00A0\u3000\u2003\u2002\u2009"
    };

    private Lookalikes() {}

    /** What it looks like; empty if like nothing of SPARQL. */
    static String of(int codePoint) {
        String character = Character.toString(codePoint);
        for (int i = 0; i < OTHERS.length; i += 2) {
            if (OTHERS[i + 1].contains(character)) {
                return OTHERS[i];
            }
        }
        String plain = Normalizer.normalize(character, Normalizer.Form.NFKC);
        return plain.equals(character) || !plain.matches("[ -~]+") ? "" : plain;
    }

    /** A character with its code point; one that cannot be seen as its code point alone. */
    static String shown(int codePoint) {
        String code = "U+%04X".formatted(codePoint);
        boolean hidden = Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.isSpaceChar(codePoint);
        return hidden ? code : Character.toString(codePoint) + " (" + code + ")";
    }
}
