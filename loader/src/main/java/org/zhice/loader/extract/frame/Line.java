package org.zhice.loader.extract.frame;

import java.util.ArrayList;
import java.util.List;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Marker;

/**
 * A line of the clean text that is not blank.
 *
 * @param start first character, in UTF-16 units of the clean text
 * @param text without the blanks at its ends
 */
record Line(int start, String text) {
    private static final int HEAD = 40;
    /** In characters; a longer line is a paragraph of the body. */
    private static final int LONGEST = 100;

    int end() {
        return start + text.length();
    }

    boolean isShort() {
        return text.length() <= LONGEST;
    }

    static List<Line> of(CleanText clean) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (String line : clean.text().split("\n", -1)) {
            if (!line.isBlank()) {
                lines.add(new Line(start + line.indexOf(line.strip()), line.strip()));
            }
            start += line.length() + 1;
        }
        return lines;
    }

    /** The lines before the first numbered heading or item, forty at most. */
    static List<Line> head(List<Line> lines, List<Marker> markers) {
        int body = markers.isEmpty() ? Integer.MAX_VALUE : markers.get(0).start();
        return lines.stream().limit(HEAD).takeWhile(line -> line.end() <= body).toList();
    }
}
