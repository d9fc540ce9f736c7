package org.zhice.loader.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/**
 * Compares a reading with a reference annotation, column by column; a statement is a task number with a value as
 * printed. Columns that the annotation lacks are left out.
 */
public final class Evaluation {
    private static final Map<String, String> MODES = Map.of("负责", "jointly", "按职责分工负责", "by-division", "牵头", "led");
    /** An annotation calls treaty steps and submissions other. */
    private static final Set<String> ACTIONS =
            Set.of("issue", "amend", "legislate", "draft", "implement", "research", "other");

    private final Extraction extraction;
    private final Gold gold;
    private final Map<String, Integer> numbers;

    private Evaluation(Extraction extraction, Gold gold) {
        this.extraction = extraction;
        this.gold = gold;
        this.numbers = extraction.tasks().stream().collect(Collectors.toMap(TaskRow::id, TaskRow::number));
    }

    /**
     * The scores of a reading.
     *
     * @param annotation tab-separated, one row a task; the columns are those of the reference annotation of 2023: number,
     *     chapter_title, section_title, lead_agency, participants, duty_mode, open_ended, instruments,
     *     instrument_actions, enforcement_campaigns, programmes, pilots_demonstrations, platforms, events, publications,
     *     international_orgs
     * @throws InputException if the annotation cannot be read, or has none of these columns but number
     */
    public static List<Score> of(Extraction extraction, Path annotation) {
        Gold gold = Gold.read(annotation);
        List<Score> scores = new Evaluation(extraction, gold).scores();
        if (scores.isEmpty()) {
            throw new InputException(
                    Place.of(annotation.toString(), 1),
                    String.join(",", gold.header()),
                    "columns that can be compared");
        }
        return scores;
    }

    private List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        add(
                scores,
                "task",
                "number",
                row -> Stream.of(""),
                extraction.tasks().stream().map(row -> line(row.id(), "")));
        sections(scores);
        duties(scores);
        instruments(scores);
        named(scores, "campaign", "enforcement_campaigns");
        named(scores, "programme", "programmes");
        named(scores, "pilot", "pilots_demonstrations");
        named(scores, "platform", "platforms");
        named(scores, "event", "events");
        named(scores, "publication", "publications");
        add(
                scores,
                "organisation",
                "international_orgs",
                row -> Gold.items(row.get("international_orgs")).stream(),
                extraction.organisations().stream().map(row -> line(row.task(), row.printedName())));
        return scores;
    }

    private void sections(List<Score> scores) {
        Map<String, Section> sections =
                extraction.sections().stream().collect(Collectors.toMap(Section::id, section -> section));
        Function<TaskRow, Section> inner = row -> sections.get(row.section());
        add(
                scores,
                "chapter",
                "chapter_title",
                row -> Stream.of(row.get("chapter_title")),
                extraction.tasks().stream()
                        .filter(row -> inner.apply(row) != null)
                        .map(row -> {
                            Section section = inner.apply(row);
                            Section chapter = section.parent().isEmpty() ? section : sections.get(section.parent());
                            return line(row.id(), chapter.titleZh());
                        }));
        add(
                scores,
                "section",
                "section_title",
                row -> Stream.of(row.get("section_title")).filter(title -> !title.isEmpty()),
                extraction.tasks().stream()
                        .filter(row -> inner.apply(row) != null
                                && !inner.apply(row).parent().isEmpty())
                        .map(row -> line(row.id(), inner.apply(row).titleZh())));
    }

    private void duties(List<Score> scores) {
        add(
                scores,
                "lead",
                "lead_agency",
                row -> Gold.items(row.get("lead_agency")).stream(),
                agencies(row -> !row.role().equals("participant")));
        add(
                scores,
                "participant",
                "participants",
                row -> Gold.items(row.get("participants")).stream(),
                agencies(row -> row.role().equals("participant")));
        add(
                scores,
                "duty_mode",
                "duty_mode",
                row -> Stream.of(MODES.getOrDefault(row.get("duty_mode"), row.get("duty_mode"))),
                extraction.tasks().stream().map(row -> line(row.id(), row.dutyMode())));
        add(
                scores,
                "open_ended",
                "open_ended",
                row -> Stream.of(String.valueOf(row.get("open_ended").equals("yes"))),
                extraction.tasks().stream().map(row -> line(row.id(), String.valueOf(row.openEnded()))));
    }

    private Stream<String> agencies(Predicate<ResponsibilityRow> which) {
        return extraction.responsibilities().stream().filter(which).map(row -> line(row.task(), row.printedName()));
    }

    private void instruments(List<Score> scores) {
        add(
                scores,
                "instrument",
                "instruments",
                row -> Gold.items(row.get("instruments")).stream(),
                extraction.actions().stream().filter(row -> row.quoted()).map(row -> line(row.task(), row.title())));
        if (gold.has(List.of("instruments", "instrument_actions"))) {
            add(
                    scores,
                    "action",
                    "instrument_actions",
                    Evaluation::actions,
                    extraction.actions().stream()
                            .filter(row -> row.quoted())
                            .map(row -> line(
                                    row.task(),
                                    row.title() + " " + (ACTIONS.contains(row.action()) ? row.action() : "other"))));
        }
    }

    private static Stream<String> actions(Map<String, String> row) {
        List<String> titles = Gold.items(row.get("instruments"));
        List<String> actions = Gold.items(row.get("instrument_actions"));
        List<String> both = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            both.add(titles.get(i) + " " + (i < actions.size() ? actions.get(i) : ""));
        }
        return both.stream();
    }

    private void named(List<Score> scores, String kind, String column) {
        add(
                scores,
                kind,
                column,
                row -> Gold.items(row.get(column)).stream(),
                extraction.initiatives().stream()
                        .filter(row -> row.kind().equals(kind))
                        .map(row -> line(row.task(), row.printedName())));
    }

    private void add(
            List<Score> scores,
            String name,
            String column,
            Function<Map<String, String>, Stream<String>> values,
            Stream<String> found) {
        if (gold.has(List.of(column))) {
            Set<String> annotated = gold.tasks()
                    .flatMap(row -> values.apply(row).map(value -> row.get("number") + " " + plain(value)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            scores.add(new Score(name, annotated, found.collect(Collectors.toSet())));
        }
    }

    private String line(String task, String value) {
        return numbers.get(task) + " " + plain(value);
    }

    /** A name without marks, which printers set as they like. */
    private static String plain(String name) {
        return name.replaceAll("[“”\"《》\\s]", "").replace('(', '（').replace(')', '）');
    }
}
