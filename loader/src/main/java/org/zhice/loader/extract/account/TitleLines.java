package org.zhice.loader.extract.account;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Substance;
import org.zhice.loader.extract.clean.draft.Passage;

/** The lines that print the title of a document: the first one, and those near it that end in the name of a kind of document. */
final class TitleLines {
    private static final Pattern KIND = Pattern.compile(
            "(?:方案|计划|规划|纲要|要点|意见|通知|办法|规定|条例|决定|报告|公报|通报|白皮书|分工|分工表|任务表|清单|状况|情况|措施)" + "(?:（[^（）]{1,20}）)?$");
    private static final int LINES = 12;
    private static final int LONGEST = 60;

    private TitleLines() {}

    /** The lines in the original; one with a figure or a duty says more than a title does. */
    static List<Passage> of(CleanText clean) {
        List<Passage> lines = new ArrayList<>();
        String text = clean.text();
        int from = 0;
        for (int line = 0; line < LINES && from < text.length(); line++) {
            int stop = text.indexOf('\n', from);
            int end = stop < 0 ? text.length() : stop;
            if (isTitle(text.substring(from, end), line == 0)) {
                lines.add(clean.passage(from, end));
            }
            from = end + 1;
        }
        return lines;
    }

    private static boolean isTitle(String line, boolean first) {
        return line.length() <= LONGEST
                && line.indexOf('。') < 0
                && (first || KIND.matcher(line).find())
                && Substance.in(line).filter(kind -> kind != Substance.TITLE).isEmpty();
    }
}
