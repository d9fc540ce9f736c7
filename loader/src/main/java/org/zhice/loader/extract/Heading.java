package org.zhice.loader.extract;

/**
 * The heading of a chapter or section, places in UTF-16 units of the clean text.
 *
 * @param parent index of the heading above, or -1
 * @param ordinal place among its siblings
 * @param start first character of the words
 * @param end one past the last, without a stop
 */
record Heading(Marker.Level level, int parent, int ordinal, int start, int end) {}
