package org.zhice.store.image;

import java.util.Arrays;

/**
 * A release in memory: its terms, all triples of all graphs, none twice, in three orders, and which graph holds which.
 *
 * @param s the subject of each triple
 * @param p the predicate of each triple
 * @param o the object of each triple
 * @param subjects how many different subjects each predicate has
 * @param objects how many different objects each predicate has
 * @param bytes what all of it takes, nearly
 */
@SuppressWarnings("ArrayRecordComponent") // compared with none
record Image(
        Terms terms,
        int[] s,
        int[] p,
        int[] o,
        Index spo,
        Index pos,
        Index osp,
        Graphs graphs,
        int[] subjects,
        int[] objects,
        long bytes) {
    /** Any value. */
    static final int ANY = -1;

    /**
     * Sorts quads.
     *
     * @param quads columns of numbers: graphs, subjects, predicates, objects
     * @param bytes what the image takes
     */
    static Image of(Terms terms, int[][] quads, long bytes) {
        int size = terms.size();
        int[] order = Index.sorted(quads[0], null, size);
        for (int column = 3; column > 0; column--) {
            order = Index.sorted(quads[column], order, size);
        }
        int[] g = Index.picked(quads[0], order);
        int[] s = Index.picked(quads[1], order);
        int[] p = Index.picked(quads[2], order);
        int[] o = Index.picked(quads[3], order);
        int[] triple = new int[g.length];
        int count = 0;
        for (int i = 0; i < g.length; i++) {
            if (i == 0 || s[i] != s[count - 1] || p[i] != p[count - 1] || o[i] != o[count - 1]) {
                s[count] = s[i];
                p[count] = p[i];
                o[count] = o[i];
                count++;
            }
            triple[i] = count - 1;
        }
        return of(
                terms,
                Arrays.copyOf(s, count),
                Arrays.copyOf(p, count),
                Arrays.copyOf(o, count),
                Graphs.of(triple, g, count),
                bytes);
    }

    private static Image of(Terms terms, int[] s, int[] p, int[] o, Graphs graphs, long bytes) {
        int size = terms.size();
        Index pos = Index.of(p, o, s, size);
        int[] subjects = Index.of(p, s, o, size).pairs();
        return new Image(
                terms,
                s,
                p,
                o,
                Index.of(s, p, o, size),
                pos,
                Index.of(o, s, p, size),
                graphs,
                subjects,
                pos.pairs(),
                bytes);
    }

    int triples() {
        return s.length;
    }
}
