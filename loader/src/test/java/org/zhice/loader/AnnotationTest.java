package org.zhice.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/**
 * What the tables say of the 2023 plan against its reference annotation, by the F1 measure: the harmonic mean of how
 * much of ours is in the annotation and how much of the annotation is in ours. A name of the annotation means the entity
 * that has it as name or further form. Differences that remain are argued in docs/decisions.md.
 */
class AnnotationTest {
    private static final Tables TABLES = Tables.read(Checkout.home());
    private static final Path GOLD = Checkout.home().root().resolve("../shared/gold/tasks-2023.tsv");

    /** What the annotation puts together and the tables tell apart (decision 6). */
    private static final Set<String> OTHER_ACTIONS =
            Set.of("submit", "negotiate", "sign", "ratify", "accede", "enter-into-force");

    private static final Map<String, String> ACTION_COLUMNS =
            Map.of("instruments", "instrument_actions", "instruments_unquoted", "instruments_unquoted_actions");

    /** Names of the annotation's column of treaties and international matters that are no agreement (decision 11). */
    private static final Set<Statement> NO_AGREEMENTS =
            Set.of(new Statement(100, "技术与创新支持中心（TISC）"), new Statement(123, "与经贸相关的知识产权工作组会议机制"));

    private static List<Map<String, String>> gold;

    /**
     * One thing that a task says.
     *
     * @param task number of the task
     * @param thing id of the entity, or the name itself where the tables have no entity of that name; and its action
     */
    private record Statement(int task, String thing) {}

    @BeforeAll
    static void the_annotation() throws IOException {
        assumeTrue(Files.exists(GOLD), "the reference annotation is not beside the checkout");
        List<String[]> lines = Files.readAllLines(GOLD).stream()
                .map(line -> line.split("\t", -1))
                .toList();
        gold = lines.stream()
                .skip(1)
                .map(cells -> cells(List.of(lines.get(0)), List.of(cells)))
                .toList();
    }

    @Test
    void instruments_and_treaties_agree() {
        Function<String, String> instrument = instruments();
        Set<Statement> theirs = annotated((title, action) -> instrument.apply(title));
        theirs.addAll(treaties());
        assertF1(ours(row -> true, row -> row.get("instrument")), theirs, 0.99);
    }

    @Test
    void treaties_agree_but_for_two_that_are_no_agreement() {
        Set<String> treaties = rows("instrument").stream()
                .filter(row -> List.of("treaty", "cooperation-arrangement").contains(row.get("type")))
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
        assertF1(ours(row -> treaties.contains(row.get("instrument")), row -> row.get("instrument")), treaties(), 1);
    }

    /** The annotation says what is done with its instruments, but not with its treaties and international matters. */
    @Test
    void what_is_done_with_instruments_agrees() {
        Function<String, String> instrument = instruments();
        Set<Statement> withAction = annotated((title, action) -> instrument.apply(title));
        Set<Statement> without = treaties();
        without.removeAll(withAction);
        assertF1(
                ours(
                        row -> !without.contains(new Statement(number(row.get("task")), row.get("instrument"))),
                        row -> row.get("instrument") + " " + action(row)),
                annotated((title, action) -> instrument.apply(title) + " " + action),
                0.99);
    }

    @Test
    void campaigns_agree_wholly() {
        Set<String> editions = rows("campaign_edition").stream()
                .filter(row -> row.get("year").equals("2023"))
                .map(row -> "campaign/" + row.get("id"))
                .collect(Collectors.toSet());
        assertF1(named(editions), annotated(editions, "enforcement_campaigns"), 1);
    }

    @Test
    void programmes_and_pilots_agree() {
        Set<String> initiatives = initiatives("programme", "pilot");
        assertF1(named(initiatives), annotated(initiatives, "programmes", "pilots_demonstrations"), 0.95);
    }

    @Test
    void platforms_agree() {
        Set<String> initiatives = initiatives("platform");
        assertF1(named(initiatives), annotated(initiatives, "platforms"), 0.95);
    }

    private static void assertF1(Set<Statement> ours, Set<Statement> theirs, double least) {
        assertThat(ours).isNotEmpty();
        assertThat(theirs).isNotEmpty();
        Set<Statement> both = new LinkedHashSet<>(ours);
        both.retainAll(theirs);
        Set<Statement> onlyOurs = new LinkedHashSet<>(ours);
        onlyOurs.removeAll(theirs);
        Set<Statement> onlyTheirs = new LinkedHashSet<>(theirs);
        onlyTheirs.removeAll(ours);
        double f1 = 2.0 * both.size() / (ours.size() + theirs.size());
        assertThat(f1)
                .as(
                        "F1 of %d statements of ours and %d annotated; only ours: %s; only annotated: %s",
                        ours.size(), theirs.size(), onlyOurs, onlyTheirs)
                .isGreaterThanOrEqualTo(least);
    }

