package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;

/**
 * How a document marks its tasks.
 *
 * @param level the form that most often ends in a duty, the inner one of two
 * @param markers the numbers of that form and of the outer ones; where tasks have no number, each paragraph counts as one
 * @param appendices what is not read
 * @param bare whether no task of the document names an agency
 */
record TaskForm(Level level, List<Marker> markers, Appendices appendices, boolean bare) {
    /** @param bare whether numbered items are tasks even where no agency is named in the whole document */
    static TaskForm of(String text, List<Marker> found, boolean bare) {
        Appendices appendices = Appendices.in(text, found);
        List<Marker> markers = HeadingLines.among(
                found.stream()
                        .filter(marker -> !appendices.hold(marker.start()))
                        .toList(),
                text);
        Map<Level, Integer> numbered = new EnumMap<>(Level.class);
        int alone = 0;
        for (int i = 0; i < markers.size(); i++) {
            int duties = paragraphs(text, markers.get(i), appendices.endOf(i, markers, text.length()));
            if (duties > 1) {
                alone += duties;
            } else if (duties == 1) {
                numbered.merge(markers.get(i).level(), 1, Integer::sum);
            }
        }
        Level level = numbered.entrySet().stream()
                .max(Map.Entry.<Level, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Level.ITEM);
        if (bare && alone == 0 && numbered.isEmpty() && !markers.isEmpty()) {
            Level innermost = BareTasks.level(text, markers);
            return new TaskForm(innermost, outer(markers, innermost), appendices, true);
        }
        return alone > numbered.getOrDefault(level, 0) || markers.isEmpty()
                ? new TaskForm(Level.PARAGRAPH, withParagraphs(text, markers, appendices), appendices, false)
                : new TaskForm(level, outer(markers, level), appendices, false);
    }

    /** How many paragraphs of a stretch end in a duty; 1 also where the first of two stands in the numbered line itself. */
    private static int paragraphs(String text, Marker marker, int to) {
        int paragraphs = 0;
        int before = marker.start();
        for (Bracket bracket : Bracket.allIn(text, marker.end(), to)) {
            boolean sameLine = !hasBreak(text, before, bracket.start());
            if (sameLine && paragraphs == 0) {
                return 1;
            }
            paragraphs += sameLine ? 0 : 1;
            before = bracket.start();
        }
        return paragraphs;
    }

    private static boolean hasBreak(String text, int from, int to) {
        return text.substring(from, to).indexOf('\n') >= 0;
    }

    private static List<Marker> outer(List<Marker> markers, Level level) {
        return markers.stream()
                .filter(marker -> marker.level().compareTo(level) <= 0)
                .toList();
    }

    private static List<Marker> withParagraphs(String text, List<Marker> markers, Appendices appendices) {
        int end = text.length();
        List<Marker> all = new ArrayList<>();
        int number = 0;
        int next = 0;
        for (int line = 0; line < end; ) {
            int stop = text.indexOf('\n', line) < 0 ? end : Math.min(end, text.indexOf('\n', line));
            boolean heading = next < markers.size() && markers.get(next).start() == line;
            if (heading) {
                all.add(markers.get(next));
            } else if (stop > line && !appendices.hold(line) && (!all.isEmpty() || markers.isEmpty())) {
                boolean duty = Bracket.lastIn(text, line, stop).isPresent();
                number += duty ? 1 : 0;
                all.add(new Marker(Level.PARAGRAPH, number, line, line));
            }
            while (next < markers.size() && markers.get(next).start() <= stop) {
                next++;
            }
            line = stop + 1;
        }
        return all;
    }
}
