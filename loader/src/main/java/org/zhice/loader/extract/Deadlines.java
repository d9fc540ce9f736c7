package org.zhice.loader.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.Outline.Task;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction.DeadlineRow;
import org.zhice.loader.extract.rows.Span;

/** Finds the deadlines of tasks: behind labels, in brackets, and in words such as 2031年6月底前. */
final class Deadlines {
    private static final Pattern LABEL =
            Pattern.compile("(?:完成|办结|实施|推进|落实|工作)?(?:时限|时间|期限|进度|节点)(?:要求|安排|节点)? ?[:：] ?(?<words>[^，。；）\\n]{2,30})");
    private static final Pattern CLAUSE = Pattern.compile("[^，；。（）\\n]+");
    private static final Pattern TRAIL =
            Pattern.compile("(?<=[前底末内年月日旬度])(?:全面|全部|基本)?(?:完成|办结|实施|推进|落实|取得.*|启动|出台|建成|投用|上线|到位)$");
    private static final double PRINTED = 0.97;
    private static final double IN_WORDS = 0.8;

    private final CleanText clean;
    private final int year;

    /** @param year of the document, or 0 */
    Deadlines(CleanText clean, int year) {
        this.clean = clean;
        this.year = year;
    }

    /** The bracket at the end of a stretch of text that says nothing but a deadline. */
    static Optional<Bracket> bracketIn(String text, int from, int to) {
        int line = Math.max(text.lastIndexOf('\n', to - 1) + 1, from);
        List<Bracket> pairs = BracketPairs.in(text, line, to);
        return pairs.stream()
                .skip(Math.max(0, pairs.size() - 1))
                .filter(pair -> pair.whole() && text.substring(pair.end(), to).isBlank())
                .filter(pair -> Deadline.ALONE
                                .matcher(text)
                                .region(pair.contentStart(), pair.contentEnd())
                                .matches()
                        || LABEL.matcher(text)
                                .region(pair.contentStart(), pair.contentEnd())
                                .matches())
                .findFirst();
    }

    /** The deadlines of one task in order of place. */
    List<DeadlineRow> rows(String taskId, Task task) {
        TreeMap<Integer, Deadline> found = new TreeMap<>();
        String text = clean.text();
        labels(text, task.textStart(), lineEnd(task.end()), found);
        for (Bracket bracket : task.brackets()) {
            clauses(text, bracket.contentStart(), bracket.contentEnd(), found);
        }
        words(text, task.textStart(), task.textEnd(), found);
        List<DeadlineRow> rows = new ArrayList<>();
        for (Deadline deadline : found.values()) {
            rows.add(row(taskId, rows.size() + 1, deadline));
        }
        return rows;
    }

    private DeadlineRow row(String task, int ordinal, Deadline deadline) {
        Span place = deadline.place();
        String printed = clean.text().substring(place.start(), place.end());
        String day = Deadline.day(printed, year).map(LocalDate::toString).orElse("");
        Evidence evidence = new Evidence(
                deadline.labelled() ? "deadline" : "deadline-in-words",
                deadline.labelled() ? PRINTED : IN_WORDS,
                clean.passage(place.start(), place.end()));
        return new DeadlineRow(task, ordinal, printed, day, evidence);
    }

    private int lineEnd(int from) {
        int end = clean.text().indexOf('\n', from);
        return end < 0 ? clean.text().length() : end;
    }

    private static void labels(String text, int from, int to, Map<Integer, Deadline> found) {
        Matcher label = LABEL.matcher(text).region(from, to);
        while (label.find()) {
            add(text, label.start("words"), label.end("words"), true, found);
        }
    }

    private static void clauses(String text, int from, int to, Map<Integer, Deadline> found) {
        Matcher clause = CLAUSE.matcher(text).region(from, to);
        Matcher deadline = Deadline.ALONE.matcher(text);
        while (clause.find()) {
            if (deadline.region(clause.start(), clause.end()).matches()) {
                add(text, clause.start(), clause.end(), true, found);
            }
        }
    }

    private static void words(String text, int from, int to, Map<Integer, Deadline> found) {
        Matcher deadline = Deadline.IN_WORDS.matcher(text).region(from, to);
        while (deadline.find()) {
            add(text, deadline.start("time"), deadline.end("time"), false, found);
        }
    }

    private static void add(String text, int from, int to, boolean labelled, Map<Integer, Deadline> found) {
        Matcher trail = TRAIL.matcher(text).region(from, to);
        int end = trail.find() && trail.start() > from + 1 ? trail.start() : to;
        found.putIfAbsent(from, new Deadline(new Span(from, end), labelled));
    }
}
