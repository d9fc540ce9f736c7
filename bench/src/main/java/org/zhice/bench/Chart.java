package org.zhice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A drawing of milliseconds as SVG: a bar for each that was measured, the shorter the faster. */
final class Chart {
    private static final int BAR = 24;

    private Chart() {}

    /**
     * Writes it.
     *
     * @param millis by name, in the order of the bars
     */
    static void write(Path file, Map<String, Double> millis) throws IOException {
        double longest =
                millis.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 " + (BAR * millis.size() + 8)
                + "\" font-family=\"sans-serif\" font-size=\"13\">");
        int y = 4;
        for (Map.Entry<String, Double> bar : millis.entrySet()) {
            double width = 360 * bar.getValue() / longest;
            lines.add("<text x=\"4\" y=\"%d\">%s</text>".formatted(y + 16, bar.getKey()));
            lines.add("<rect x=\"150\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#36648b\"/>"
                    .formatted(y + 2, width, BAR - 6));
            lines.add("<text x=\"%.1f\" y=\"%d\">%.2f ms</text>".formatted(156 + width, y + 16, bar.getValue()));
            y += BAR;
        }
        lines.add("</svg>");
        Files.write(file, lines);
    }
}
