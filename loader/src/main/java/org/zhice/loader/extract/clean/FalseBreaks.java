package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.Paragraph.Line;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;
import org.zhice.loader.extract.clean.word.Words;

/**
 * Joins the lines that a page or a narrow column has broken, and drops empty lines. A character that was printed on
 * both sides of the break is dropped once.
 */
final class FalseBreaks implements Repair {
    private static final String INSIDE = "(?:[^（）。【】〔〕]|（[^（）。]{0,40}）){0,200}?";
    private static final String WORD = "(?:负责|牵头|配合|参与|" + DutyForm.LABEL + ")";
    private static final Pattern DUTY = Pattern.compile("[（【〔]" + INSIDE + WORD + ".*");
    private static final Pattern CLOSED_DUTY =
            Pattern.compile("[（【〔](?:[^（）。]|（[^（）。]{0,40}）){0,200}?" + WORD + "[^（）]{0,200}[）】〕]$");
    private static final Pattern UNCLOSED_DUTY = Pattern.compile("（(?:[^（）。]|（[^（）。]{0,40}）){2,200}?(?:负责|牵头|配合|参与)$");
    private static final Pattern LABELLED = Pattern.compile("(?:" + DutyForm.LABEL + "|(?:完成|办结)?(?:时限|时间)) ?[:：]");
    private static final Pattern LABELLED_TAIL = Pattern.compile(
            "(?:。|；|）|(?<=[\\u4E00-\\u9FFF]) )(?:" + DutyForm.LABEL + "|(?:完成|办结)?(?:时限|时间)) ?[:：][^。]{2,200}$");
    private static final Pattern BREAK = Pattern.compile(" *\\n *");
    private static final int LONGEST = 300;
    private static final int HEADING = 40;
    private static final int SHORT = 12;
    private static final int NO_TITLE = 45;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 60;
    private static final int OFTEN = 4;
    /** Lines of duties are short and alike; only a wider column breaks them. */
    private static final int LEAST_OF_LABELS = 20;

    private final Words words;

    FalseBreaks(Words words) {
        this.words = words;
    }

    @Override
    public List<Edit> edits(String text) {
        Map<Integer, Marker> markers = new HashMap<>();
        for (Marker marker : Markers.find(text)) {
            markers.put(marker.start(), marker);
        }
        int column = column(text, markers);
        List<Edit> edits = new ArrayList<>();
        Line before = null;
        int afterNext = 0;
        Paragraph paragraph = new Paragraph(text);
        for (Line line = Line.from(text, 0, markers); line != null; line = Line.from(text, afterNext, markers)) {
            afterNext = line.end();
            if (before != null) {
                boolean join = !isBreak(text, column, paragraph, before, line, Line.from(text, afterNext, markers));
                edit(text, before, line, join, edits);
                if (!join) {
                    paragraph = new Paragraph(text);
                }
            } else {
                edges(0, line.start(), edits);
            }
            paragraph.add(line);
            before = line;
        }
        if (before != null) {
            tail(text, before.end(), edits);
        }
        return edits;
    }

    /**
     * The width of the column that broke the lines, in characters; 0 where lines differ as paragraphs do. Only lines
     * without a number and without a stop tell it.
     */
    private static int column(String text, Map<Integer, Marker> markers) {
        int[] counts = new int[WIDEST + 2];
        for (Line line = Line.from(text, 0, markers); line != null; line = Line.from(text, line.end(), markers)) {
            int length = line.end() - line.start();
            boolean stopped = "。！？；：）".indexOf(text.charAt(line.end() - 1)) >= 0;
            if (length >= NARROWEST
                    && length <= WIDEST
                    && !stopped
                    && line.marker() == null
                    && !isLabelled(text, line)) {
                counts[length]++;
            }
        }
        int best = 0;
        for (int width = NARROWEST; width <= WIDEST; width++) {
            if (counts[width] + counts[width + 1] > counts[best] + counts[best + 1]) {
                best = width;
            }
        }
        return counts[best] + counts[best + 1] >= OFTEN ? best : 0;
    }

