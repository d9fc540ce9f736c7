package org.zhice.loader.input;

/**
 * One thing that is wrong with the input.
 *
 * @param place where it is
 * @param found what stands there
 * @param expected what should stand there
 */
public record Finding(Place place, String found, String expected) {
    /** A wrong cell of a table. */
    public static Finding cell(Place place, String cell, String expected) {
        return new Finding(place, cell.isEmpty() ? "nothing" : "\"" + cell + "\"", expected);
    }

    @Override
    public String toString() {
        return place + ": found " + found + ", expected " + expected;
    }
}
