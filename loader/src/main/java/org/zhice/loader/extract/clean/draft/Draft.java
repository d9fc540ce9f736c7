package org.zhice.loader.extract.clean.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhice.loader.extract.clean.draft.Repair.Edit;

/**
 * A text under repair. Beside each UTF-16 unit stand the code points of the original that it came from, so that any
 * stretch of the repaired text can be shown as it was printed. Costs twelve bytes a character.
 */
public final class Draft {
    private final int[] original;
    private final List<Damage> damages = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private String text;
    private int[] starts;
    private int[] ends;

    public Draft(String text) {
        this.original = text.codePoints().toArray();
        this.text = text;
        this.starts = new int[text.length()];
        this.ends = new int[text.length()];
        for (int i = 0, point = 0; i < text.length(); point++) {
            for (int next = i + Character.charCount(text.codePointAt(i)); i < next; i++) {
                starts[i] = point;
                ends[i] = point + 1;
            }
        }
    }

    public String text() {
        return text;
    }

    public List<Damage> damages() {
        return damages;
    }

    /** The original of a stretch of the text; of an empty one, the place between its neighbours. */
    public Passage passage(int from, int to) {
        int start = startOf(from);
        int end = to > from ? Math.max(start, ends[to - 1]) : start;
        return new Passage(start, end, quote(start, end));
    }

    private int startOf(int at) {
        if (at < starts.length) {
            return starts[at];
        }
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    private String quote(int start, int end) {
        return new String(original, start, end - start);
    }

    public void apply(Repair repair) {
        List<Edit> edits = repair.edits(text);
        if (!edits.isEmpty()) {
            apply(edits);
        }
    }

    private void apply(List<Edit> edits) {
        int length = text.length();
        for (Edit edit : edits) {
            length += edit.with().length() - (edit.to() - edit.from());
        }
        StringBuilder out = new StringBuilder(length);
        int[] newStarts = new int[length];
        int[] newEnds = new int[length];
        int done = 0;
        for (Edit edit : edits) {
            keep(done, edit.from(), out, newStarts, newEnds);
            record(edit);
            place(edit, out, newStarts, newEnds);
            done = edit.to();
        }
        keep(done, text.length(), out, newStarts, newEnds);
        text = out.toString();
        starts = newStarts;
        ends = newEnds;
    }

    private void keep(int from, int to, StringBuilder out, int[] newStarts, int[] newEnds) {
        System.arraycopy(starts, from, newStarts, out.length(), to - from);
        System.arraycopy(ends, from, newEnds, out.length(), to - from);
        out.append(text, from, to);
    }

    private void place(Edit edit, StringBuilder out, int[] newStarts, int[] newEnds) {
        if (edit.with().length() == edit.to() - edit.from()) {
            System.arraycopy(
                    starts, edit.from(), newStarts, out.length(), edit.with().length());
            System.arraycopy(
                    ends, edit.from(), newEnds, out.length(), edit.with().length());
        } else {
            int start = startOf(edit.from());
            int end = edit.to() > edit.from() ? ends[edit.to() - 1] : start;
            for (int i = 0; i < edit.with().length(); i++) {
                newStarts[out.length() + i] = start;
                newEnds[out.length() + i] = end;
            }
        }
        out.append(edit.with());
    }

    private void record(Edit edit) {
        if (edit.kind() == null) {
            return;
        }
        int start = startOf(edit.from());
        int end = edit.to() > edit.from() ? ends[edit.to() - 1] : start;
        damages.add(new Damage(edit.kind(), start, end, once(quote(start, end)), once(edit.with())));
    }

    /** The same few characters are damaged again and again; a long document keeps one copy of each. */
    private String once(String words) {
        return known.computeIfAbsent(words, w -> w);
    }
}
