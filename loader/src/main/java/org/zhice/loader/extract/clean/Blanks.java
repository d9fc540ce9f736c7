package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Repair;

/** Makes every kind of blank a plain one, every line end a newline, and drops what has no width. */
final class Blanks implements Repair {
    private static final Pattern OTHER = Pattern.compile(
            "\\r\\n?|[\\f\\x0B\\u0085\\u2028\\u2029]|[\\t\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]|[\\uFEFF\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\u00AD\\uFE00-\\uFE0F]");

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
        return Character.isSpaceChar(c) || c == '\t' ? " " : "";
    }
}
