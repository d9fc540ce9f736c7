package org.zhice.query.expect;

/**
 * How an answer differs from what is expected.
 *
 * @param found what was answered, in English words
 * @param expected what should have been
 */
public record Difference(String found, String expected) {
    @Override
    public String toString() {
        return "found " + found + ", expected " + expected;
    }
}
