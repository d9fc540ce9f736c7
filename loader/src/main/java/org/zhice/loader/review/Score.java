package org.zhice.loader.review;

import java.util.Set;
import java.util.TreeSet;

/**
 * How well a reading agrees with an annotation in one column.
 *
 * @param column what is compared
 * @param gold what the annotation says: task number and value
 * @param found what was read, in the same form
 */
public record Score(String column, Set<String> gold, Set<String> found) {
    public Score {
        gold = Set.copyOf(gold);
        found = Set.copyOf(found);
    }

    /** Of what was read, the part that the annotation has; 1 if nothing was read. */
    public double precision() {
        return found.isEmpty() ? 1 : (double) both() / found.size();
    }

    /** Of what the annotation has, the part that was read; 1 if it has nothing. */
    public double recall() {
        return gold.isEmpty() ? 1 : (double) both() / gold.size();
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        int all = found.size() + gold.size();
        return all == 0 ? 1 : 2.0 * both() / all;
    }

    /** Read, but not annotated. */
    public Set<String> tooMany() {
        return difference(found, gold);
    }

    /** Annotated, but not read. */
    public Set<String> missing() {
        return difference(gold, found);
    }

    private long both() {
        return found.stream().filter(gold::contains).count();
    }

    private static Set<String> difference(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
