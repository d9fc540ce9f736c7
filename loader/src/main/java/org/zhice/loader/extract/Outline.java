package org.zhice.loader.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;

/**
 * Chapters, sections and tasks of a plan. The tasks are the numbered items of the form that most often ends in a duty
 * bracket; every outer form is a heading, every inner one belongs to the words of its task.
 *
 * @param headings in order of place
 * @param tasks the whole tasks, in order of place
 * @param doubts what looked like a task and was left out
 */
record Outline(List<Heading> headings, List<Task> tasks, List<Doubt> doubts) {

    /**
     * The heading of a chapter or section, places in UTF-16 units of the clean text.
     *
     * @param parent index of the heading above, or -1
     * @param ordinal place among its siblings
     * @param start first character of the words
     * @param end one past the last, without a stop
     */
    record Heading(Marker.Level level, int parent, int ordinal, int start, int end) {}

    /**
     * A numbered task of the outline, places in UTF-16 units of the clean text.
     *
     * @param number as printed
     * @param heading the division it stands in: index in the outline's headings, or -1
     * @param start the number
     * @param textStart first character of its words
     * @param bracket who is responsible
     */
    record Task(int number, int heading, int start, int textStart, Bracket bracket) {

        /** One past the last character of its words. */
        int textEnd() {
            return bracket.start();
        }
    }

    /** Something to report, with its place in the clean text. */
    record Doubt(int start, int end, String what, String expected) {}

    static Outline of(CleanText clean) {
        String text = clean.text();
        List<Marker> markers = clean.markers();
        Level level = taskLevel(text, markers);
        return new OutlineBuilder(text, withoutInner(markers, level), level).build();
    }

    private static Level taskLevel(String text, List<Marker> markers) {
        Map<Level, Integer> duties = new EnumMap<>(Level.class);
        for (int i = 0; i < markers.size(); i++) {
            int end = i + 1 < markers.size() ? markers.get(i + 1).start() : text.length();
            if (Bracket.lastIn(text, markers.get(i).end(), end).isPresent()) {
                duties.merge(markers.get(i).level(), 1, Integer::sum);
            }
        }
        return duties.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Level.ITEM);
    }

    private static List<Marker> withoutInner(List<Marker> markers, Level level) {
        return markers.stream()
                .filter(marker -> marker.level().compareTo(level) <= 0)
                .toList();
    }
}
