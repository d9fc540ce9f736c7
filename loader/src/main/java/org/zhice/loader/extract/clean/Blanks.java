package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Makes every kind of blank a plain one, every line end a newline, and drops what has no width, such as a selector of the
 * variant of the character before it.
 */
final class Blanks implements Repair {
    private static final Pattern OTHER = Pattern.compile("\\r\\n?|[\\f\\x0B\\u0085\\u2028\\u2029]"
            + "|[\\t\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u2800\\u3000]"
            + "|[\\p{Cf}\\u034F\\u115F\\u1160\\u180B-\\u180F\\u3164\\uFFA0\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]+");

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher other = OTHER.matcher(text);
        while (other.find()) {
            edits.add(new Edit(
                    null, other.start(), other.end(), plain(other.group().charAt(0))));
        }
        return edits;
    }

    private static String plain(char c) {
        if ("\r\f\u000B\u0085\u2028\u2029".indexOf(c) >= 0) {
            return "\n";
        }
        return Character.isSpaceChar(c) || c == '\t' || c == '\u2800' ? " " : "";
    }
}
