package org.zhice.loader.extract;

/**
 * A doubt for the person who reviews the rows.
 *
 * @param place document, character of the original and, if known, the task
 * @param what the kind of doubt in a few words
 * @param found what stands there
 * @param expected what should stand there
 */
public record Report(String place, String what, String found, String expected) {}
