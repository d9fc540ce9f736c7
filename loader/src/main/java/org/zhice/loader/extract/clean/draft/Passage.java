package org.zhice.loader.extract.clean.draft;

/**
 * A place in the original document with the very characters that stand there.
 *
 * @param start first character, counted in Unicode code points from 0
 * @param end one past the last character
 * @param quote the original characters, unrepaired
 */
public record Passage(int start, int end, String quote) {}
