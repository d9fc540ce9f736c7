package org.zhice.loader.extract;

import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Marker;

/**
 * Chapters, sections and tasks of a plan. The tasks are the items of the form, numbered or a paragraph of its own, that
 * most often ends in a duty bracket; an outer form is a heading unless it ends so itself, and every inner one belongs to
 * the words of its task.
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
     * A task of the outline, places in UTF-16 units of the clean text.
     *
     * @param number as printed, or counted from 1 where tasks have no numbers
     * @param heading the division it stands in: index in the outline's headings, or -1
     * @param start the number
     * @param textStart first character of its words
     * @param brackets who is responsible: mostly one, else one for each part of the task; none where the document does
     *     not say
     * @param end one past its last character
     */
    record Task(int number, int heading, int start, int textStart, List<Bracket> brackets, int end) {

        /** The last bracket. */
        Optional<Bracket> bracket() {
            return brackets.isEmpty() ? Optional.empty() : Optional.of(brackets.get(brackets.size() - 1));
        }

        /** One past the last character of its words. */
        int textEnd() {
            return bracket().map(Bracket::start).orElse(end);
        }
    }

    /** Something to report, with its place in the clean text. */
    record Doubt(int start, int end, String what, String expected) {}

    /** @param bare whether numbered items are tasks even where no agency is named in the whole document */
    static Outline of(CleanText clean, boolean bare) {
        String text = clean.text();
        return new OutlineBuilder(text, TaskForm.of(text, clean.markers(), bare)).build();
    }
}
