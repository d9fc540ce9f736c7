package org.zhice.loader.evidence;

import java.util.List;

/**
 * One thing in which a text and the tables differ.
 *
 * @param side who has the row
 * @param key of the row
 * @param column that differs; empty where the whole row is on one side
 * @param read the cell, or the row as column=cell; empty where only the tables have it
 * @param reviewed the same of the other side
 * @param place document:offset of the row in the text, in code points, or of its task; empty where neither was read
 * @param quote what stands there
 */
public record Difference(
        Side side, String table, String key, String column, String read, String reviewed, String place, String quote) {

    /** Who has a row: both, where a cell differs; or only one. */
    public enum Side {
        BOTH("both"),
        TEXT("text"),
        TABLES("tables");

        private final String label;

        Side(String label) {
            this.label = label;
        }
    }

    /** The names of the cells. */
    public static List<String> header() {
        return List.of("side", "table", "key", "column", "read", "reviewed", "place", "quote");
    }

    /** The values in the order of the header. */
    public List<String> cells() {
        return List.of(side.label, table, key, column, read, reviewed, place, quote);
    }
}
