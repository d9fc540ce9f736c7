package org.zhice.loader.input;

import java.io.Serializable;

/**
 * Where a finding is.
 *
 * @param file as a person would write it; what stands in for it where there is none, such as an option or a node
 * @param line counted from 1; 0 if unknown
 * @param column name of the column, or names joined by {@code +}; empty if unknown
 */
public record Place(String file, long line, String column) implements Serializable {

    /** A file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, "");
    }

    /** A line of a file. */
    public static Place of(String file, long line) {
        return new Place(file, line, "");
    }

    /** The same line as a whole. */
    public Place row() {
        return of(file, line);
    }

    /** A column of the same line. */
    public Place in(String name) {
        return new Place(file, line, name);
    }

    /** As it is printed: {@code data/tables/task.csv:118 column section}. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column.isEmpty() ? "" : " column " + column);
    }
}
