package org.zhice.loader.extract.clean;

/**
 * The number that opens a chapter, a section or a task.
 *
 * @param level its form
 * @param number its value
 * @param start first character, in UTF-16 units
 * @param end where the words begin
 */
public record Marker(Level level, int number, int start, int end) {

    /** The forms of numbers, from the outermost division inwards. */
    public enum Level {
        /** 第一章 */
        PART,
        /** 第一节 */
        DIVISION,
        /** 一、 */
        CHAPTER,
        /** （一） */
        SECTION,
        /** 1. */
        ITEM,
        /** 1.1 */
        DECIMAL,
        /** 1.1.1 */
        SUBDECIMAL,
        /** A row of a table. */
        ROW,
        /** （1） */
        SUBITEM,
        /** ① */
        CIRCLED,
        /** A paragraph without a number. */
        PARAGRAPH
    }
}
