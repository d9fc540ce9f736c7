package org.zhice.store.image;

/**
 * Triples sorted by three columns. Of the first, only where each of its values begins is kept.
 *
 * @param start for each number, where its triples begin; then where all end
 */
@SuppressWarnings("ArrayRecordComponent") // compared with none
record Index(int[] start, int[] second, int[] third) {
    /**
     * Sorts triples.
     *
     * @param terms one more than the largest number
     */
    static Index of(int[] first, int[] second, int[] third, int terms) {
        int[] order = sorted(first, sorted(second, sorted(third, null, terms), terms), terms);
        int[] start = new int[terms + 1];
        for (int value : first) {
            start[value + 1]++;
        }
        for (int i = 0; i < terms; i++) {
            start[i + 1] += start[i];
        }
        return new Index(start, picked(second, order), picked(third, order));
    }

    /** The same order, sorted by a further key; what has equal keys stays as it is. */
    static int[] sorted(int[] key, int[] order, int keys) {
        int[] next = new int[keys + 1];
        for (int value : key) {
            next[value + 1]++;
        }
        for (int i = 0; i < keys; i++) {
            next[i + 1] += next[i];
        }
        int[] sorted = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            int from = order == null ? i : order[i];
            sorted[next[key[from]]++] = from;
        }
        return sorted;
    }

    static int[] picked(int[] column, int[] order) {
        int[] picked = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = column[order[i]];
        }
        return picked;
    }

    /** The first place within a sorted part of a column that holds this value or a larger one. */
    static int lower(int[] column, int from, int to, int value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where a triple stands, or -1. */
    int place(int one, int two, int three) {
        int from = lower(second, start[one], start[one + 1], two);
        int to = lower(second, from, start[one + 1], two + 1);
        int at = lower(third, from, to, three);
        return at < to && third[at] == three ? at : -1;
    }

    /** How many different pairs of first and second column each value of the first has. */
    int[] pairs() {
        int[] pairs = new int[start.length - 1];
        for (int value = 0; value < pairs.length; value++) {
            for (int at = start[value]; at < start[value + 1]; at++) {
                pairs[value] += at == start[value] || second[at] != second[at - 1] ? 1 : 0;
            }
        }
        return pairs;
    }
}
