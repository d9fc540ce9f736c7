package org.zhice.loader;

/**
 * One thing that is wrong with the input.
 *
 * @param place file, and as far as known line and column, such as {@code data/tables/task.csv:118 column section}
 * @param found what stands there
 * @param expected what should stand there
 */
public record Finding(String place, String found, String expected) {
    @Override
    public String toString() {
        return place + ": found " + found + ", expected " + expected;
    }
}
