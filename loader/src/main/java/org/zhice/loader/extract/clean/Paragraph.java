package org.zhice.loader.extract.clean;

import java.util.Map;

/** The lines joined so far. */
final class Paragraph {
    private final String text;
    private Line first;
    private int open;

    Paragraph(String text) {
        this.text = text;
    }

    void add(Line line) {
        if (first == null) {
            first = line;
        }
        for (int i = line.start(); i < line.end(); i++) {
            open += "（《“〔【".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            open -= "）》”〕】".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
    }

    int start() {
        return first.start();
    }

    Marker opener() {
        return first.marker();
    }

    boolean hasOpenBracket() {
        return open > 0;
    }

    /** A line without the blanks at its ends; never empty. */
    record Line(int start, int end, Marker marker) {
        static Line from(String text, int at, Map<Integer, Marker> markers) {
            int start = at;
            while (start < text.length() && isBlank(text.charAt(start))) {
                start++;
            }
            if (start == text.length()) {
                return null;
            }
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            while (isBlank(text.charAt(end - 1))) {
                end--;
            }
            return new Line(start, end, markers.get(start));
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\n';
        }
    }
}
