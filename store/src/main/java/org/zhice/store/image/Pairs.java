package org.zhice.store.image;

/** Pairs of numbers, each with a number of its own: from zero, in the order in which they came. */
final class Pairs {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] pairs = new long[64];

    /** Open addressing, one more than the number of the pair; 0 where there is none. */
    private int[] numbers = new int[64];

    private int size;

    int size() {
        return size;
    }

    /** The number of a pair; that of a new one is the size before. */
    int number(int one, int two) {
        long pair = ((long) one << Integer.SIZE) | (two & 0xFFFF_FFFFL);
        int place = place(pair);
        if (numbers[place] == 0) {
            pairs[place] = pair;
            numbers[place] = ++size;
            if (2 * size > pairs.length) {
                grow();
                return size - 1;
            }
        }
        return numbers[place] - 1;
    }

    private int place(long pair) {
        int place = (int) ((pair * SPREAD) >>> (1 + Long.numberOfLeadingZeros(pairs.length)));
        while (numbers[place] != 0 && pairs[place] != pair) {
            place = (place + 1) & (pairs.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] before = pairs;
        int[] numbered = numbers;
        pairs = new long[2 * before.length];
        numbers = new int[pairs.length];
        for (int i = 0; i < before.length; i++) {
            if (numbered[i] != 0) {
                int place = place(before[i]);
                pairs[place] = before[i];
                numbers[place] = numbered[i];
            }
        }
    }
}
