package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

/** The 2023 plan against its reference annotation, made by hand. */
class GoldTest {
    private static final Map<String, String> MODES = Map.of("负责", "jointly", "按职责分工负责", "by-division");

    private static String key(int number, Object... cells) {
        return number + " " + List.of(cells);
    }

    private static int number(Map<String, String> row) {
        return Integer.parseInt(row.get("number"));
    }

    private static int number(String task) {
        return Integer.parseInt(task.substring(task.lastIndexOf('-') + 1));
    }

    private static void assertF1(Set<String> found, Set<String> gold, double least) {
        assertThat(gold).isNotEmpty();
        Set<String> both = new LinkedHashSet<>(found);
        both.retainAll(gold);
        Set<String> tooMany = new LinkedHashSet<>(found);
        tooMany.removeAll(gold);
        Set<String> missing = new LinkedHashSet<>(gold);
        missing.removeAll(found);
        double f1 = 2.0 * both.size() / (found.size() + gold.size());
        assertThat(f1).as("F1; too many: %s; missing: %s", tooMany, missing).isCloseTo(1, within(1 - least));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-plan", "2022-zones"})
    void the_clean_text_is_the_repaired_one_with_and_without_the_words_of_the_tables(String name) {
        String source = Sources.text("sources/" + name + ".txt");
        String gold = Sources.text("gold/" + name + ".clean.txt");
        assertThat(CleanText.of(source, Sources.lexicon().words()).text()).isEqualTo(gold);
        assertThat(CleanText.of(source).text()).isEqualTo(gold);
    }

    @Test
    void every_task_has_its_chapter_section_mode_lead_and_participants() {
        Extraction plan = Sources.plan(2023);
        Map<String, Section> sections = plan.sections().stream().collect(Collectors.toMap(Section::id, s -> s));
        List<String> found = new ArrayList<>();
        for (TaskRow task : plan.tasks()) {
            List<String> printed = plan.responsibilities().stream()
                    .filter(row -> row.task().equals(task.id()))
                    .map(ResponsibilityRow::printedName)
                    .toList();
            Section inner = sections.get(task.section());
            Section chapter = inner.parent().isEmpty() ? inner : sections.get(inner.parent());
            String section = inner.parent().isEmpty() ? "" : inner.titleZh();
            found.add(key(task.number(), chapter.titleZh(), section, task.dutyMode(), task.openEnded(), printed));
        }
        List<String> gold = new ArrayList<>();
        for (Map<String, String> row : Sources.gold()) {
            List<String> printed = new ArrayList<>(List.of(row.get("lead_agency")));
            Sources.items(row.get("participants")).forEach(printed::add);
            String mode = MODES.get(row.get("duty_mode"));
            boolean open = row.get("open_ended").equals("yes");
            gold.add(key(number(row), row.get("chapter_title"), row.get("section_title"), mode, open, printed));
        }
        assertThat(gold).hasSize(139);
        assertThat(found).containsExactlyElementsOf(gold);
    }

    @Test
    void the_first_agency_leads() {
        Set<String> found = Sources.plan(2023).responsibilities().stream()
                .filter(row -> !row.role().equals("participant"))
                .map(row -> key(number(row.task()), row.printedName()))
                .collect(Collectors.toSet());
        Set<String> gold = Sources.gold().stream()
                .map(row -> key(number(row), row.get("lead_agency")))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(gold);
    }

    @Test
    void instruments_are_found() {
        assertF1(found(false), gold(false), 0.99);
    }

    @Test
    void their_actions_are_found() {
        assertF1(found(true), gold(true), 0.97);
    }

    /** Those of the annotation's column that are no titles and that the task negotiates, joins or keeps. */
    @Test
    void treaties_without_title_marks_are_found() {
        Set<String> found = Sources.plan(2023).actions().stream()
                .filter(row -> !row.quoted())
                .map(row -> key(number(row.task()), row.title()))
                .collect(Collectors.toSet());
        Set<String> gold = new LinkedHashSet<>();
        for (Map<String, String> row : Sources.gold()) {
            Set<String> titles = Sources.items(row.get("instruments"))
                    .map(title -> title.replaceFirst("（.*", ""))
                    .collect(Collectors.toSet());
            Sources.items(row.get("treaties_and_international"))
                    .filter(name -> name.matches(".*(?:条约|协定|体系)"))
                    .filter(name -> !titles.contains(name.replaceFirst("（.*", "")))
                    .forEach(name -> gold.add(key(number(row), name)));
        }
        assertThat(gold).hasSize(5);
        assertThat(found).isEqualTo(gold);
    }

    private static Set<String> found(boolean withAction) {
        return Sources.plan(2023).actions().stream()
                .filter(ActionRow::quoted)
                .map(row -> withAction
                        ? key(number(row.task()), row.title(), coarse(row.action()))
                        : key(number(row.task()), row.title()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> gold(boolean withAction) {
        Set<String> gold = new LinkedHashSet<>();
        for (Map<String, String> row : Sources.gold()) {
            List<String> titles = Sources.items(row.get("instruments")).toList();
            List<String> actions = Sources.items(row.get("instrument_actions")).toList();
            for (int i = 0; i < titles.size(); i++) {
                gold.add(
                        withAction ? key(number(row), titles.get(i), actions.get(i)) : key(number(row), titles.get(i)));
            }
        }
        return gold;
    }

    /** The annotation calls treaty steps and submissions other. */
    private static String coarse(String action) {
        Set<String> steps = Set.of("submit", "negotiate", "sign", "ratify", "accede", "enter-into-force");
        return steps.contains(action) ? "other" : action;
    }

    @Test
    void enforcement_campaigns_are_found() {
        Set<String> found = Sources.plan(2023).initiatives().stream()
                .filter(row -> row.kind().equals("campaign"))
                .map(row -> key(number(row.task()), row.printedName()))
                .collect(Collectors.toSet());
        Set<String> gold = Sources.gold().stream()
                .flatMap(row -> Sources.items(row.get("enforcement_campaigns")).map(name -> key(number(row), name)))
                .collect(Collectors.toSet());
        assertF1(found, gold, 0.97);
    }
}
