package org.zhice.store.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.zhice.store.find.Found.Part;

/** Where in a text the words stand that were looked for. */
final class Highlight {
    /** A longer text is shown from a little before the first place. */
    private static final int SHOWN = 200;

    private static final int BEFORE = 40;

    private Highlight() {}

    /** The text in parts, those found and those around them; of a long one what stands around the first place. */
    static List<Part> of(String text, SearchQuery query, Analyzer analyzer) {
        BitSet marks = marks(text, query, analyzer);
        int first = Math.max(0, marks.nextSetBit(0));
        int from = text.length() <= SHOWN ? 0 : boundary(text, Math.max(0, first - BEFORE));
        int to = boundary(text, Math.min(text.length(), from + SHOWN));
        List<Part> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(new Part("…", false));
        }
        for (int i = from, next; i < to; i = next) {
            next = Math.min(to, marks.get(i) ? marks.nextClearBit(i) : end(marks.nextSetBit(i), to));
            parts.add(new Part(text.substring(i, next), marks.get(i)));
        }
        if (to < text.length()) {
            parts.add(new Part("…", false));
        }
        return parts;
    }

    private static int end(int next, int otherwise) {
        return next < 0 ? otherwise : next;
    }

    /** Never within a character beyond U+FFFF. */
    private static int boundary(String text, int index) {
        boolean within = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return within ? index - 1 : index;
    }

    private static BitSet marks(String text, SearchQuery query, Analyzer analyzer) {
        BitSet marks = new BitSet(text.length());
        try (TokenStream tokens = analyzer.tokenStream(SearchQuery.FIELD, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (query.has(term.toString())) {
                    marks.set(place.startOffset(), place.endOffset());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }
}
