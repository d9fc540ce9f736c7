package org.zhice.loader.extract.figure;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.place.Places;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Lexicon.Area;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/**
 * The numbers that a document states and those that it sets as targets.
 *
 * @param rows in the order of the document, those of its indicator tables last
 * @param doubts what a person should look at
 */
public record Figures(List<FigureRow> rows, List<Report> doubts) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]|[一二三四五六七八九十百千万亿两]");

    private static final int LONGEST = 2_000;

    private static final Pattern CELL = Pattern.compile("\\s*+(?:\\d*+|[—–-])\\s*+");
    private static final Set<Damage.Kind> NOISE = EnumSet.of(Damage.Kind.NOISE, Damage.Kind.PAGE_NUMBER);

    public Figures {
        rows = List.copyOf(rows);
        doubts = List.copyOf(doubts);
    }

    /** What is said of a number is looked for in its whole paragraph: one that never ends is read in pieces. */
    private static int endOfPiece(String text, int from, int end) {
        if (end - from <= LONGEST) {
            return end;
        }
        int stop = text.lastIndexOf('。', from + LONGEST - 1);
        return stop > from ? stop + 1 : from + LONGEST;
    }

    /**
     * Reads the figures of one document.
     *
     * @param clean the document; its indicator tables are read in the original, since cleaning joins their lines
     * @param document its id
     * @param published the year in which it came out, or 0
     * @param metrics those of the reviewed tables; a figure that fits none has an empty metric and a doubt
     * @param areas likewise
     */
    public static Figures in(CleanText clean, String document, int published, List<Metric> metrics, List<Area> areas) {
        String original = clean.original();
        String text = clean.text();
        Frames frames = new Frames(text, published);
        IndicatorTables tables = IndicatorTables.in(original, published);
        DataTables data = DataTables.in(withoutNoise(clean), frames.frame().year(), tables::covers);
        IntPredicate inTable = place -> tables.covers(place) || data.covers(place);
        boolean none = tables.isEmpty() && data.isEmpty();
        Places places = Places.of(text, frames.title(), areas);
        Sink sink = new Sink(document, clean, new MetricNames(metrics), places);
        Paragraphs paragraphs = new Paragraphs(text, frames, sink, none ? place -> false : inTable);
        int index = 0;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            index++;
            if (!none && inTable.test(sink.original(from))) {
                from = end + 1;
                continue;
            }
            if (NUMBER.matcher(text).region(from, end).find()) {
                for (int piece = from; piece < end; piece = endOfPiece(text, piece, end)) {
                    paragraphs.read(piece, endOfPiece(text, piece, end), index);
                }
            } else {
                frames.heading(text.substring(from, end), index - 1);
            }
            from = end + 1;
        }
        tables.rows().forEach(row -> sink.table(row, original));
        data.rows().forEach(row -> sink.table(row, original));
        tables.doubts().forEach(row -> sink.misfit(row, original));
        return new Figures(sink.rows(), sink.doubts());
    }

    /**
     * As long as the original, with blanks for foreign lines, which may stand between the rows of a table. A number or a
     * dash alone is more likely a cell.
     */
    private static String withoutNoise(CleanText clean) {
        BitSet noise = new BitSet();
        clean.damages().stream()
                .filter(damage -> NOISE.contains(damage.kind())
                        && !CELL.matcher(damage.found()).matches())
                .forEach(damage -> noise.set(damage.start(), damage.end()));
        StringBuilder text = new StringBuilder();
        int[] points = clean.original().codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean blank = noise.get(i) && points[i] != '\n';
            text.append(blank ? " ".repeat(Character.charCount(points[i])) : Character.toString(points[i]));
        }
        return text.toString();
    }
}
