package org.zhice.store.image;

/**
 * Triples in an order: by one column, within it by a second, within that by a third.
 *
 * @param start for each number, where the triples begin that have it in the first column; then where all end
 * @param triples in this order
 * @param second by triple
 * @param third by triple
 */
@SuppressWarnings("ArrayRecordComponent") // compared with none
record Index(int[] start, int[] triples, int[] second, int[] third) {
    /**
     * Sorts triples.
     *
     * @param terms one more than the largest number
     */
    static Index of(int[] first, int[] second, int[] third, int terms) {
        int[] order = sorted(first, sorted(second, sorted(third, null, terms), terms), terms);
        return new Index(starts(first, terms), order, second, third);
    }

    /** For each key, how many keys are less than it; then how many there are. */
    static int[] starts(int[] key, int keys) {
        int[] starts = new int[keys + 1];
        for (int value : key) {
            starts[value + 1]++;
        }
        for (int i = 0; i < keys; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    /** The same order, sorted by a further key; what has equal keys stays as it is. */
    static int[] sorted(int[] key, int[] order, int keys) {
        int[] next = starts(key, keys);
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

    /** The first place within a sorted part of the order whose triple has this value in a column, or a larger one. */
    int lower(int[] column, int from, int to, int value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[triples[middle]] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place after the last whose triple has this value in a column; often it is not far. */
    int upper(int[] column, int from, int to, int value) {
        int step = 1;
        while (from + step < to && column[triples[from + step]] <= value) {
            step *= 2;
        }
        return lower(column, from + step / 2, Math.min(to, from + step), value + 1);
    }

    /** How many triples have this value in the first column. */
    int count(int one) {
        return start[one + 1] - start[one];
    }

    /** How many different values of the second column each value of the first has. */
    int[] pairs() {
        int[] pairs = new int[start.length - 1];
        for (int value = 0; value < pairs.length; value++) {
            for (int at = start[value]; at < start[value + 1]; at++) {
                pairs[value] += at == start[value] || second[triples[at]] != second[triples[at - 1]] ? 1 : 0;
            }
        }
        return pairs;
    }
}