    private static Set<Statement> ours(
            Predicate<Map<String, String>> which, Function<Map<String, String>, String> thing) {
        return rows("legislative_action").stream()
                .filter(row -> row.get("task").startsWith("2023-"))
                .filter(which)
                .map(row -> new Statement(number(row.get("task")), thing.apply(row)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String action(Map<String, String> row) {
        return OTHER_ACTIONS.contains(row.get("action")) ? "other" : row.get("action");
    }

    /** What the annotation has in its column of treaties and international matters, but for the two. */
    private static Set<Statement> treaties() {
        Function<String, String> instrument = instruments();
        Set<Statement> found = gold.stream()
                .flatMap(row -> items(row.get("treaties_and_international")).stream()
                        .map(name -> new Statement(Integer.parseInt(row.get("number")), instrument.apply(name))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(found).containsAll(NO_AGREEMENTS);
        found.removeAll(NO_AGREEMENTS);
        return found;
    }

    /** What the annotation says of titles with and without title marks. */
    private static Set<Statement> annotated(BinaryOperator<String> thing) {
        Set<Statement> found = new LinkedHashSet<>();
        for (Map<String, String> row : gold) {
            for (String kind : List.of("instruments", "instruments_unquoted")) {
                List<String> titles = items(row.get(kind));
                List<String> actions = items(row.get(ACTION_COLUMNS.get(kind)));
                assertThat(actions).as("actions of task %s", row.get("number")).hasSameSizeAs(titles);
                IntStream.range(0, titles.size())
                        .mapToObj(i -> new Statement(
                                Integer.parseInt(row.get("number")), thing.apply(titles.get(i), actions.get(i))))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Set<Statement> named(Set<String> initiatives) {
        return rows("task_initiative").stream()
                .filter(row -> row.get("task").startsWith("2023-"))
                .filter(row -> initiatives.contains(row.get("initiative")))
                .map(row -> new Statement(number(row.get("task")), row.get("initiative")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Statement> annotated(Set<String> initiatives, String... columns) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Map<String, String> row : rows("task_initiative")) {
            if (initiatives.contains(row.get("initiative"))) {
                ids.put(plain(row.get("printed_name")), row.get("initiative"));
            }
        }
        Stream.of("campaign_edition", "initiative")
                .forEach(table -> rows(table).forEach(row -> {
                    String id = (table.equals("initiative") ? "initiative/" : "campaign/") + row.get("id");
                    if (initiatives.contains(id)) {
                        ids.put(plain(row.get("name_zh")), id);
                    }
                }));
        Set<Statement> found = new LinkedHashSet<>();
        for (Map<String, String> row : gold) {
            Stream.of(columns)
                    .flatMap(column -> items(row.get(column)).stream())
                    .map(name ->
                            new Statement(Integer.parseInt(row.get("number")), ids.getOrDefault(plain(name), name)))
                    .forEach(found::add);
        }
        return found;
    }

    private static Set<String> initiatives(String... kinds) {
        return rows("initiative").stream()
                .filter(row -> List.of(kinds).contains(row.get("kind")))
                .map(row -> "initiative/" + row.get("id"))
                .collect(Collectors.toSet());
    }

    /** From a title to the instrument that has it as name or further form. */
    private static Function<String, String> instruments() {
        Map<String, String> ids = new LinkedHashMap<>();
        rows("instrument").forEach(row -> ids.put(plain(row.get("title_zh")), row.get("id")));
        rows("instrument_name").forEach(row -> ids.put(plain(row.get("form")), row.get("instrument")));
        // Of a name with its abbreviation behind it, either will do.
        return title -> ids.getOrDefault(plain(title).replaceFirst("（[A-Z]+）$", ""), title);
    }

    /** A name without marks, which printers set as they like. */
    private static String plain(String name) {
        return name.replaceAll("[“”\"《》\\s]", "").replace('(', '（').replace(')', '）');
    }

    private static int number(String task) {
        return Integer.parseInt(task.substring(task.indexOf('-') + 1));
    }

    private static List<String> items(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    private static List<Map<String, String>> rows(String name) {
        Table table = TABLES.list().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Map<String, String>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(cells(table.header(), row.cells())));
        return rows;
    }

    private static Map<String, String> cells(List<String> header, List<String> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        IntStream.range(0, header.size()).forEach(i -> cells.put(header.get(i), row.get(i)));
        return cells;
    }
}
