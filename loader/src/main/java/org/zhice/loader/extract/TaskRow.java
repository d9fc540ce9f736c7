package org.zhice.loader.extract;

/**
 * A numbered task with its duty.
 *
 * @param number as printed
 * @param section id of the deepest division, or empty
 * @param dutyMode jointly, by-division or led
 * @param openEnded whether the list of agencies ends in 等
 * @param text the clean text without number and duty bracket
 */
public record TaskRow(
        String id,
        String document,
        int number,
        String section,
        String dutyMode,
        boolean openEnded,
        String text,
        Evidence evidence) {}
