package org.zhice.loader.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.zhice.loader.input.InputException;

/** Takes the elements of a web page, or the XHTML that Tika makes of another format, and writes its body as text, one paragraph a line. */
final class Paragraphs extends DefaultHandler {
    private static final Set<String> BLOCKS = Set.of(
            ("address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer"
                            + " form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table"
                            + " tbody tfoot thead tr ul")
                    .split(" "));
    private static final Set<String> CELLS = Set.of("td", "th");

    private final boolean flowing;
    private final int longest;
    private final List<List<List<MergedCells.Cell>>> merged;
    private final Deque<Grid> grids = new ArrayDeque<>();
    private final Deque<Integer> ordinals = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int tables;
    private boolean inBody;
    private int preformatted;
    private boolean blank;
    private boolean broken;

    /**
     * @param flowing whether line ends in the file mean nothing, as in HTML
     * @param longest the most characters that are taken
     */
    Paragraphs(boolean flowing, int longest) {
        this(flowing, longest, List.of());
    }

    /** @param merged the cells of each table, where the elements do not tell over how many rows and columns they reach */
    Paragraphs(boolean flowing, int longest, List<List<List<MergedCells.Cell>>> merged) {
        this.flowing = flowing;
        this.longest = longest;
        this.merged = merged;
    }

    /** Too much text, thrown through the parser. */
    static final class TooLong extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** What is said of a file with too much text. */
    InputException tooLong(String place) {
        return TikaText.tooLong(place, longest);
    }

    String text() {
        return text.toString();
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        inBody |= name.equals("body");
        preformatted += name.equals("pre") ? 1 : 0;
        edge(name);
        if (name.equals("table")) {
            grids.push(new Grid(text.length()));
            ordinals.push(tables++);
        } else if (name.equals("tr") && !grids.isEmpty()) {
            grids.element().row();
        } else if (CELLS.contains(name) && !grids.isEmpty()) {
            grids.element().open(text.length(), span(attributes, "rowspan"), span(attributes, "colspan"));
        }
    }

    private static int span(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value != null && value.strip().matches("[1-9]\\d{0,2}") ? Integer.parseInt(value.strip()) : 1;
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        preformatted -= name.equals("pre") ? 1 : 0;
        if (CELLS.contains(name) && !grids.isEmpty()) {
            grids.element().close(text.length());
        }
        edge(name);
        if (name.equals("table") && !grids.isEmpty()) {
            endTable(grids.pop(), ordinals.pop());
        }
    }

    private void endTable(Grid grid, int ordinal) {
        if (ordinal < merged.size()) {
            grid.merge(merged.get(ordinal));
        }
        grid.written(text).ifPresent(lines -> {
            text.setLength(grid.start());
            text.append(lines);
        });
    }

    @Override
    public void characters(char[] ch, int start, int length) throws SAXException {
        if (!inBody) {
            return;
        }
        if (text.length() + length > longest) {
            throw new TooLong();
        }
        if (flowing && preformatted == 0) {
            flow(ch, start, start + length);
        } else {
            text.append(ch, start, length);
        }
    }

    /** Where the lines of a PDF end; what stands between the elements of other formats adds no line. */
    @Override
    public void ignorableWhitespace(char[] ch, int start, int length) {
        if (!flowing && new String(ch, start, length).indexOf('\n') >= 0) {
            endLine();
        }
    }

    private void edge(String name) {
        if (BLOCKS.contains(name)) {
            endLine();
        } else if (CELLS.contains(name) && !isAtLineStart() && last() != '\t') {
            text.append('\t');
        }
    }

    private void endLine() {
        noBlank();
        while (text.length() > 0 && (last() == ' ' || last() == '\t')) {
            text.setLength(text.length() - 1);
        }
        if (!isAtLineStart()) {
            text.append('\n');
        }
    }

    /** Blanks become one; a line end between two Chinese characters is none, as no blank is written there. */
    private void flow(char[] ch, int start, int end) {
        for (int i = start; i < end; i++) {
            if (ch[i] <= ' ') {
                blank = true;
                broken |= ch[i] == '\n' || ch[i] == '\r';
                continue;
            }
            if (blank && !isAtLineStart() && !(broken && isWide(last()) && isWide(ch[i]))) {
                text.append(' ');
            }
            noBlank();
            text.append(ch[i]);
        }
    }

    private void noBlank() {
        blank = false;
        broken = false;
    }

    private static boolean isWide(char c) {
        return c >= 0x2E80;
    }

    private boolean isAtLineStart() {
        return text.length() == 0 || last() == '\n';
    }

    private char last() {
        return text.charAt(text.length() - 1);
    }
}
