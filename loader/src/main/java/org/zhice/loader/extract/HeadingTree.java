package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import org.zhice.loader.extract.Outline.Heading;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Marker.Level;

/** The chapters and sections of a document while they are found, in order, each with its parent. */
final class HeadingTree {
    private final List<Heading> headings = new ArrayList<>();
    private int top;

    List<Heading> all() {
        return List.copyOf(headings);
    }

    Heading get(int index) {
        return headings.get(index);
    }

    /** Takes no heading so far for the parent of a later one: what stood between is missing. */
    void beginAnew() {
        top = headings.size();
    }

    /**
     * Adds a heading.
     *
     * @param end one past its words
     * @return its index
     */
    int add(Marker marker, int parent, int end) {
        headings.add(new Heading(marker.level(), parent, ordinal(parent, marker), marker.end(), end));
        return headings.size() - 1;
    }

    /** The index of the heading to which one of a level would belong, or -1. */
    int parentOf(Level inner) {
        int at = headings.size() - 1;
        while (at >= top && headings.get(at).level().compareTo(inner) >= 0) {
            at = headings.get(at).parent();
        }
        return at < top ? -1 : at;
    }

    /** Whether a section has a number that its chapter has had: then the heading of the next chapter is missing. */
    boolean repeats(int parent, Marker marker) {
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
}
