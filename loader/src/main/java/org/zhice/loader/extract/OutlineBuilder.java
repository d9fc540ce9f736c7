package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.Outline.Doubt;
import org.zhice.loader.extract.Outline.Heading;
import org.zhice.loader.extract.Outline.Task;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;

/** Goes through the numbers of a document once, in order, and tells headings from tasks and whole tasks from pieces. */
final class OutlineBuilder {
    /** So many numbers may be missing within one section; with more, the heading may be missing too. */
    private static final int PIECE = 3;

    private final String text;
    private final List<Marker> markers;
    private final Level level;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Level outermost;
    private int current = -1;
    private int top;
    private int number;

    OutlineBuilder(String text, List<Marker> markers, Level level) {
        this.text = text;
        this.markers = markers;
        this.level = level;
        this.outermost = markers.stream()
                .map(Marker::level)
                .min(Comparator.naturalOrder())
                .orElse(level);
    }

    Outline build() {
        cutBeginning();
        for (int i = 0; i < markers.size(); i++) {
            if (markers.get(i).level() == level) {
                task(i);
            } else {
                heading(i);
            }
        }
        return new Outline(List.copyOf(headings), List.copyOf(tasks), List.copyOf(doubts));
    }

    private int endOf(int index) {
        return index + 1 < markers.size() ? markers.get(index + 1).start() : text.length();
    }

    private void cutBeginning() {
        int end = markers.isEmpty() ? text.length() : markers.get(0).start();
        Bracket.lastIn(text, 0, end)
                .ifPresent(bracket -> doubt(bracket.start(), bracket.end(), "task without a number", "a whole task"));
    }

    private void heading(int index) {
        Marker marker = markers.get(index);
        int end = firstOf("。\n", marker.end(), endOf(index));
        while (end > marker.end() && "：: ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int parent = parentOf(marker.level());
        boolean lost = marker.level() != outermost && (parent < 0 || repeats(parent, marker));
        if (lost) {
            top = headings.size();
            current = -1;
            doubt(marker.start(), end, "section of a chapter that is missing", "a chapter before it");
        } else {
            current = headings.size();
            headings.add(new Heading(marker.level(), parent, ordinal(parent, marker), marker.end(), end));
        }
        Bracket.lastIn(text, marker.end(), endOf(index))
                .ifPresent(bracket -> doubt(
                        bracket.start(),
                        bracket.end(),
                        "duty in a heading or in an unnumbered paragraph",
                        "a numbered task"));
    }

    private int firstOf(String stops, int from, int to) {
        int at = from;
        while (at < to && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int parentOf(Level inner) {
        int at = headings.size() - 1;
        while (at >= top && headings.get(at).level().compareTo(inner) >= 0) {
            at = headings.get(at).parent();
        }
        return at < top ? -1 : at;
    }

    /** Whether a section has a number that its chapter has had: then the heading of the next chapter is missing. */
    private boolean repeats(int parent, Marker marker) {
        int latest = latestChild(parent);
        return latest >= 0 && marker.number() <= headings.get(latest).ordinal();
    }

    private int latestChild(int parent) {
        for (int i = headings.size() - 1; i > parent; i--) {
            if (headings.get(i).parent() == parent) {
                return i;
            }
        }
        return -1;
    }

    /** The printed number, unless an earlier sibling has it. */
    private int ordinal(int parent, Marker marker) {
        int latest = latestChild(parent);
        return latest < 0 ? marker.number() : Math.max(headings.get(latest).ordinal() + 1, marker.number());
    }

    private void task(int index) {
        Marker marker = markers.get(index);
        if (number > 0 && marker.number() - number - 1 > PIECE) {
            current = -1;
            top = headings.size();
        }
        number = marker.number();
        Optional<Bracket> last = Bracket.lastIn(text, marker.end(), endOf(index));
        if (last.isEmpty()) {
            doubt(
                    marker.start(),
                    endOf(index),
                    "task without its duty bracket: cut off, or not a task",
                    "agencies in a last bracket");
            return;
        }
        Optional<Bracket> earlier = earlier(marker.end(), last.get());
        if (!jumps(index)) {
            add(marker, last.get());
            earlier.ifPresent(
                    bracket -> doubt(bracket.start(), bracket.end(), "second duty bracket in a task", "one bracket"));
        } else if (earlier.isPresent()) {
            add(marker, earlier.get());
            doubt(earlier.get().end(), last.get().end(), "task whose number is lost", "a number");
        } else {
            doubt(
                    marker.start(),
                    last.get().end(),
                    "task before missing numbers: its words and its bracket may belong to two tasks",
                    "the next number");
        }
    }

    private Optional<Bracket> earlier(int from, Bracket last) {
        Optional<Bracket> found = Optional.empty();
        int line = text.lastIndexOf('\n', last.start());
        if (line > from) {
            found = Bracket.lastIn(text, from, line);
        }
        return found;
    }

    /** Whether numbers are missing after a task. */
    private boolean jumps(int index) {
        for (int i = index + 1; i < markers.size(); i++) {
            if (markers.get(i).level() == level) {
                return markers.get(i).number() > markers.get(index).number() + 1;
            }
        }
        return false;
    }

    private void add(Marker marker, Bracket bracket) {
        tasks.add(new Task(marker.number(), current, marker.start(), marker.end(), bracket));
    }

    private void doubt(int start, int end, String what, String expected) {
        doubts.add(new Doubt(start, end, what, expected));
    }
}
