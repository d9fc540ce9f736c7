package org.zhice.loader.extract;

/**
 * A numbered task of the outline, places in UTF-16 units of the clean text.
 *
 * @param number as printed
 * @param heading the division it stands in: index in the outline's headings, or -1
 * @param start the number
 * @param textStart first character of its words
 * @param bracket who is responsible
 */
record Task(int number, int heading, int start, int textStart, Bracket bracket) {

    /** One past the last character of its words. */
    int textEnd() {
        return bracket.start();
    }
}
