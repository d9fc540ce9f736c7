package org.zhice.loader.input;

import java.io.Serializable;
import java.util.Locale;
import org.zhice.store.plain.PlainText;

/**
 * One thing that is wrong with the input.
 *
 * @param place where it is
 * @param found what stands there
 * @param expected what should stand there
 */
public record Finding(Place place, String found, String expected) implements Serializable {
    private static final int LONGEST = 120;
    private static final int LONGEST_FOUND = 400;

    /** Of what is longer than a person reads, its beginning and its length. */
    public Finding {
        found = shortened(found, LONGEST_FOUND, "");
    }

    /** A wrong cell of a table; of a long one its beginning and its length. */
    public static Finding cell(Place place, String cell, String expected) {
        return new Finding(place, cell.isEmpty() ? "nothing" : quoted(cell), expected);
    }

    private static String quoted(String cell) {
        return cell.codePointCount(0, cell.length()) <= LONGEST
                ? "\"" + cell + "\""
                : "\"" + shortened(cell, LONGEST, "\"");
    }

    private static String shortened(String text, int longest, String end) {
        int length = text.codePointCount(0, text.length());
        return length <= longest
                ? text
                : "%s…%s (%,d characters)"
                        .formatted(text.substring(0, text.offsetByCodePoints(0, longest)), end, length);
    }

    /** One line in the language of the user; what does not show in it stands as its code. */
    @Override
    public String toString() {
        return PlainText.visible(FindingWords.line(this, Locale.getDefault()));
    }
}
