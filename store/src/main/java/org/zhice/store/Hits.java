package org.zhice.store;

import java.util.List;

/**
 * What a search found.
 *
 * @param shown the best ones
 * @param total how many there are
 * @param whole false if even {@code total} counts only the first of them
 */
public record Hits(List<Hit> shown, int total, boolean whole) {
    public Hits {
        shown = List.copyOf(shown);
    }

    /**
     * A thing that was found.
     *
     * @param thing its IRI
     * @param name the name or title in which the words stand
     * @param label what it is called
     */
    public record Hit(String thing, String name, Label label) {}
}
