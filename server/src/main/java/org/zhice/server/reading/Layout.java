package org.zhice.server.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.server.reading.Block.Segment;

/**
 * A text cut into blocks, and these into segments, so that passages may lie in one another or overlap. Places count in code
 * points. Lines are those of the text; where all of it is one line, headings and tasks make blocks all the same.
 */
final class Layout {
    /** What stands before the title of a section. */
    private static final Pattern MARKER =
            Pattern.compile("(?:第?[一二三四五六七八九十百]+[章节節部分]*|[（(][一二三四五六七八九十百]+[）)])[、.．:：\\s]*$");

    private static final int MARKER_LENGTH = 12;
    private static final String CLOSING = "。:：;；";

    private static final Comparator<Passage> NARROWEST =
            Comparator.comparingInt(Passage::length).thenComparing(Passage::id);

    private final int[] points;
    private final List<Passage> inline = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final int longest;

    private Layout(int[] points, List<Passage> passages) {
        this.points = points;
        List<Passage> own = own(passages);
        passages.stream()
                .filter(passage -> !own.contains(passage))
                .sorted(Comparator.comparingInt(Passage::start))
                .forEach(inline::add);
        longest = inline.stream().mapToInt(Passage::length).max().orElse(0);
        int at = 0;
        for (int i = 0; i < own.size(); i++) {
            Passage passage = own.get(i);
            int next = i + 1 < own.size() ? own.get(i + 1).start() : points.length;
            boolean heading = passage.kind() == Kind.HEADING;
            int from = heading ? headingStart(passage, at) : passage.start();
            int to = heading ? headingEnd(passage, next) : passage.end();
            paragraphs(at, from);
            blocks.add(new Block(Optional.of(passage), segments(from, to)));
            at = to;
        }
        paragraphs(at, points.length);
    }

    /**
     * The blocks of a text, which together hold each of its characters but the blanks around them.
     *
     * @param passages that stand in it
     */
    static List<Block> of(int[] points, List<Passage> passages) {
        return List.copyOf(new Layout(points, passages).blocks);
    }

    /** Those that make blocks: of two that overlap the first, and of two that begin together the longer. */
    private static List<Passage> own(List<Passage> passages) {
        List<Passage> own = new ArrayList<>();
        passages.stream()
                .filter(passage -> passage.kind().isBlock())
                .sorted(Comparator.comparingInt(Passage::start)
                        .thenComparing(Passage::length, Comparator.reverseOrder()))
                .filter(passage -> own.isEmpty() || own.get(own.size() - 1).end() <= passage.start())
                .forEach(own::add);
        return own;
    }

    private int headingStart(Passage heading, int least) {
        int from = Math.max(least, heading.start() - MARKER_LENGTH);
        String before = text(from, heading.start());
        Matcher marker = MARKER.matcher(before);
        return marker.find()
                ? heading.start() - before.codePointCount(marker.start(), before.length())
                : heading.start();
    }

    private int headingEnd(Passage heading, int most) {
        int end = heading.end();
        while (end < most && CLOSING.indexOf(points[end]) >= 0) {
            end++;
        }
        return end;
    }

    /** A line that ends within a passage goes on. */
    private void paragraphs(int from, int to) {
        int start = from;
        for (int at = from; at < to; at++) {
            if (isBreak(at)) {
                paragraph(start, at);
                start = at + 1;
            }
        }
        paragraph(start, to);
    }

    private boolean isBreak(int at) {
        return points[at] == '\n' && near(at, at + 1).noneMatch(passage -> passage.covers(at, at + 1));
    }

    private void paragraph(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(points[start])) {
            start++;
        }
        while (start < end && isBlank(points[end - 1])) {
            end--;
        }
        if (start < end) {
            blocks.add(new Block(Optional.empty(), segments(start, end)));
        }
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private List<Segment> segments(int from, int to) {
        List<Passage> here = near(from, to)
                .filter(passage -> passage.start() < to && from < passage.end())
                .sorted(NARROWEST)
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        here.forEach(passage -> {
            cuts.add(Math.max(from, passage.start()));
            cuts.add(Math.min(to, passage.end()));
        });
        List<Segment> segments = new ArrayList<>();
        for (int start = from; start < to; start = cuts.higher(start)) {
            segments.add(segment(start, cuts.higher(start), here));
        }
        return segments;
    }

    private Segment segment(int from, int to, List<Passage> here) {
        List<Passage> covering =
                here.stream().filter(passage -> passage.covers(from, to)).toList();
        List<Passage> beginning =
                covering.stream().filter(passage -> passage.start() == from).toList();
        return new Segment(text(from, to), covering, beginning);
    }

    /** The passages that may touch a stretch: those that begin where even the longest would reach it. */
    private Stream<Passage> near(int from, int to) {
        return inline.subList(firstFrom(from - longest), firstFrom(to)).stream();
    }

    /** The place in the list of the first passage that begins there or later. */
    private int firstFrom(int start) {
        int low = 0;
        int high = inline.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inline.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String text(int from, int to) {
        return new String(points, from, to - from);
    }
}
