package org.zhice.loader.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.Home;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Table.Cells;
import org.zhice.loader.tables.Tables;
import org.zhice.loader.text.AddedText;
import org.zhice.loader.text.Apart;
import org.zhice.loader.text.Texts;

/** The tables that a build makes of one added text: the text itself, the wording of its tasks, its passages, read by rules or marked by hand. */
public final class EvidenceTables {
    /** Characters before and after a quote, by which an annotation tool finds it in another copy. */
    private static final int CONTEXT = 20;

    /** One changed character in so many, and the text is in traditional script; such a text has one in three. */
    private static final int TRADITIONAL = 20;

    /** Of a row that was not read: its task states it, in which of its words is not known. */
    private static final String WHOLE_TASK = "whole-task";

    private static final double WHOLE_TASK_CONFIDENCE = 0.5;

    private final Home home;
    private final Reading reading;
    private final int[] points;

    private EvidenceTables(Home home, Reading reading) {
        this.home = home;
        this.reading = reading;
        this.points = reading.original().codePoints().toArray();
    }

    /**
     * Reads every added text whose document is in the tables; none are made without such a text. Of a text in which the
     * rules find nothing to read there is only the text itself.
     */
    public static List<Table> of(Home home, Tables tables) {
        if (Texts.of(home).documents().isEmpty()) {
            return List.of();
        }
        Reviewed reviewed = Reviewed.of(tables);
        return Reading.all(home, reviewed).stream()
                .flatMap(reading -> of(home, reading, reviewed).stream())
                .toList();
    }

    /** As {@link #of(Home, Tables)}, of one text alone. */
    public static List<Table> of(Home home, AddedText text, Reviewed reviewed, Apart apart) {
        return of(home, Reading.of(text, reviewed.reader(), apart), reviewed);
    }

    private static List<Table> of(Home home, Reading reading, Reviewed reviewed) {
        return reading.known() ? new EvidenceTables(home, reading).tables(reviewed) : List.of();
    }

    private List<Table> tables(Reviewed reviewed) {
        List<Cells> wordings = new ArrayList<>();
        List<Cells> passages = new ArrayList<>();
        reading.extraction().ifPresent(extraction -> {
            List<Pair> pairs = Alignment.of(extraction, reading.rows(), reviewed);
            Map<String, Evidence> tasks = Pair.tasks(pairs);
            List<Cells> marked = Fragment.of(reading, pairs, reviewed).stream()
                    .flatMap(this::passages)
                    .toList();
            Set<String> statements =
                    marked.stream().map(row -> row.byColumn().get("statement")).collect(Collectors.toSet());
            wordings.addAll(
                    wordings(extraction, pairs.stream().filter(Pair::isAligned).toList()));
            pairs.forEach(pair -> passages.addAll(pair.isAligned() ? passages(pair) : inTask(pair, tasks, statements)));
            passages.addAll(marked);
        });
        String file = home.name(reading.added().file());
        return List.of(
                reviewed.tables().made("source_text", file, List.of(source())),
                reviewed.tables().made("task_text", file, wordings),
                reviewed.tables().made("passage", file, passages));
    }

    private Cells source() {
        return new Cells(
                0,
                Map.of(
                        "document", reading.document(),
                        "sha256", reading.added().sha256(),
                        "language", reading.extraction().map(this::language).orElse("zh"),
                        "length", String.valueOf(points.length),
                        "text", reading.original()));
    }

    private String language(Extraction extraction) {
        int changed = extraction.damages().stream()
                .filter(damage -> damage.kind() == Damage.Kind.TRADITIONAL)
                .mapToInt(damage -> damage.end() - damage.start())
                .sum();
        return changed * TRADITIONAL > points.length ? "zh-Hant" : "zh-Hans";
    }

    private List<Cells> wordings(Extraction extraction, List<Pair> aligned) {
        Map<String, Pair> tasks = new HashMap<>();
        aligned.stream()
                .filter(pair -> pair.kind().table().equals("task"))
                .forEach(pair -> tasks.put(pair.read().get().cells().get("id"), pair));
        return extraction.tasks().stream()
                .filter(task -> tasks.containsKey(task.id()))
                .map(task -> new Cells(
                        task.evidence().passage().start(),
                        Map.of(
                                "document", reading.document(),
                                "task", tasks.get(task.id()).reviewed().get().get("id"),
                                "text", task.text())))
                .toList();
    }

    private List<Cells> passages(Pair pair) {
        Map<String, String> reviewed = pair.reviewed().get();
        String statement = pair.kind().statement(reviewed);
        String named = pair.kind().named(reviewed);
        return pair.read().get().evidence().stream()
                .map(evidence -> passage(statement, named, evidence))
                .toList();
    }

    private Stream<Cells> passages(Fragment fragment) {
        return fragment.evidence().stream().map(evidence -> passage(fragment.statement(), "", evidence));
    }

    /** The task as a whole, for a row that was not read and whose clause is not marked. */
    private List<Cells> inTask(Pair pair, Map<String, Evidence> tasks, Set<String> marked) {
        Map<String, String> reviewed = pair.reviewed().orElse(Map.of());
        Evidence task = tasks.get(reviewed.getOrDefault("task", ""));
        if (task == null || !pair.kind().rules().statedByTask()) {
            return List.of();
        }
        String statement = pair.kind().statement(reviewed);
        Evidence whole = new Evidence(WHOLE_TASK, WHOLE_TASK_CONFIDENCE, task.passage());
        return marked.contains(statement)
                ? List.of()
                : List.of(passage(statement, pair.kind().named(reviewed), whole));
    }

    private Cells passage(String statement, String named, Evidence evidence) {
        Passage passage = evidence.passage();
        return new Cells(
                passage.start(),
                Map.of(
                        "document", reading.document(),
                        "start", String.valueOf(passage.start()),
                        "end", String.valueOf(passage.end()),
                        "quote", passage.quote(),
                        "prefix", characters(passage.start() - CONTEXT, passage.start()),
                        "suffix", characters(passage.end(), passage.end() + CONTEXT),
                        "statement", statement,
                        "named", named,
                        "rule", evidence.rule(),
                        "confidence", BigDecimal.valueOf(evidence.confidence()).toPlainString()));
    }

    private String characters(int from, int to) {
        int start = Math.max(0, from);
        return new String(points, start, Math.min(to, points.length) - start);
    }
}
