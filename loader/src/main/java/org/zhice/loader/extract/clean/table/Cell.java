package org.zhice.loader.extract.clean.table;

/**
 * A cell of a row, without the blanks around it.
 *
 * @param start first character, in UTF-16 units
 * @param end one past the last; the same where the cell is empty
 */
record Cell(Column column, int start, int end) {
    static Cell of(Column column, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Cell(column, start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    boolean isEmpty() {
        return end == start;
    }

    String words(String text) {
        return text.substring(start, end);
    }
}
