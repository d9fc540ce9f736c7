package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhice.loader.extract.Outline.Doubt;
import org.zhice.loader.extract.Outline.Task;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;
import org.zhice.loader.extract.rows.Span;

/** Goes through the numbers of a document once, in order, and tells headings from tasks and whole tasks from pieces. */
final class OutlineBuilder {
    /** So many numbers may be missing within one section; with more, the heading may be missing too. */
    private static final int PIECE = 3;

    private final String text;
    private final Appendices appendices;
    private final List<Marker> markers;
    private final Level level;
    private final boolean bare;
    private final BareTasks bareTasks;
    private final HeadingTree headings = new HeadingTree();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Level outermost;
    private int current = -1;
    private int number;

    OutlineBuilder(String text, TaskForm form) {
        this.text = text;
        this.appendices = form.appendices();
        this.markers = form.markers();
        this.level = form.level();
        this.bare = form.bare();
        this.bareTasks = BareTasks.in(text, form);
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
            } else if (isTask(i)) {
                outerTask(i);
            } else {
                heading(i);
            }
        }
        remarks();
        return new Outline(headings.all(), List.copyOf(tasks), List.copyOf(doubts));
    }

    private int endOf(int index) {
        return appendices.endOf(index, markers, text.length());
    }

    private void cutBeginning() {
        int first = markers.isEmpty() ? text.length() : markers.get(0).start();
        Bracket.lastIn(text, 0, first)
                .ifPresent(bracket -> doubt(bracket.start(), bracket.end(), "task without a number", "a whole task"));
    }

    /** An outer number whose own line ends in a duty opens a task, unless it is a heading with the words glued on. */
    private boolean isTask(int index) {
        Marker marker = markers.get(index);
        if (bare) {
            return bareTasks.isProse(index, endOf(index)) && !isGeneral(index);
        }
        int line = text.indexOf('\n', marker.end());
        int stop = line < 0 ? endOf(index) : Math.min(line, endOf(index));
        boolean glued = marker.level() == outermost && level != outermost;
        return !glued && Bracket.lastIn(text, marker.end(), stop).isPresent();
    }

    private void remarks() {
        if (level == Level.PARAGRAPH && !tasks.isEmpty()) {
            doubt(tasks.get(0).start(), tasks.get(0).textEnd(), "tasks without numbers: counted from 1", "a number");
        }
        for (Span appendix : appendices.all()) {
            int line = text.indexOf('\n', appendix.start());
            doubt(appendix.start(), line < 0 ? text.length() : line, "appendix: not read", "tasks before an appendix");
        }
    }

    private void heading(int index) {
        Marker marker = markers.get(index);
        int stop = firstOf("。\n", marker.end(), endOf(index));
        while (stop > marker.end() && "：: ".indexOf(text.charAt(stop - 1)) >= 0) {
            stop--;
        }
        int parent = headings.parentOf(marker.level());
        boolean lost = marker.level() != outermost && (parent < 0 || headings.repeats(parent, marker));
        if (lost) {
            headings.beginAnew();
            current = -1;
            doubt(marker.start(), stop, "section of a chapter that is missing", "a chapter before it");
        } else {
            current = headings.add(marker, parent, stop);
        }
        if (index + 1 == markers.size()) {
            doubt(marker.start(), endOf(index), "heading without a task after it: cut off, or no task", "a task");
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

    /** Stands where a heading of its form would, and its number says nothing on those of the other tasks. */
    private void outerTask(int index) {
        Marker marker = markers.get(index);
        current = headings.parentOf(marker.level());
        List<Bracket> duties = Bracket.allIn(text, marker.end(), endOf(index));
        if (duties.isEmpty()) {
            addBare(index);
        } else {
            duties(index, duties);
        }
    }

    private boolean isBare(int index) {
        return bare ? !isGeneral(index) : level != Level.PARAGRAPH && bareTasks.isAmongNamed(index);
    }

    private boolean isGeneral(int index) {
        int start = markers.get(index).end();
        boolean within = IntStream.iterate(
                        current, at -> at >= 0, at -> headings.get(at).parent())
                .mapToObj(headings::get)
                .filter(heading -> heading.level().compareTo(markers.get(index).level()) < 0)
                .anyMatch(heading -> bareTasks.isGeneral(heading.start(), heading.end()));
        return within || bareTasks.isGeneral(start, firstOf("。：\n", start, endOf(index)));
    }

    /** Takes an item for a task though it names nobody; a deadline in brackets is no part of its words. */
    private void addBare(int index) {
        Marker marker = markers.get(index);
        int end = bareTasks.endOf(index, endOf(index));
        List<Bracket> deadline =
                Deadlines.bracketIn(text, marker.end(), end).stream().toList();
        tasks.add(new Task(marker.number(), current, marker.start(), marker.end(), deadline, end));
    }

    private void task(int index) {
        Marker marker = markers.get(index);
        if (number > 0 && marker.number() - number - 1 > PIECE) {
            current = -1;
            headings.beginAnew();
        }
        number = marker.number();
        List<Bracket> duties = Bracket.allIn(text, marker.end(), endOf(index));
        if (duties.isEmpty() && isBare(index)) {
            addBare(index);
        } else if (duties.isEmpty()) {
            doubt(
                    marker.start(),
                    endOf(index),
                    "task without its duty bracket: cut off, or not a task",
                    "agencies in a last bracket");
        } else if (jumps(index)) {
            beforeGap(marker, duties);
        } else {
            duties(index, duties);
        }
    }

    private void duties(int index, List<Bracket> duties) {
        add(markers.get(index), duties);
        duties.subList(0, duties.size() - 1)
                .forEach(bracket ->
                        doubt(bracket.start(), bracket.end(), "one of several duty brackets in a task", "one bracket"));
        leftOver(index, duties.get(duties.size() - 1).end());
    }

    /** Words between a duty and the next number; after the last duty a document may close with a sentence or two. */
    private void leftOver(int index, int from) {
        int start = from;
        int stop = endOf(index);
        while (start < stop && "。；）】〕] \n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean last = index + 1 == markers.size();
        boolean closing = last
                && (text.charAt(stop - 1) == '\n'
                        || Responsibilities.rule(text.substring(from, stop)).isPresent());
        if (start < stop && !closing && !appendices.hold(stop)) {
            doubt(start, stop, "words after the duty bracket: cut off, or a task without a number", "the next number");
        }
    }

    private void beforeGap(Marker marker, List<Bracket> duties) {
        Bracket last = duties.get(duties.size() - 1);
        int line = text.lastIndexOf('\n', last.start());
        List<Bracket> earlier =
                duties.stream().filter(bracket -> bracket.end() <= line).toList();
        if (earlier.isEmpty()) {
            doubt(
                    marker.start(),
                    last.end(),
                    "task before missing numbers: its words and its bracket may belong to two tasks",
                    "the next number");
        } else {
            add(marker, earlier);
            doubt(earlier.get(earlier.size() - 1).end(), last.end(), "task whose number is lost", "a number");
        }
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

    private void add(Marker marker, List<Bracket> duties) {
        int end = duties.get(duties.size() - 1).end();
        tasks.add(new Task(marker.number(), current, marker.start(), marker.end(), duties, end));
    }

    private void doubt(int start, int end, String what, String expected) {
        doubts.add(new Doubt(start, end, what, expected));
    }
}
