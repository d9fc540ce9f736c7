package org.zhice.loader.extract.rows;

/** A stretch of the clean text, in UTF-16 units. */
public record Span(int start, int end) {}
