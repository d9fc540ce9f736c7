package org.zhice.loader.extract.figure;

import org.zhice.loader.extract.rows.Lexicon.Metric;

/**
 * A figure before it becomes a row.
 *
 * @param metric null where none fits
 * @param clause where the words begin that state it
 * @param rule what found it
 * @param doubt what should be looked at, or empty
 */
record Figure(
        Quantity quantity,
        String printed,
        Metric metric,
        String noun,
        int paragraph,
        String statistic,
        Dates dates,
        boolean target,
        String area,
        int clause,
        String rule,
        String doubt) {}
