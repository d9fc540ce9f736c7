package org.zhice.loader.extract.rows;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Names that differ in one character: printed, added or left out. */
public final class NearNames {
    private static final int FAR = 2;

    private NearNames() {}

    /** The first, in order of characters, of the known names that a name is almost the same as. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(form -> distance(form, name) < Math.min(FAR, name.length() - 1))
                .min(Comparator.naturalOrder());
    }

    /** The number of characters to change, to add or to drop between two names; two or more count as two. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return FAR;
        }
        int head = 0;
        while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.length(), b.length()) - head
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return Math.max(a.length(), b.length()) - head - tail > 1 ? FAR : 1;
    }
}
