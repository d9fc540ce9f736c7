package org.zhice.loader.extract;

/** Reads the small numbers that count chapters and tasks. */
final class Numerals {
    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** The value of a number below 1000 in Western digits or in Chinese numerals such as 二十三. */
    static int value(String printed) {
        return Character.isDigit(printed.charAt(0)) ? Integer.parseInt(printed) : chinese(printed);
    }

    private static int chinese(String printed) {
        int total = 0;
        int digit = 0;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c == '百' || c == '十') {
                total += Math.max(digit, 1) * (c == '百' ? 100 : 10);
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return total + digit;
    }
}
