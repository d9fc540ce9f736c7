package org.zhice.loader.extract.clean.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Writes each row of a table of duties as a task: its number behind a sign of its own, its words, and its duties and its
 * deadline on lines of their own behind labels, as plans without tables print them. What several rows have in common becomes
 * a heading. No words are added but signs, labels and missing numbers, and none but the heads are taken away.
 */
public final class DutyTables implements Repair {
    private static final Pattern MAYBE = Pattern.compile("[单單]位|部[门門]|主体|机构|分工|处室|科室");

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher word = MAYBE.matcher(text);
        int done = 0;
        while (word.find()) {
            if (word.start() >= done) {
                int line = text.lastIndexOf('\n', word.start()) + 1;
                int end = text.indexOf('\n', word.start());
                end = end < 0 ? text.length() : end;
                Optional<Table> table = table(text, Math.max(line, done), end);
                table.ifPresent(found -> new RowWriter(text, found).write(edits));
                done = table.map(Table::end).orElse(end);
            }
        }
        return edits;
    }

    private static Optional<Table> table(String text, int line, int end) {
        return TabbedTable.at(text, line, end)
                .or(() -> SpacedTable.at(text, line, end))
                .or(() -> StreamedTable.at(text, line, end));
    }
}
