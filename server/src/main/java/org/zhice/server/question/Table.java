package org.zhice.server.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A table as a page shows it. What is null is an attribute that the page leaves out.
 *
 * @param chart how it can be drawn; null if it cannot
 */
record Table(String chart, List<Column> columns, List<Row> rows) {
    /**
     * A column.
     *
     * @param kind {@code number} for numbers; else null
     * @param role what it is in the chart; null if nothing
     */
    record Column(String title, String kind, String role) {}

    /**
     * A row.
     *
     * @param evidence what it rests on, if that is asked for and known
     */
    record Row(List<Cell> cells, Optional<Cell> evidence) {}

    /**
     * A cell.
     *
     * @param href where it leads; null if nowhere
     * @param lang the language of the text; null if it has none of its own
     * @param kind a number, or a text that is short or long; null if there is none
     * @param number its value; 0 if it is none
     * @param plain a number or a day as programs read it, where people read it otherwise; else null
     */
    record Cell(String text, String href, String lang, String kind, BigDecimal number, String plain) {
        static final Cell EMPTY = new Cell("", null, null, null);

        /** A cell that holds no number. */
        Cell(String text, String href, String lang, String kind) {
            this(text, href, lang, kind, BigDecimal.ZERO, null);
        }

        /** A cell that shows a number or a day. */
        static Cell of(String shown, String kind, BigDecimal number, String plain) {
            return new Cell(shown, null, null, kind, number, plain.equals(shown) ? null : plain);
        }
    }
}