    private static void edges(int from, int to, List<Edit> edits) {
        if (to > from) {
            edits.add(new Edit(null, from, to, ""));
        }
    }

    private static void tail(String text, int from, List<Edit> edits) {
        String end = text.indexOf('\n', from) >= 0 ? "\n" : "";
        if (!text.substring(from).equals(end)) {
            edits.add(new Edit(null, from, text.length(), end));
        }
    }

    private static boolean isBreak(String text, int column, Paragraph paragraph, Line before, Line line, Line after) {
        if (line.marker() != null) {
            return true;
        }
        char first = text.charAt(line.start());
        char last = text.charAt(before.end() - 1);
        boolean mayEndDuty = "责头合与）】〕".indexOf(last) >= 0;
        if (paragraph.hasOpenBracket() && !mayEndDuty) {
            return false;
        }
        int start = Math.max(paragraph.start(), before.end() - LONGEST);
        String words = BREAK.matcher(text.substring(start, before.end())).replaceAll("");
        boolean full = column > 0 && before.end() - before.start() >= column - 1;
        boolean numbered = paragraph.opener() != null;
        if (mayEndDuty && UNCLOSED_DUTY.matcher(words).find() && first != '）') {
            return true;
        }
        if (paragraph.hasOpenBracket()) {
            return false;
        }
        if (isLabelled(text, line) || (mayEndDuty && CLOSED_DUTY.matcher(words).find())) {
            return true;
        }
        if ("（【〔".indexOf(first) >= 0
                && (numbered
                        || DUTY.matcher(text).region(line.start(), line.end()).lookingAt())) {
            return false;
        }
        if ("。！？：；:;".indexOf(text.charAt(before.end() - 1)) >= 0) {
            return !(full && numbered);
        }
        boolean wrapped = full && column >= LEAST_OF_LABELS;
        if (!wrapped
                && (isLabelled(text, before) || LABELLED_TAIL.matcher(words).find())) {
            return "、，".indexOf(text.charAt(before.end() - 1)) < 0;
        }
        return numbered ? isHeadingBreak(text, paragraph, words, full, line, after) : isPlainBreak(words, full, before);
    }

    private static boolean isLabelled(String text, Line line) {
        return LABELLED.matcher(text).region(line.start(), line.end()).lookingAt();
    }

    /** Titles, issuers and dates have no stop and no number; a line with a comma or one that fills the column goes on. */
    private static boolean isPlainBreak(String words, boolean full, Line before) {
        return !full && words.indexOf('，') < 0 && !words.endsWith("、") && before.end() - before.start() < NO_TITLE;
    }

    private static boolean isHeadingBreak(
            String text, Paragraph paragraph, String words, boolean full, Line line, Line after) {
        boolean heading = paragraph.opener().level().compareTo(Marker.Level.ITEM) < 0
                && words.length() <= HEADING
                && words.indexOf('，') < 0
                && words.indexOf('。') < 0;
        boolean stopped = "：。；！".indexOf(text.charAt(line.end() - 1)) >= 0;
        boolean rest = !stopped && line.end() - line.start() <= SHORT && after != null && after.marker() != null;
        return heading && !full && !rest;
    }

    private void edit(String text, Line before, Line line, boolean join, List<Edit> edits) {
        int from = before.end();
        if (!join) {
            if (line.start() - from > 1) {
                edits.add(new Edit(null, from, line.start(), "\n"));
            }
            return;
        }
        boolean latin = isSmall(text.charAt(from - 1)) && isSmall(text.charAt(line.start()));
        edits.add(new Edit(Damage.Kind.BREAK_ADDED, from, line.start(), latin ? " " : ""));
        int doubled =
                words.doubled(text.substring(Math.max(0, from - 8), from), text.substring(line.start(), line.end()));
        if (doubled > 0) {
            edits.add(new Edit(Damage.Kind.DOUBLED, line.start(), line.start() + doubled, ""));
        }
    }

    private static boolean isSmall(char c) {
        return c < 128 && Character.isLowerCase(c);
    }
}
