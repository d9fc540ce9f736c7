package org.zhice.loader.input;

import java.util.Locale;
import org.zhice.store.plain.PlainText;

/**
 * One thing that is wrong with the input.
 *
 * @param place where it is
 * @param found what stands there
 * @param expected what should stand there
 */
public record Finding(Place place, String found, String expected) {
    private static final int LONGEST = 120;

    /** A wrong cell of a table; of a long one its beginning and its length. */
    public static Finding cell(Place place, String cell, String expected) {
        return new Finding(place, cell.isEmpty() ? "nothing" : quoted(cell), expected);
    }

    private static String quoted(String cell) {
        int length = cell.codePointCount(0, cell.length());
        if (length <= LONGEST) {
            return "\"" + cell + "\"";
        }
        String beginning = cell.substring(0, cell.offsetByCodePoints(0, LONGEST));
        return "\"%s…\" (%,d characters)".formatted(beginning, length);
    }

    /** One line in the language of the user; what does not show in it stands as its code. */
    @Override
    public String toString() {
        return PlainText.visible(FindingWords.line(this, Locale.getDefault()));
    }
}
