package org.zhice.loader.extract;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;
import org.zhice.loader.extract.rows.Span;

/** The stretches of a document that follow the word 附件 and have no tasks, though perhaps numbered lists. */
final class Appendices {
    private static final Pattern TITLE =
            Pattern.compile("^附(?:件|表|录)?[\\d一二三四五六七八九十]{0,2}(?:[:：].{0,60})?$", Pattern.MULTILINE);

    private final NavigableMap<Integer, Span> byStart = new TreeMap<>();

    private Appendices() {}

    /** An appendix reaches to the next one or to the next chapter. One duty in it may be a remark; two are tasks. */
    static Appendices in(String text, List<Marker> markers) {
        Appendices found = new Appendices();
        NavigableSet<Integer> ends = chapters(markers);
        Matcher title = TITLE.matcher(text);
        boolean more = title.find();
        while (more) {
            int start = title.start();
            more = title.find();
            Integer chapter = ends.higher(start);
            int end = Math.min(more ? title.start() : text.length(), chapter == null ? text.length() : chapter);
            if (start > 0 && Bracket.allIn(text, start, end).size() < 2) {
                found.byStart.put(start, new Span(start, end));
            }
        }
        return found;
    }

    private static NavigableSet<Integer> chapters(List<Marker> markers) {
        NavigableSet<Integer> starts = new TreeSet<>();
        Level outermost = markers.stream()
                .map(Marker::level)
                .min(Comparator.naturalOrder())
                .orElse(Level.ITEM);
        markers.stream()
                .filter(marker -> outermost.compareTo(Level.ITEM) < 0 && marker.level() == outermost)
                .forEach(marker -> starts.add(marker.start()));
        return starts;
    }

    Collection<Span> all() {
        return byStart.values();
    }

    boolean hold(int at) {
        var before = byStart.floorEntry(at);
        return before != null && at < before.getValue().end();
    }

    /** The end of the words of a number: at the next one, or at an appendix before that. */
    int endOf(int index, List<Marker> markers, int length) {
        int end = index + 1 < markers.size() ? markers.get(index + 1).start() : length;
        Integer appendix = byStart.higherKey(markers.get(index).start());
        return appendix == null ? end : Math.min(appendix, end);
    }
}
