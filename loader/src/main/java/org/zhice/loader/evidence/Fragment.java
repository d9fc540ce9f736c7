package org.zhice.loader.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.tables.Table;

/**
 * A clause that a person marked in a text by its first and last characters, since no rule reads what it states. The model
 * is that of text fragments of web addresses.
 *
 * @param row the marks, by column
 * @param statement what it states
 * @param starts where the first characters stand in the task of the statement, or in the text if it is of no task
 * @param passage the clause; none if the first characters do not stand there once, or the last ones nowhere after them in
 *     the paragraph
 */
record Fragment(Map<String, String> row, String statement, List<Passage> starts, Optional<Passage> passage) {
    static final String TABLE = "text_fragment";

    private static final String RULE = "text-fragment";

    /** The scope of a task that the text has not. */
    private static final Passage NOWHERE = new Passage(0, 0, "");

    /** All that are marked in a text that could be read, in the order of their table. */
    static List<Fragment> of(Reading reading, List<Pair> pairs, Reviewed reviewed) {
        if (reading.extraction().isEmpty()) {
            return List.of();
        }
        Table table = reviewed.tables().table(TABLE);
        Map<String, Evidence> read = Pair.tasks(pairs);
        return reviewed.rows(table, reading.document()).stream()
                .map(row -> {
                    String statement = statement(table, row);
                    Optional<Passage> scope = reviewed.taskOfMarked(statement)
                            .map(task -> read.containsKey(task) ? read.get(task).passage() : NOWHERE);
                    return find(row, statement, reading.clean(), scope);
                })
                .toList();
    }

    /** What a row of the table marks the proof of. */
    static String statement(Table table, Map<String, String> row) {
        return table.url("statement_url", row).orElseThrow();
    }

    private static Fragment find(Map<String, String> row, String statement, CleanText clean, Optional<Passage> scope) {
        String text = clean.text();
        String start = row.get("text_start");
        List<Passage> starts = new ArrayList<>();
        Optional<Passage> whole = Optional.empty();
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            Passage found = clean.passage(at, at + start.length());
            if (scope.stream().allMatch(task -> task.start() <= found.start() && found.end() <= task.end())) {
                starts.add(found);
                int end = end(text, at + start.length(), row.get("text_end"));
                whole = end < 0 ? Optional.empty() : Optional.of(clean.passage(at, end));
            }
        }
        return new Fragment(row, statement, List.copyOf(starts), starts.size() == 1 ? whole : Optional.empty());
    }

    /** Where the clause ends, or less than 0: a paragraph of the clean text is a line. */
    private static int end(String text, int from, String end) {
        int at = text.indexOf(end, from);
        return text.substring(from, Math.max(from, at)).contains("\n") || at < 0 ? -1 : at + end.length();
    }

    /** The proof of the statement. */
    Optional<Evidence> evidence() {
        return passage.map(found -> new Evidence(RULE, 1, found));
    }

    /** Where the marks do not fit the text: the characters that should stand once, and the places where they stand. */
    Optional<Difference> difference() {
        return passage.isPresent() ? Optional.empty() : Optional.of(misfit());
    }

    private Difference misfit() {
        String column = starts.size() == 1 ? "text_end" : "text_start";
        List<String> places = starts.stream()
                .map(start -> row.get("document") + ":" + start.start())
                .toList();
        return new Difference(
                Difference.Side.TABLES,
                TABLE,
                row.get("statement"),
                column,
                starts.size() == 1 ? "" : String.join("; ", places),
                row.get(column),
                places.stream().findFirst().orElse(""),
                starts.stream().findFirst().map(Passage::quote).orElse(""));
    }
}
