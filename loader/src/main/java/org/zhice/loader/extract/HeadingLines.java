package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.DutyForm;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;

/** Finds headings without a number: short lines without a stop that stand alone before a numbered line. */
final class HeadingLines {
    private static final Pattern WORDS = Pattern.compile(
            "(?=.*[\\u4E00-\\u9FFF]{2})[\\u4E00-\\u9FFF\\x{20000}-\\x{3FFFF}A-Za-z0-9“”《》、·—（） +-]{2,40}");
    private static final Pattern NUMBER = Pattern.compile("(?<number>\\d{1,2}) ?(?=[\\u4E00-\\u9FFF])");
    private static final int LONGEST = 80;
    private static final Pattern NO_HEADING =
            Pattern.compile(".*(?:\\d日|办公室|办公厅|政府|委员会|领导小组|[局厅部委院]|通知|号|印发)$|附[件表录].*|目录|.*[（(].{0,12}\\d.{0,12}[）)]$|"
                    + DutyForm.LABEL + ".*");
    private static final Map<Level, Level> OUTER = new EnumMap<>(Map.of(
            Level.CHAPTER, Level.PART,
            Level.SECTION, Level.CHAPTER,
            Level.ITEM, Level.SECTION,
            Level.DECIMAL, Level.SECTION,
            Level.SUBITEM, Level.SECTION,
            Level.CIRCLED, Level.SECTION));

    private final String text;
    private final List<Marker> all = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<Level> numbered;
    private int found;

    private HeadingLines(String text, Set<Level> numbered) {
        this.text = text;
        this.numbered = numbered;
    }

    /**
     * The numbers of a document and, where it has any, its headings without a number, in order of place.
     *
     * <p>One before the first number is told from the title only by others of its form further down.
     */
    static List<Marker> among(List<Marker> markers, String text) {
        Set<Level> numbered = markers.stream().map(Marker::level).collect(Collectors.toSet());
        HeadingLines headings = new HeadingLines(text, numbered);
        headings.find(markers);
        return headings.found == 0 ? markers : List.copyOf(headings.all);
    }

    private void find(List<Marker> markers) {
        for (int i = 0; i < markers.size(); i++) {
            Marker marker = markers.get(i);
            Level outer = OUTER.get(marker.level());
            int from = i == 0 ? 0 : markers.get(i - 1).end();
            int[] line = lastLine(from, marker.start());
            boolean after = i > 0 ? endsBefore(line[0], markers.get(i - 1)) : line[0] > 0;
            if (outer != null && !numbered.contains(outer) && after && isHeading(line[0], line[1])) {
                found += i > 0 ? 1 : 0;
                all.add(heading(outer, line[0], marker.level()));
            }
            all.add(marker);
        }
        if (found > 0) {
            number();
        }
    }

    /** Before 1.1 a heading has its 1 without a stop. */
    private Marker heading(Level level, int start, Level below) {
        Matcher number = NUMBER.matcher(text).region(start, text.length());
        return below == Level.DECIMAL && number.lookingAt()
                ? new Marker(level, Integer.parseInt(number.group("number")), start, number.end())
                : new Marker(level, 0, start, start);
    }

    /** The line that ends before a place, without the blanks around it; empty if it begins before the first place. */
    private int[] lastLine(int from, int at) {
        int end = at;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = text.lastIndexOf('\n', Math.max(end - 1, 0)) + 1;
        return start < from || end <= from ? new int[] {at, at} : new int[] {start, end};
    }

    /** Whether the words before are finished: a heading follows a stop, a bracket, a line of duties or another heading. */
    private boolean endsBefore(int line, Marker before) {
        int end = line;
        while (end > before.end() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = Math.max(text.lastIndexOf('\n', end - 1) + 1, before.start());
        return end <= before.end()
                || "。；！）】〕".indexOf(text.charAt(end - 1)) >= 0
                || before.level().compareTo(Level.ITEM) < 0
                || isLabelled(start, end);
    }

    private boolean isLabelled(int start, int end) {
        Matcher label = DutyForm.LABELLED.matcher(text).region(start, end);
        return label.find() || text.substring(start, end).matches(".*时[限间] ?[:：].*");
    }

    /** What comes again is the running head of a page. */
    private boolean isHeading(int start, int end) {
        String line = end - start > LONGEST ? "" : text.substring(start, end);
        return WORDS.matcher(line).matches() && !NO_HEADING.matcher(line).matches() && words.add(line);
    }

    /** Counts the headings that have no number, anew under each outer one. */
    private void number() {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        for (int i = 0; i < all.size(); i++) {
            Marker marker = all.get(i);
            boolean unnumbered = marker.end() == marker.start();
            int number = unnumbered ? counts.getOrDefault(marker.level(), 0) + 1 : marker.number();
            counts.put(marker.level(), number);
            counts.keySet().removeIf(level -> level.compareTo(marker.level()) > 0);
            if (unnumbered) {
                all.set(i, new Marker(marker.level(), number, marker.start(), marker.end()));
            }
        }
    }
}
