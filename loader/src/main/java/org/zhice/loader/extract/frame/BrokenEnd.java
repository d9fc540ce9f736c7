package org.zhice.loader.extract.frame;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.DutyForm;
import org.zhice.loader.extract.rows.Evidence;

/**
 * Whether a text ends in the middle of a sentence, as a page that was not copied to its end does. Lists, tables, signatures,
 * dates and labelled lines (责任单位：…) end without a stop too, so only a line that has the marks of a sentence before is one.
 */
final class BrokenEnd {
    private static final Pattern OPEN = Pattern.compile(".*[，、；：（《“〔—]", Pattern.DOTALL);
    private static final Pattern SENTENCE =
            Pattern.compile("(?!\\p{IsHan}{2,8}[：:]).*[，。；].*[\\p{IsHan}\\p{N}A-Za-z]", Pattern.DOTALL);
    private static final int SHOWN = 20;
    /** Of a line that never ends, the last characters say the same. */
    private static final int LOOKED_AT = 200;

    private BrokenEnd() {}

    /** The last words, if no sentence ends in them. */
    static Optional<Evidence> in(CleanText clean) {
        List<Line> lines = Line.of(clean);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Line last = lines.get(lines.size() - 1);
        String words = last.text().substring(Math.max(0, last.text().length() - LOOKED_AT));
        boolean cut = OPEN.matcher(words).matches() || SENTENCE.matcher(words).matches() || isOpen(words);
        boolean list = DutyForm.LABELLED.matcher(last.text()).lookingAt()
                && !OPEN.matcher(last.text()).matches();
        int start = Math.max(last.start(), last.end() - SHOWN);
        return cut && !list
                ? Optional.of(new Evidence("broken-end", 0.8, clean.passage(start, last.end())))
                : Optional.empty();
    }

    /** Whether a bracket opens that does not close. */
    private static boolean isOpen(String line) {
        return line.lastIndexOf('（') > line.lastIndexOf('）');
    }
}
