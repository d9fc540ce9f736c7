package org.zhice.loader.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhice.loader.extract.Evidence;
import org.zhice.loader.extract.RowTable;
import org.zhice.loader.extract.clean.Passage;

/**
 * A stretch of the original document and what was read from it: a task, or else a line.
 *
 * @param start first character, in code points
 * @param pieces the characters, cut where a row's passage begins or ends
 */
public record Part(int start, List<Piece> pieces, List<Read> rows) {

    /** Tables whose rows rest on all characters of a part. */
    private static final Set<String> WHOLE = Set.of("section", "task", "task_topic");

    /** Some characters; marked if a row other than the task itself rests on them. */
    public record Piece(String text, boolean marked) {}

    /**
     * A row beside the text.
     *
     * @param cells by column, without the empty ones
     */
    public record Read(String table, Map<String, String> cells, Evidence evidence) {}

    /** The whole text in order; parts of tasks are not cut at their lines. */
    static List<Part> of(String text, List<RowTable> tables) {
        List<Read> rows = tables.stream()
                .flatMap(table -> table.rows().stream()
                        .filter(row -> row.evidence().isPresent())
                        .map(row -> read(table, row)))
                .toList();
        int[] points = text.codePoints().toArray();
        NavigableMap<Integer, List<Read>> byStart = new TreeMap<>();
        rows.forEach(row -> byStart.computeIfAbsent(row.evidence().passage().start(), start -> new ArrayList<>())
                .add(row));
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int to : ends(points, rows)) {
            List<Read> within = byStart.subMap(from, to).values().stream()
                    .flatMap(List::stream)
                    .toList();
            Part part = part(points, from, to, within);
            if (!part.isBlank()) {
                parts.add(part);
            }
            from = to;
        }
        return parts;
    }

    private boolean isBlank() {
        return pieces.stream().allMatch(piece -> piece.text().isBlank());
    }

    private static Read read(RowTable table, RowTable.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (!row.cells().get(i).isEmpty()) {
                cells.put(table.header().get(i), row.cells().get(i));
            }
        }
        return new Read(table.name(), cells, row.evidence().orElseThrow());
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

    private static Part part(int[] points, int from, int to, List<Read> rows) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
        boolean[] marked = new boolean[to - from];
        rows.stream()
                .filter(row -> !WHOLE.contains(row.table()))
                .map(row -> row.evidence().passage())
                .forEach(passage -> {
                    int end = Math.min(passage.end(), to);
                    cuts.add(passage.start());
                    cuts.add(end);
                    Arrays.fill(marked, passage.start() - from, end - from, true);
                });
        List<Piece> pieces = new ArrayList<>();
        int start = from;
        for (int cut : cuts.tailSet(from, false)) {
            pieces.add(new Piece(new String(points, start, cut - start), marked[start - from]));
            start = cut;
        }
        return new Part(from, pieces, rows);
    }
}
