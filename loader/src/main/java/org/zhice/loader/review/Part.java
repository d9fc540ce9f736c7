package org.zhice.loader.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhice.loader.extract.account.Account;
import org.zhice.loader.extract.account.Account.Kind;
import org.zhice.loader.extract.account.Account.Stretch;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.reading.RowTable;

/**
 * A stretch of the original document and what was read from it: a task, or else a line.
 *
 * @param start first character, in code points
 * @param pieces the characters, cut where a row's passage begins or ends
 */
record Part(int start, List<Piece> pieces, List<Read> rows) {

    /** Tables whose rows rest on all characters of a part. */
    private static final Set<String> WHOLE = Set.of("section", "task", "task_topic");

    /** How some characters are shown. */
    enum Mark {
        PLAIN,
        /** A row other than the task itself rests on them. */
        EVIDENCE,
        UNREAD,
        /** Taken for no part of the document. */
        CUT
    }

    /** Some characters. */
    record Piece(String text, Mark mark) {}

    /** A row beside the text. */
    record Read(RowTable in, RowTable.Row row) {
        /** The name of the table. */
        public String table() {
            return in.name();
        }

        /** By column, without the empty ones; made when asked for, since a long document has very many rows. */
        public Map<String, String> cells() {
            Map<String, String> cells = in.cells(row);
            cells.values().removeIf(String::isEmpty);
            return cells;
        }

        /** What states it. */
        public Evidence evidence() {
            return row.evidence().orElseThrow();
        }

        int start() {
            return evidence().passage().start();
        }
    }

    /** The rows that rest on a passage, in the order of the text. */
    static List<Read> rows(List<RowTable> tables) {
        return tables.stream()
                .flatMap(table -> table.rows().stream()
                        .filter(row -> row.evidence().isPresent())
                        .map(row -> new Read(table, row)))
                .sorted(Comparator.comparingInt(Read::start))
                .toList();
    }

    /**
     * The whole text in order, but for blank lines; parts of tasks are not cut at their lines.
     *
     * @param rows as {@link #rows} gives them
     */
    static Stream<Part> of(String text, List<Read> rows, Account account) {
        int[] points = text.codePoints().toArray();
        Mark[] marks = marks(points, account);
        int[] next = {0, 0};
        return ends(points, rows).stream()
                .map(to -> {
                    int first = next[1];
                    while (next[1] < rows.size() && rows.get(next[1]).start() < to) {
                        next[1]++;
                    }
                    Part part = part(points, marks, next[0], to, rows.subList(first, next[1]));
                    next[0] = to;
                    return part;
                })
                .filter(part -> !part.isBlank());
    }

    /** Where parts begin. */
    static NavigableSet<Integer> starts(String text, List<Read> rows) {
        TreeSet<Integer> starts = ends(text.codePoints().toArray(), rows);
        starts.add(0);
        return starts;
    }

    private static Mark[] marks(int[] points, Account account) {
        Mark[] marks = new Mark[points.length];
        for (Stretch stretch : account.stretches()) {
            Arrays.fill(marks, stretch.start(), stretch.end(), mark(points, stretch));
        }
        return marks;
    }

    /** Blanks and marks between words are noise that need not be seen. */
    private static Mark mark(int[] points, Stretch stretch) {
        if (stretch.kind() == Kind.NOISE) {
            return Arrays.stream(points, stretch.start(), stretch.end()).anyMatch(Character::isLetterOrDigit)
                    ? Mark.CUT
                    : Mark.PLAIN;
        }
        return stretch.kind() == Kind.UNREAD ? Mark.UNREAD : Mark.PLAIN;
    }

    private boolean isBlank() {
        return pieces.stream().allMatch(piece -> piece.text().isBlank());
    }

    /** Where parts end: at the ends of lines, but for those within a task, and at both ends of each task. */
    private static TreeSet<Integer> ends(int[] points, List<Read> rows) {
        TreeSet<Integer> ends = new TreeSet<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\n') {
                ends.add(i + 1);
            }
        }
        ends.add(points.length);
        for (Read row : rows) {
            if (row.table().equals("task")) {
                Passage task = row.evidence().passage();
                ends.subSet(task.start(), false, task.end(), false).clear();
                ends.add(task.start());
                ends.add(task.end());
            }
        }
        ends.remove(0);
        return ends;
    }

    private static Part part(int[] points, Mark[] marks, int from, int to, List<Read> rows) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        Mark[] shown = Arrays.copyOfRange(marks, from, to);
        rows.stream()
                .filter(row -> !WHOLE.contains(row.table()))
                .map(row -> row.evidence().passage())
                .forEach(passage -> {
                    int end = Math.min(passage.end(), to);
                    cuts.add(passage.start());
                    cuts.add(end);
                    for (int i = passage.start() - from; i < end - from; i++) {
                        shown[i] = shown[i] == Mark.PLAIN ? Mark.EVIDENCE : shown[i];
                    }
                });
        for (int i = 1; i < shown.length; i++) {
            if (shown[i] != shown[i - 1]) {
                cuts.add(from + i);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int start = from;
        for (int cut : cuts.tailSet(from, false)) {
            pieces.add(new Piece(new String(points, start, cut - start), shown[start - from]));
            start = cut;
        }
        return new Part(from, pieces, rows);
    }
}
