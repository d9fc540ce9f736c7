package org.zhice.loader.extract;

import org.zhice.loader.input.InputException;

/** Refuses what is no Chinese text before anything is read from it. */
public final class Legible {
    private static final double FEW = 0.05;

    private Legible() {}

    /**
     * Checks a text.
     *
     * @param place what a refusal names: the document or its file
     * @throws InputException that says what the document is instead
     */
    public static void check(String text, String place) {
        if (text.isBlank()) {
            throw new InputException(place, "an empty document", "the text of a plan");
        }
        long all = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        long han = text.codePoints().filter(Character::isIdeographic).count();
        long control = text.codePoints()
                .filter(c -> Character.isISOControl(c) && !Character.isWhitespace(c))
                .count();
        long lost = text.codePoints().filter(c -> c == 0xFFFD).count();
        if (control > all * FEW) {
            throw new InputException(place, "binary data", "plain text");
        }
        if (lost > all * FEW) {
            throw new InputException(place, "a text that was not UTF-8 (" + lost + " unreadable characters)", "UTF-8");
        }
        if (han < all * FEW) {
            throw new InputException(place, "a text that is not Chinese", "the Chinese text of a plan");
        }
    }
}
