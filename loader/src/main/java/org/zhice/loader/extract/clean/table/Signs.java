package org.zhice.loader.extract.clean.table;

/** Signs in the clean text that tell what was a table; no document prints them at the beginning of a line. */
public final class Signs {
    /** Before the number of a row. */
    public static final String ROW = "▦";

    /** Before the heading of rows. */
    public static final String OUTER = "▤";

    /** Before a heading of rows under another. */
    public static final String INNER = "▥";

    private Signs() {}
}
