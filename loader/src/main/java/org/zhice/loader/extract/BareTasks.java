package org.zhice.loader.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * Tells which numbered items are tasks though no agency stands in them: in a document that names none at all every item
 * outside the general chapters, elsewhere an item among others of its heading that do name one.
 */
final class BareTasks {
    /** From the inside outwards; what is numbered further inside are the words of a task. */
    private static final List<Level> FORMS =
            List.of(Level.SUBDECIMAL, Level.DECIMAL, Level.ITEM, Level.SECTION, Level.CHAPTER);

    private static final Pattern GENERAL = Pattern.compile("(?:"
            + Resource.column(BareTasks.class, "general-chapters.tsv").stream().collect(Collectors.joining("|"))
            + ").{0,6}");
    private static final int PROSE = 30;

    private final String text;
    private final List<Marker> markers;
    private final Level level;
    private final boolean[] shared;

    private BareTasks(String text, List<Marker> markers, Level level) {
        this.text = text;
        this.markers = markers;
        this.level = level;
        this.shared = new boolean[markers.size()];
    }

    /** Goes through the items of a document. */
    static BareTasks in(String text, TaskForm form) {
        BareTasks tasks = new BareTasks(text, form.markers(), form.level());
        for (int from = 0; from < tasks.markers.size(); ) {
            int to = from + 1;
            while (to < tasks.markers.size() && tasks.isItem(from) && tasks.isItem(to)) {
                to++;
            }
            boolean named = false;
            for (int i = from; i < to && !named; i++) {
                int end = form.appendices().endOf(i, tasks.markers, text.length());
                named = tasks.isItem(i)
                        && Bracket.lastIn(text, tasks.markers.get(i).end(), end).isPresent();
            }
            Arrays.fill(tasks.shared, from, to, named);
            from = to;
        }
        return tasks;
    }

    /** The form of the tasks where none names an agency: the inner one that most headings have, but for general ones. */
    static Level level(String text, List<Marker> markers) {
        for (Level inner : FORMS) {
            List<Marker> up = markers.stream()
                    .filter(marker -> marker.level().compareTo(inner) <= 0)
                    .filter(marker -> !isGeneral(text, marker))
                    .toList();
            long items = up.stream().filter(marker -> marker.level() == inner).count();
            if (items > 1 && isUsual(up, inner)) {
                return inner;
            }
        }
        return Level.ITEM;
    }

    /** Whether at least half of the headings just above have items of a form. */
    private static boolean isUsual(List<Marker> markers, Level inner) {
        Optional<Level> above = markers.stream()
                .map(Marker::level)
                .filter(level -> level.compareTo(inner) < 0)
                .max(Level::compareTo);
        int headings = 0;
        int held = 0;
        for (int i = 0; i < markers.size(); i++) {
            if (above.isPresent() && markers.get(i).level() == above.get()) {
                headings++;
                held += i + 1 < markers.size() && markers.get(i + 1).level() == inner ? 1 : 0;
            }
        }
        return held * 2 >= headings;
    }

    private static boolean isGeneral(String text, Marker marker) {
        int end = marker.end();
        while (end < text.length() && "。：\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return isGeneral(text.substring(marker.end(), end));
    }

    private boolean isItem(int index) {
        return markers.get(index).level() == level;
    }

    /** Whether an item without an agency stands whole among others of its heading that name one. */
    boolean isAmongNamed(int index) {
        return shared[index]
                && index + 1 < markers.size()
                && (!isItem(index + 1)
                        || markers.get(index + 1).number() == markers.get(index).number() + 1)
                && (index == 0
                        || !isItem(index - 1)
                        || markers.get(index - 1).number() + 1
                                == markers.get(index).number());
    }

    /** Whether a heading has no items and is followed by sentences. */
    boolean isProse(int index, int end) {
        boolean leaf = index + 1 == markers.size()
                || markers.get(index + 1).level().compareTo(markers.get(index).level()) <= 0;
        int start = markers.get(index).end();
        return leaf && end - start > PROSE && text.substring(start, end).indexOf('。') >= 0;
    }

    /** Whether a heading is one of those under which no tasks stand, such as 总体要求. */
    boolean isGeneral(int start, int end) {
        return isGeneral(text.substring(start, end));
    }

    private static boolean isGeneral(String words) {
        return GENERAL.matcher(words).matches();
    }

    /** Where the words of an item end: what follows the last item of a document may be its closing lines. */
    int endOf(int index, int limit) {
        int start = markers.get(index).end();
        int end = limit;
        if (index + 1 == markers.size()) {
            int line = lineEnd(start, limit);
            boolean whole = text.substring(start, line).indexOf('。') >= 0;
            int second = lineEnd(Math.min(line + 1, limit), limit);
            boolean goesOn = !whole && text.substring(line, second).indexOf('。') >= 0;
            end = goesOn ? second : line;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int lineEnd(int from, int limit) {
        int end = text.indexOf('\n', from);
        return end < 0 || end > limit ? limit : end;
    }
}
