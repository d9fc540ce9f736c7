package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Puts each numbered heading and task on a line of its own where a copy has glued them together. In a line whose numbers
 * are parted by blanks, a blank before the first number or after a stop was a line break too.
 */
final class LostBreaks implements Repair {
    private static final Pattern PARTED = Pattern.compile("(?<=[\\u4E00-\\u9FFF。！？）])( +)(?=[\\u4E00-\\u9FFF《“])");
    private static final Pattern AFTER_DUTY = Pattern.compile("(?<=负责[）】〕])( *)(?=[\\u4E00-\\u9FFF])");

    private static final Pattern GLUED_TITLE = Pattern.compile(
            "\\A[^，。\\n]{4,60}?(?:计划|方案|规划|纲要|要点|意见)" + "(?=为(?:深入|全面|认真|切实|进一步|更好)?(?:贯彻|落实|做好|推动|推进|加快|加强|实施))");

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher title = GLUED_TITLE.matcher(text);
        int done = 0;
        if (title.find()) {
            edits.add(new Edit(Damage.Kind.BREAK_LOST, title.end(), title.end(), "\n"));
            done = title.end();
        }
        boolean first = true;
        for (Marker marker : Markers.find(text)) {
            int blanks = blanksBefore(text, marker.start());
            boolean lineStart = blanks == 0 || text.charAt(blanks - 1) == '\n';
            boolean parted = first && !lineStart && blanks < marker.start();
            afterStops(text, done, blanks, parted, edits);
            if (!lineStart) {
                edits.add(new Edit(Damage.Kind.BREAK_LOST, blanks, marker.start(), "\n"));
            }
            dropSecondBracket(text, marker, edits);
            restoreComma(text, marker, edits);
            done = Math.max(marker.end(), blanks);
            first = false;
        }
        afterStops(text, done, text.length(), false, edits);
        return edits;
    }

    private static int blanksBefore(String text, int at) {
        int from = at;
        while (from > 0 && text.charAt(from - 1) == ' ') {
            from--;
        }
        return from;
    }

    /** Of （（一） only one bracket is meant; the other would stay open to the end of the paragraph. */
    private static void dropSecondBracket(String text, Marker marker, List<Edit> edits) {
        int second = marker.start() + 1;
        if (marker.level() == Marker.Level.SECTION && "（(".indexOf(text.charAt(second)) >= 0) {
            edits.add(new Edit(Damage.Kind.DOUBLED, second, second + 1, ""));
        }
    }

    /** A heading numbered 一 with a blank had 一、 */
    private static void restoreComma(String text, Marker marker, List<Edit> edits) {
        int end = marker.end();
        if (marker.level() == Marker.Level.CHAPTER && text.charAt(end - 1) == ' ') {
            int blank = blanksBefore(text, end);
            if ("、.．".indexOf(text.charAt(blank - 1)) < 0) {
                edits.add(new Edit(Damage.Kind.NUMBERING, blank, end, "、"));
            }
        }
    }

    private static void afterStops(String text, int from, int to, boolean parted, List<Edit> edits) {
        Pattern breaks = parted ? PARTED : AFTER_DUTY;
        Matcher lost = breaks.matcher(text).region(from, to).useTransparentBounds(true);
        while (lost.find()) {
            edits.add(new Edit(Damage.Kind.BREAK_LOST, lost.start(), lost.end(), "\n"));
        }
    }
}
