package org.zhice.store.image;

import java.util.Arrays;
import org.apache.jena.graph.Node;

/** All terms of a release, each with a number. */
final class Terms {
    /** The number of what is no term of the release. */
    static final int NONE = -2;

    private static final int SPREAD = 0x9E3779B9;

    private final Node[] terms;

    /** Open addressing: at the place that the hash of a term gives, or the next free one, stands its number. */
    private final int[] table;

    private final int shift;

    /** @param terms none twice; they are not copied */
    Terms(Node[] terms) {
        this.terms = terms;
        int bits = 33 - Integer.numberOfLeadingZeros(terms.length);
        this.shift = Integer.SIZE - bits;
        this.table = new int[1 << bits];
        Arrays.fill(table, NONE);
        for (int number = 0; number < terms.length; number++) {
            table[place(terms[number])] = number;
        }
    }

    int size() {
        return terms.length;
    }

    Node term(int number) {
        return terms[number];
    }

    /** Its number, or {@link #NONE}. */
    int number(Node term) {
        return table[place(term)];
    }

    /** Where it stands or would stand. */
    private int place(Node term) {
        int place = (term.hashCode() * SPREAD) >>> shift;
        while (table[place] != NONE && !terms[table[place]].equals(term)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }
}
